using System.Globalization;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Texts.Blocks;
using Workspace.Web.Votes;

namespace Workspace.Web.Demo;

internal sealed partial class DemoSeederRun
{
    private static readonly TimeSpan VotingTakes = TimeSpan.FromMinutes(1);

    /// <summary>Votes as they were opened, counted and announced; an id is known only once they are stored.</summary>
    private void AddVotes(StoredSitting sitting)
    {
        foreach (var content in sitting.Content.Votes)
        {
            var item = sitting.Items.Single(i => i.Content.Number == content.ItemNumber);
            var presiding = people[sitting.Content.Meeting.PresidingKey].Id;
            var begun = item.Content.StartedAt ?? now;
            var vote = new Vote(sitting.Meeting.GroupId, sitting.Meeting.Id, InputOf(content, item.Item.Id), RuleOf(sitting, begun), presiding, begun);
            if (content.IsHeld)
                Hold(sitting, vote, content, presiding, (item.Content.EndedAt ?? now) - (2 * VotingTakes));
            db.Add(vote);
            sitting.Votes.Add(vote);
        }
    }

    private void Hold(StoredSitting sitting, Vote vote, DemoVote content, long by, DateTimeOffset at)
    {
        var (members, present) = (sitting.Content.Meeting.Roll.Count, PresentAt(sitting, at).Count);
        vote.Open(by, at, sitting.Votes.Count(v => v.Number is not null) + 1, present, members);
        var counts = new HandCount(content.For!.Value, content.Against, content.Abstained, content.Invalid)
        {
            Options = content.Candidates.Index().ToDictionary(c => c.Index + 1, c => c.Item.Votes),
        };
        vote.Close(by, at + VotingTakes, members, present, 0, 0, counts);
        vote.Announce(at + VotingTakes);
    }

    /// <summary>Who was present, and the numbers that resolutions have got in the group's series of the year.</summary>
    private void AddVoteRecords(StoredSitting sitting, Dictionary<(long Group, int Year), int> numbers)
    {
        foreach (var vote in sitting.Votes.Where(v => v.Number is not null))
        {
            db.AddRange(PresentAt(sitting, vote.OpenedAt!.Value).Select(p => new VotePresence(vote.Id, seats[p.SeatKey].Id, p.Person)));
            if (vote.Wording is null || vote.Result is not { IsAdopted: true })
                continue;
            var year = sitting.Content.Year;
            var number = NextResolution(numbers, vote.GroupId, year);
            db.Add(ResolutionOf(vote, year, number));
        }
    }

    private Resolution ResolutionOf(Vote vote, int year, int number)
    {
        var at = vote.AnnouncedAt!.Value;
        var format = RulesOn(vote.GroupId, at.DayIn(GroupCalendar.DefaultZone)).Values.ResolutionNumberFormat;
        return new(vote.Id, vote.GroupId, vote.MeetingId, year, number, MinutesNumber.Format(format, number, year), at);
    }

    private static int NextResolution(Dictionary<(long Group, int Year), int> numbers, long group, int year) =>
        numbers[(group, year)] = numbers.GetValueOrDefault((group, year)) + 1;

    /// <summary>The texts as they are written: with references to votes, tasks and items as they are stored.</summary>
    private static void BeginTexts(StoredSitting sitting)
    {
        var ids = sitting.Votes.Where(v => v.Number is not null).ToDictionary(v => (long)v.Number!.Value, v => v.Id);
        foreach (var item in sitting.Items)
        {
            var lines = item.Content.Text.Split('\n').Select(line => BlockLine.Parse(line) is { } block ? Stored(block).ToString() : line);
            item.Write(new(string.Join('\n', lines)));
        }

        BlockLine Stored(BlockLine block) => block.Kind switch
        {
            BlockKind.Vote => BlockLine.OfVote(ids[block.Id]),
            BlockKind.Task => BlockLine.OfTask(sitting.Tasks[(int)block.Id - 1].Id),
            _ => BlockLine.OfAttendance(sitting.Items.Single(i => i.Content.Number == block.Id.ToString(CultureInfo.InvariantCulture)).Item.Id),
        };
    }

    private List<(string SeatKey, long Person)> PresentAt(StoredSitting sitting, DateTimeOffset at)
    {
        var meeting = sitting.Content.Meeting;
        var group = DemoContent.Groups.Single(g => g.Key == meeting.GroupKey);
        var (opened, day) = (sitting.Content.OpenedAt!.Value, OffsetOf(sitting.Content.OpenedAt!.Value));
        return [.. meeting.Roll.Where(r => r.IsPresent && opened.AddMinutes(r.ArrivedAfterMinutes ?? 0) <= at)
            .Select(r => (r.SeatKey, people[r.StandInKey ?? group.Seats.Single(s => s.Key == r.SeatKey).HolderOn(day)!].Id))];
    }

    private VoteInput InputOf(DemoVote content, long itemId) => new(itemId, content.Question)
    {
        Wording = content.Wording,
        Kind = content.Candidates.Count > 0 ? VoteKind.Election : VoteKind.Motion,
        Way = content.Way,
        IsSecret = content.IsSecret,
        ElectsVerifier = content.ElectsVerifier,
        ApprovesAgenda = content.ApprovesAgenda,
        Options = [.. content.Candidates.Select(c => new VoteOptionInput(people[c.PersonKey].FullName, people[c.PersonKey].Id))],
    };

    private VoteRule RuleOf(StoredSitting sitting, DateTimeOffset at)
    {
        var ruling = RulesOn(sitting.Meeting.GroupId, at.DayIn(sitting.Meeting.TimeZone));
        return new(ruling.Values.MajorityBasis, ruling.Values.Majority, ruling.Values.Tie, ruling.Version);
    }
}
