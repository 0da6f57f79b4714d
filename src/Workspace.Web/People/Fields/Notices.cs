namespace Workspace.Web.People.Fields;

/// <summary>What the page says after an action; one a circuit, shown by <see cref="PageNotice"/>.</summary>
public sealed class Notices
{
    private string? left;

    public event Action<string>? Said;

    public void Say(string text) => Said?.Invoke(text);

    /// <summary>Leaves a notice for the page that is opened next.</summary>
    public void Leave(string text) => left = text;

    public string? Take()
    {
        var text = left;
        left = null;
        return text;
    }
}
