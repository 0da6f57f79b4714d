namespace Workspace.Web.Meetings;

/// <summary>A proposed agenda item while somebody looks it over and mends it.</summary>
public sealed class DraftLine
{
    public required string Title { get; set; }

    public int Level { get; set; }

    public AgendaItemKind Kind { get; set; }

    public int? Minutes { get; set; }

    public string? Presenter { get; set; }

    public string? Background { get; init; }

    public bool IsUnfinished { get; init; }

    public AgendaDraft Draft => new(Title, Level, Kind, Minutes, Presenter, Background, IsUnfinished);

    public static DraftLine Of(AgendaDraft draft) => new()
    {
        Title = draft.Title,
        Level = draft.Level,
        Kind = draft.Kind,
        Minutes = draft.PlannedMinutes,
        Presenter = draft.Presenter,
        Background = draft.Background,
        IsUnfinished = draft.IsUnfinished,
    };
}
