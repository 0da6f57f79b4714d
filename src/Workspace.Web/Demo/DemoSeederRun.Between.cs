using Microsoft.EntityFrameworkCore;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Meetings.Proposals;
using Workspace.Web.Votes;

namespace Workspace.Web.Demo;

/// <summary>What went on between the meetings: a vote per rollam that has ended, and items proposed for the coming agenda.</summary>
internal sealed partial class DemoSeederRun
{
    private static readonly TimeOnly PerRollamOpens = new(9, 0), PerRollamCloses = new(20, 0);

    /// <summary>Its number in the register, between those of the meetings around it.</summary>
    private int perRollamResolution;

    private async Task AddBetweenAsync(IReadOnlyList<StoredSitting> sittings, CancellationToken cancellationToken)
    {
        var meeting = await AddPerRollamAsync(cancellationToken);
        var item = new AgendaItem(meeting, null, 0, new(DemoPerRollam.Title, AgendaItemKind.Decision, Background: DemoPerRollam.Background));
        db.Add(item);
        await db.SaveChangesAsync(cancellationToken);
        await AddPerRollamVoteAsync(meeting, item, cancellationToken);

        var coming = sittings.Single(s => s.Content.Meeting.Key == "next").Meeting;
        foreach (var (key, daysAgo, details) in DemoPerRollam.Proposed)
            db.Add(new ItemProposal(coming.Id, people[key].Id, now.AddDays(-daysAgo), details));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Meeting> AddPerRollamAsync(CancellationToken cancellationToken)
    {
        var group = groups[DemoContent.Group.Key];
        var (opens, closes) = (Day(-DemoPerRollam.OpenedDaysAgo).At(PerRollamOpens, group.TimeZone), Day(-DemoPerRollam.ClosedDaysAgo).At(PerRollamCloses, group.TimeZone));
        var year = opens.DayIn(group.TimeZone).Year;
        var number = await db.Meetings.Where(m => m.GroupId == group.Id && m.Year == year && m.StartsAt < opens).MaxAsync(m => (int?)m.Number, cancellationToken) + 1 ?? 1;
        var ruling = RulesOn(group.Id, opens.DayIn(group.TimeZone));
        var meeting = new Meeting(group.Id, year, number, MinutesNumber.Format(ruling.Values.MinutesNumberFormat, number, year), new(
            DemoPerRollam.Title, opens, closes, group.TimeZone, MeetingForm.PerRollam, null, null));
        db.Add(meeting);
        await db.SaveChangesAsync(cancellationToken);
        meeting.Start(opens, ruling.Id, null);
        meeting.Close(closes);
        var chair = people["chair"].Id;
        db.Add(new MeetingEvent(meeting.Id, MeetingEventKind.Started, opens, chair));
        db.Add(new MeetingEvent(meeting.Id, MeetingEventKind.Closed, closes, chair));
        return meeting;
    }

    private async Task AddPerRollamVoteAsync(Meeting meeting, AgendaItem item, CancellationToken cancellationToken)
    {
        var (chair, ruling) = (people["chair"].Id, rules.Single(r => r.Id == meeting.RulesId));
        var vote = new Vote(meeting.GroupId, meeting.Id, new(item.Id, DemoPerRollam.Question) { Wording = DemoPerRollam.Wording },
            new(ruling.Values.MajorityBasis, ruling.Values.Majority, ruling.Values.Tie, ruling.Version), chair, meeting.StartsAt);
        var holders = DemoContent.Group.Seats.Select(s => (Seat: seats[s.Key].Id, Holder: s.HolderOn(OffsetOf(meeting.EndsAt)))).ToList();
        vote.Open(chair, meeting.StartsAt, 1, holders.Count, holders.Count);
        var answered = holders.Where(h => h.Holder is not null).Take(DemoPerRollam.Marks.Count).ToList();
        vote.Close(chair, meeting.EndsAt, holders.Count, answered.Count, 0, 0, VoteCounting.Of(DemoPerRollam.Marks.Take(answered.Count)));
        vote.Announce(meeting.EndsAt);
        db.Add(vote);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (index, (seat, holder)) in answered.Index())
        {
            var ballot = new Ballot(vote.Id, seat);
            ballot.Cast(people[holder!].Id, DemoPerRollam.Marks[index], BallotSource.Device, meeting.StartsAt.AddHours(1 + (5 * index)));
            db.Add(ballot);
            db.Add(new VotePresence(vote.Id, seat, people[holder!].Id));
        }
        if (vote.Result is { IsAdopted: true })
            db.Add(ResolutionOf(vote, meeting.EndsAt.DayIn(meeting.TimeZone).Year, perRollamResolution));
    }
}
