using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Tasks;
using Workspace.Web.Tasks.Minuted;
using Workspace.Web.Texts;
using Workspace.Web.Votes.Minuted;
using Workspace.Web.Votes;

namespace Workspace.Web.Minutes;

/// <summary>Puts the minutes of a meeting together from its record: who was there, the agenda, and the committed texts.</summary>
public sealed class MinutesService(
    IDbContextFactory<WorkspaceDb> factory, MeetingService meetings, MinutedVotes votes, VoteAccountWording accounts, MinutedTasks tasks, TaskWording taskWording, AttendanceWording attendance,
    VerdictWording verdicts, IStringLocalizer<MinutesStrings> strings)
{
    /// <returns>The content in the given language; refused to whoever may not read the meeting.</returns>
    public async Task<Outcome<MinutesDocument>> ComposeAsync(long by, long meetingId, CultureInfo culture, CancellationToken cancellationToken = default)
    {
        var found = await meetings.RoomAsync(by, meetingId, cancellationToken);
        if (found.Value is not { Room: var room })
            return found.Refusal!;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var texts = new List<(long ItemId, string Markdown)>();
        foreach (var item in room.Agenda)
            texts.Add((item.Id, (await RevisionLog.LoadAsync(db, item.TextId, cancellationToken))?.Document.ToString() ?? ""));
        var record = await votes.FindAsync(meetingId, cancellationToken);
        var given = await tasks.FindAsync(meetingId, cancellationToken);
        var filled = Cultures.In(culture, () => new MinutesBlocks(room, record, accounts, given, taskWording, attendance).Fill(texts).ToList());
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
            Present = [.. room.Roll.Present.Select(p => new MinutesMember(
                p.Name, p.Function, p.Organisation, p.StandsInFor, Clock(p.CameAt), meeting.ClosedAt is { } over && p.LeftAt >= over ? null : Clock(p.LeftAt)))],
            Excused = [.. room.Roll.Excused.Select(e => new MinutesExcused(e.Name, e.Organisation, e.StandIn))],
            Guests = [.. room.Roll.Guests.Select(g => g.Organisation is null ? g.Name : $"{g.Name} ({g.Organisation})")],
            AgendaChanges = [.. MinutesAgenda.ChangesOf(room)],
            Items = [.. PerRollam(room, culture), .. room.Agenda.Zip(filled, (item, markdown) =>
                new MinutesItem(item.Number, item.Title, markdown, item.Level + 1) { Presenter = item.Details.Presenter })],
            NextMeeting = meeting.NextMeeting,
            Signatures = await SignaturesAsync(db, meeting, record, culture, cancellationToken),
            Publicity = meeting.FooterLine,
            IsDraft = true,
            Author = meeting.GroupName,
        };

        TimeOnly? Clock(DateTimeOffset? at) => at is { } moment ? TimeOnly.FromDateTime(moment.In(meeting.TimeZone).DateTime) : null;
    }

    /// <summary>Votes outside a meeting since the last one are noted at the next (R18).</summary>
    private IEnumerable<MinutesItem> PerRollam(MeetingRoom room, CultureInfo culture) => room.PerRollam.Count == 0 ? [] : Cultures.In(culture, () => new[]
    {
        new MinutesItem("", strings["PerRollam"], string.Join("\n\n", room.PerRollam.SelectMany(ended => ended.Votes.Select(vote =>
            $"**{MarkdownSource.EscapeFirst($"{ended.NumberText} {ended.Title}")}**\\\n{MarkdownSource.EscapeFirst(verdicts.Line(vote))}\\\n{MarkdownSource.EscapeFirst(vote.Wording ?? vote.Question)}")))),
    });

    /// <summary>The secretary who wrote, who was elected to verify (R17), and the chair, of the meeting's day (R20).</summary>
    private async Task<IReadOnlyList<MinutesSignature>> SignaturesAsync(
        WorkspaceDb db, MeetingInfo meeting, VotesOnRecord record, CultureInfo culture, CancellationToken cancellationToken)
    {
        var day = meeting.StartsAt.DayIn(meeting.TimeZone);
        var officers = await db.Officers.AsNoTracking().On(day)
            .Where(o => o.GroupId == meeting.GroupId)
            .Join(db.People, o => o.PersonId, p => p.Id, (o, p) => new { o.Office, Person = p })
            .ToListAsync(cancellationToken);
        return Cultures.In<IReadOnlyList<MinutesSignature>>(culture, () =>
        [
            .. officers.Where(o => o.Office == Office.Secretary).Select(o => new MinutesSignature(strings["WrittenBy"], o.Person.FullName)),
            .. record.Verifiers.Select(v => new MinutesSignature(accounts.VerifierRole(v.Gender), v.FullName)),
            .. officers.Where(o => o.Office == Office.Chair).Select(o => new MinutesSignature(strings["Chair"], o.Person.FullName)),
        ]);
    }
}
