using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Texts;

namespace Workspace.Web.Minutes;

/// <summary>Puts the minutes of a meeting together from its record: who was there, the agenda, and the committed texts.</summary>
public sealed class MinutesService(
    IDbContextFactory<WorkspaceDb> factory, MeetingService meetings, IStringLocalizer<MinutesStrings> strings)
{
    /// <returns>The content in the given language; refused to whoever may not read the meeting.</returns>
    public async Task<Outcome<MinutesDocument>> ComposeAsync(long by, long meetingId, CultureInfo culture, CancellationToken cancellationToken = default)
    {
        var found = await meetings.RoomAsync(by, meetingId, cancellationToken);
        if (found.Value is not { Room: var room })
            return found.Refusal!;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var items = new List<MinutesItem>();
        foreach (var item in room.Agenda)
        {
            var text = await RevisionLog.LoadAsync(db, item.TextId, cancellationToken);
            items.Add(new(item.Number, item.Title, text?.Document.ToString() ?? "", item.Level + 1) { Presenter = item.Details.Presenter });
        }
        var meeting = room.Meeting;
        var start = (meeting.StartedAt ?? meeting.StartsAt).In(meeting.TimeZone);
        var end = meeting.ClosedAt?.In(meeting.TimeZone);
        return new MinutesDocument(culture, meeting.GroupName, meeting.NumberText, DateOnly.FromDateTime(start.DateTime))
        {
            ParentBody = meeting.ParentBody,
            HeaderLine = meeting.HeadingLine,
            Start = TimeOnly.FromDateTime(start.DateTime),
            End = end is { } closed ? TimeOnly.FromDateTime(closed.DateTime) : null,
            Place = meeting.Place,
            Form = meeting.Form switch
            {
                MeetingForm.InPerson => MinutesForm.InPerson,
                MeetingForm.Online => MinutesForm.Remote,
                MeetingForm.Hybrid => MinutesForm.Hybrid,
                _ => null,
            },
            HasRoll = room.Roll.IsKept,
            Counts = new(room.Roll.PresentSeats, room.Roll.AllSeats),
            Present = [.. room.Roll.Present.Select(p => new MinutesMember(p.Name, p.Function, p.Organisation, p.StandsInFor))],
            Excused = [.. room.Roll.Excused.Select(e => new MinutesExcused(e.Name, e.Organisation, e.StandIn))],
            Guests = [.. room.Roll.Guests.Select(g => g.Organisation is null ? g.Name : $"{g.Name} ({g.Organisation})")],
            AgendaChanges = [.. MinutesAgenda.ChangesOf(room)],
            Items = items,
            NextMeeting = meeting.NextMeeting,
            Signatures = await SignaturesAsync(db, meeting, culture, cancellationToken),
            Publicity = meeting.FooterLine,
            IsDraft = true,
            Author = meeting.GroupName,
        };
    }

    /// <summary>The secretary who wrote, and the chair, of the meeting's day (R20).</summary>
    private async Task<IReadOnlyList<MinutesSignature>> SignaturesAsync(WorkspaceDb db, MeetingInfo meeting, CultureInfo culture, CancellationToken cancellationToken)
    {
        var day = meeting.StartsAt.DayIn(meeting.TimeZone);
        var officers = await db.Officers.AsNoTracking()
            .Where(o => o.GroupId == meeting.GroupId && o.From <= day && (o.To == null || day <= o.To))
            .Join(db.People, o => o.PersonId, p => p.Id, (o, p) => new { o.Office, Person = p })
            .ToListAsync(cancellationToken);
        var asWritten = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = culture;
            return [.. officers
                .Where(o => o.Office is Office.Secretary or Office.Chair)
                .OrderBy(o => o.Office != Office.Secretary)
                .Select(o => new MinutesSignature(strings[o.Office == Office.Secretary ? "WrittenBy" : "Chair"], o.Person.FullName))];
        }
        finally
        {
            CultureInfo.CurrentUICulture = asWritten;
        }
    }
}
