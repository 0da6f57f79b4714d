using Workspace.Web.Live;
using Workspace.Web.Meetings;

namespace Workspace.Web.Groups;

/// <summary>An agenda item that every meeting of the group begins or ends with (M2).</summary>
public sealed class StandingItem : IAnnounced
{
    private StandingItem()
    {
    }

    public StandingItem(long groupId, string title, AgendaItemKind kind, int? plannedMinutes, bool isAtEnd, int position)
    {
        GroupId = groupId;
        Describe(title, kind, plannedMinutes);
        MoveTo(isAtEnd, position);
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public string Title { get; private set; } = "";

    public AgendaItemKind Kind { get; private set; }

    public int? PlannedMinutes { get; private set; }

    public bool IsAtEnd { get; private set; }

    public int Position { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId)];

    public void Describe(string title, AgendaItemKind kind, int? plannedMinutes)
    {
        Title = title.Trim();
        Kind = kind;
        PlannedMinutes = plannedMinutes;
    }

    public void MoveTo(bool isAtEnd, int position) => (IsAtEnd, Position) = (isAtEnd, position);
}
