namespace Workspace.Web.Layout;

/// <summary>The group whose places the shell offers: the one that the page last opened belongs to. One a circuit.</summary>
public sealed class CurrentGroup
{
    public event Action? Changed;

    public long? Id { get; private set; }

    public void Enter(long groupId)
    {
        if (Id == groupId)
            return;
        Id = groupId;
        Changed?.Invoke();
    }
}
