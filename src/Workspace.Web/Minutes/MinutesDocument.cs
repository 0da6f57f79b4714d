using System.Globalization;

namespace Workspace.Web.Minutes;

/// <summary>
/// The content of minutes as they are printed, from which every format is written. Texts are as people typed them;
/// lists that are empty are printed as 'nobody', never left out.
/// </summary>
/// <param name="Culture">The language of the document, whatever the reader's own is.</param>
/// <param name="GroupName">As a name: 'Pracovní skupina Sociální začleňování'.</param>
/// <param name="Number">As the group numbers its minutes, such as '02/2026'; empty while there is none.</param>
public sealed record MinutesDocument(CultureInfo Culture, string GroupName, string Number, DateOnly Date)
{
    /// <summary>The body that the group belongs to.</summary>
    public string? ParentBody { get; init; }

    /// <summary>The department or office whose letterhead the minutes bear.</summary>
    public string? HeaderLine { get; init; }

    /// <summary>
    /// Stands under the number in place of the group's name and has its grammar right:
    /// 'ze zasedání pracovní skupiny Sociální začleňování'.
    /// </summary>
    public string? TitleLine { get; init; }

    public TimeOnly? Start { get; init; }
    public TimeOnly? End { get; init; }
    public string? Place { get; init; }
    public MinutesForm? Form { get; init; }
    public MinutesCounts? Counts { get; init; }

    /// <summary>Follows the count of those present: 'viz prezenční listina, příloha č. 1'.</summary>
    public string? AttendanceNote { get; init; }

    /// <summary>Whether the roll was kept here; otherwise the minutes refer to the list on paper instead of naming nobody.</summary>
    public bool HasRoll { get; init; } = true;

    public IReadOnlyList<MinutesMember> Present { get; init; } = [];
    public IReadOnlyList<MinutesExcused> Excused { get; init; } = [];

    /// <summary>Persons, or a label for many: 'zástupci obcí'.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>What was changed of the agenda while the meeting was on, as it came out in the end.</summary>
    public IReadOnlyList<MinutesAgendaChange> AgendaChanges { get; init; } = [];

    public IReadOnlyList<MinutesItem> Items { get; init; } = [];

    /// <summary>A date, a month, a theme, as it was said; null when nothing was agreed.</summary>
    public string? NextMeeting { get; init; }

    public IReadOnlyList<MinutesSignature> Signatures { get; init; } = [];

    /// <summary>With its preposition: 'V Liberci'.</summary>
    public string? WrittenAt { get; init; }

    public DateOnly? WrittenOn { get; init; }

    /// <summary>The obligatory words about who paid for it; on every page.</summary>
    public string? Publicity { get; init; }

    /// <summary>Not final yet, which the paper then says.</summary>
    public bool IsDraft { get; init; }

    /// <summary>For the properties of the file.</summary>
    public string? Author { get; init; }
}

public enum MinutesForm
{
    InPerson,
    Remote,
    Hybrid,
}

public enum MinutesItemKind
{
    Information,
    Discussion,
    Decision,
    Various,
}

public enum MinutesAgendaChangeKind
{
    Added,
    Renamed,
    Moved,
    Removed,
}

/// <param name="Number">Of the item on the agenda; empty where it has been taken off.</param>
/// <param name="At">When it was changed, the last time.</param>
public sealed record MinutesAgendaChange(MinutesAgendaChangeKind Kind, string Number, string Title, TimeOnly At);

/// <summary>Seats present, of all seats of the group.</summary>
public sealed record MinutesCounts(int Present, int All);

/// <param name="StandingInFor">Whose seat the person holds at this meeting.</param>
/// <param name="CameAt">Where the person was not there from the beginning.</param>
/// <param name="LeftAt">Where the person left before the end.</param>
public sealed record MinutesMember(
    string Name, string? Function = null, string? Organisation = null, string? StandingInFor = null, TimeOnly? CameAt = null, TimeOnly? LeftAt = null);

public sealed record MinutesExcused(string Name, string? Organisation = null, string? StandIn = null);

/// <param name="Number">As printed: '3' or '3.1'.</param>
/// <param name="Level">1 for an item, 2 for its sub-item, 3 for a sub-item of that.</param>
public sealed record MinutesItem(string Number, string Title, string Markdown, int Level = 1)
{
    public string? Presenter { get; init; }
    public MinutesItemKind? Kind { get; init; }
}

/// <param name="Role">What the person did, as it stands before the name: 'Zapsala', 'Ověření zápisu'.</param>
/// <param name="IsSigned">The original bears the signature; a dotted line is left for it otherwise.</param>
public sealed record MinutesSignature(string Role, string Name, string? Function = null, bool IsSigned = false);
