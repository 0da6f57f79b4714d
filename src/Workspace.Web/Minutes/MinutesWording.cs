using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;
using Workspace.Web.Localization;

namespace Workspace.Web.Minutes;

/// <summary>One line of the heading: what it is about, and its values one below the other.</summary>
internal sealed record MinutesFact(string Label, IReadOnlyList<string> Values);

/// <summary>
/// Puts the content of minutes into the words and the order in which all formats print it, in the language of the
/// document. What comes out is on one line each and clean; hard spaces are in the fixed words only.
/// </summary>
internal sealed class MinutesWording(MinutesDocument minutes, IStringLocalizer<MinutesStrings> strings)
{
    public string Title => IsNumbered ? Word("Title", Line(minutes.Number)) : Word("TitleWithoutNumber");

    public string FileTitle =>
        Word(IsNumbered ? "FileTitle" : "FileTitleWithoutNumber", Line(minutes.Number), Line(minutes.GroupName), DateText(minutes.Date));

    public string? Draft => minutes.IsDraft ? Word("Draft") : null;

    /// <summary>The lines between the number and the facts.</summary>
    public IEnumerable<string> Subtitle
    {
        get
        {
            var title = Line(minutes.TitleLine);
            yield return title.Length > 0 ? title : Line(minutes.GroupName);
            if (Line(minutes.ParentBody) is { Length: > 0 } body) yield return body;
            yield return Word(title.Length > 0 ? "OfDate" : "OfMeetingOfDate", DateText(minutes.Date));
        }
    }

    public IEnumerable<MinutesFact> Facts
    {
        get
        {
            if (Time() is { } time) yield return new(Word("Time"), [time]);
            if (Line(minutes.Place) is { Length: > 0 } place) yield return new(Word("Place"), [place]);
            if (minutes.Form is { } form) yield return new(Word("Form"), [Word("Form." + form)]);
            if (!minutes.HasRoll)
            {
                yield return new(Word("Present"), [Word("SeeAttendanceList")]);
                yield return new(Word("Excused"), [Word("SeeAttendanceList")]);
                yield return new(Word("Guests"), [Word("SeeAttendanceList")]);
                yield break;
            }
            yield return Fact("Present", Attendance().Concat(minutes.Present.Select(Present)));
            yield return Fact("Excused", minutes.Excused.Select(Excused));
            yield return Fact("Guests", minutes.Guests.Select(Line));
        }
    }

    public string Proceedings => Word("Proceedings");

    /// <summary>A sentence for each kind of change of the agenda; null where it stayed as it was.</summary>
    public string? AgendaChanges => minutes.AgendaChanges.Count == 0 ? null : string.Join(' ',
        from change in minutes.AgendaChanges
        group change by change.Kind into changes
        orderby changes.Key
        select Word("Agenda." + changes.Key, string.Join("; ", changes.Select(Changed))));

    public string NextMeetingLabel => Word("NextMeeting");

    public string NextMeeting => Line(minutes.NextMeeting) is { Length: > 0 } text ? text : Word("NextMeetingOpen");

    public string? Written => (Line(minutes.WrittenAt), minutes.WrittenOn) switch
    {
        ({ Length: > 0 } place, { } date) => Word("WrittenAtOn", place, DateText(date)),
        ({ Length: > 0 } place, null) => place,
        (_, { } date) => Word("WrittenOn", DateText(date)),
        _ => null,
    };

    public string SignatureLine => Word("SignatureLine");

    public string PageOf => Word("PageOf");

    public bool TiesShortWords => PrintableText.TiesShortWords(minutes.Culture);

    /// <summary>'3.' for an item, '3.1' for a sub-item, as Czech numbering has it.</summary>
    public static string ItemNumber(MinutesItem item)
    {
        var number = Line(item.Number);
        return number.Length > 0 && number.All(char.IsAsciiDigit) ? number + "." : number;
    }

    public static int ItemLevel(MinutesItem item) => Math.Clamp(item.Level, 1, 3);

    public string? ItemNote(MinutesItem item)
    {
        var presenter = Line(item.Presenter);
        string?[] parts = [presenter.Length > 0 ? Word("Presenter", presenter) : null, item.Kind is { } kind ? Word("Kind." + kind) : null];
        return parts.Any(part => part is not null) ? string.Join(" · ", parts.Where(part => part is not null)) : null;
    }

    public string Signatory(MinutesSignature signature)
    {
        var name = Line(signature.Name);
        return signature.IsSigned ? Word("Signed", name) : name;
    }

    /// <summary>For paper: short words tied to the next where the language asks for it.</summary>
    public string Print(string line) => TiesShortWords ? PrintableText.Tie(line) : line;

    public static string Line(string? text) => PrintableText.CleanLine(text);

    private bool IsNumbered => Line(minutes.Number).Length > 0;

    private MinutesFact Fact(string label, IEnumerable<string> values)
    {
        var lines = values.Where(value => value.Length > 0).ToList();
        return new(Word(label), lines.Count > 0 ? lines : [Word("Nobody")]);
    }

    private IEnumerable<string> Attendance()
    {
        var count = minutes.Counts is not { } counts ? ""
            : Word(counts.All == 1 ? "PresentCountOfOne" : "PresentCount", counts.Present, counts.All);
        var note = Line(minutes.AttendanceNote);
        yield return note.Length == 0 ? count : count.Length == 0 ? note : $"{count} ({note})";
    }

    private string Changed(MinutesAgendaChange change)
    {
        var title = Word("Agenda.Quoted", Line(change.Title));
        return Word("Agenda.At", change.Number.Length > 0 ? Word("Agenda.Numbered", Line(change.Number), title) : title, Clock(change.At));
    }

    private string Present(MinutesMember member)
    {
        var person = Joined(member.Name, member.Function, member.Organisation);
        string?[] notes =
        [
            Line(member.StandingInFor) is { Length: > 0 } holder ? Word("StandingInFor", holder) : null,
            member.CameAt is { } came ? Word("CameAt", Clock(came)) : null,
            member.LeftAt is { } left ? Word("LeftAt", Clock(left)) : null,
        ];
        var note = string.Join(", ", notes.Where(n => n is not null));
        return note.Length > 0 ? $"{person} ({note})" : person;
    }

    private string Excused(MinutesExcused excused)
    {
        var person = Joined(excused.Name, excused.Organisation);
        return Line(excused.StandIn) is { Length: > 0 } standIn ? $"{person} ({Word("StandIn", standIn)})" : person;
    }

    private static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.Select(Line).Where(part => part.Length > 0));

    private string? Time() => (minutes.Start, minutes.End) switch
    {
        ({ } start, { } end) => Word("TimeRange", Clock(start), Clock(end)),
        ({ } start, null) => Word("TimeFrom", Clock(start)),
        (null, { } end) => Word("TimeUntil", Clock(end)),
        _ => null,
    };

    private string Clock(TimeOnly time) => time.ToString(Word("Clock"), CultureInfo.InvariantCulture);

    private string DateText(DateOnly date) => date.ToString(Word("Date"), minutes.Culture);

    private string Word(string key, params object[] values) => Cultures.In(minutes.Culture, () => values.Length == 0 ? strings[key].Value : strings[key, values].Value);
}
