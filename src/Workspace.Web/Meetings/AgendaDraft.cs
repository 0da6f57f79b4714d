namespace Workspace.Web.Meetings;

/// <summary>An agenda item that is only proposed: read from a pasted list, a former meeting or the standing items.</summary>
/// <param name="Title">At most <see cref="AgendaRules.TitleLimit"/> characters once it is added.</param>
/// <param name="Level">0 for an item, 1 for a sub-item of the item before it.</param>
/// <param name="Kind">What is done about the item.</param>
/// <param name="PlannedMinutes">Expected minutes, or null where nobody has said.</param>
/// <param name="Presenter">Who presents it, in words.</param>
/// <param name="Background">What to know beforehand, in Markdown.</param>
/// <param name="IsUnfinished">It was on the last meeting's agenda and its turn did not come.</param>
public sealed record AgendaDraft(
    string Title,
    int Level = 0,
    AgendaItemKind Kind = AgendaItemKind.Discussion,
    int? PlannedMinutes = null,
    string? Presenter = null,
    string? Background = null,
    bool IsUnfinished = false)
{
    public AgendaItemDetails Details => new(Title, Kind, PlannedMinutes, Presenter, Background);
}
