using Workspace.Web.Live;
using Workspace.Web.Texts;

namespace Workspace.Web.Meetings;

public enum AgendaItemKind { Information, Discussion, Decision, Election }

public enum AgendaItemState { Pending, Done, Removed }

/// <summary>
/// One item of a meeting's agenda, with the live text of its minutes. Numbers follow from positions and are not stored.
/// An item is never deleted: what people wrote under it is kept, and a removal can be taken back.
/// </summary>
public sealed class AgendaItem : IAnnounced
{
    private AgendaItem()
    {
    }

    public AgendaItem(Meeting meeting, AgendaItem? parent, int position, AgendaItemDetails details)
    {
        Meeting = meeting;
        MeetingId = meeting.Id;
        Parent = parent;
        Position = position;
        Text = new LiveText(TextOwner.AgendaItem);
        Describe(details);
    }

    public long Id { get; private set; }

    public long MeetingId { get; private set; }

    public long? ParentId { get; private set; }

    /// <summary>Order among the items of the same parent, from 0.</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    public string? Presenter { get; private set; }

    /// <summary>Expected minutes, 1 to 600.</summary>
    public int? PlannedMinutes { get; private set; }

    public AgendaItemKind Kind { get; private set; }

    /// <summary>What to know beforehand, in Markdown.</summary>
    public string? Background { get; private set; }

    public AgendaItemState State { get; private set; }

    public long TextId { get; private set; }

    public Meeting Meeting { get; private set; } = null!;

    public AgendaItem? Parent { get; private set; }

    public LiveText Text { get; private set; } = null!;

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Meeting(MeetingId)];

    public void Describe(AgendaItemDetails details)
    {
        Title = details.Title.Trim();
        Presenter = string.IsNullOrWhiteSpace(details.Presenter) ? null : details.Presenter.Trim();
        PlannedMinutes = details.PlannedMinutes;
        Kind = details.Kind;
        Background = string.IsNullOrWhiteSpace(details.Background) ? null : details.Background.Trim();
    }

    public void MoveTo(long? parentId, int position) => (ParentId, Position) = (parentId, position);

    public void MarkDone() => State = AgendaItemState.Done;

    public void MarkPending() => State = AgendaItemState.Pending;

    public void Remove() => State = AgendaItemState.Removed;
}

public sealed record AgendaItemDetails(
    string Title,
    AgendaItemKind Kind = AgendaItemKind.Discussion,
    int? PlannedMinutes = null,
    string? Presenter = null,
    string? Background = null)
{
    public static AgendaItemDetails Of(AgendaItem item) => new(item.Title, item.Kind, item.PlannedMinutes, item.Presenter, item.Background);
}
