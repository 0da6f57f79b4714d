using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>Counts a vote at its closing.</summary>
public static class VoteCounting
{
    public static async Task<Refusal?> CloseAsync(MeetingChange change, Vote vote, long by, HandCount? entered, CancellationToken cancellationToken)
    {
        var db = change.Db;
        if (vote.State != VoteState.Open)
            return new("VoteNotOpen");
        var electorate = await Electorate.ReadAsync(db, change.Meeting, change.Now, cancellationToken);
        var rules = await db.RulesAsync(change.Meeting, cancellationToken);
        var voted = await VotedAsync(db, vote, cancellationToken);
        var recused = await db.Recusals.Where(r => r.VoteId == vote.Id).Select(r => r.SeatId).ToListAsync(cancellationToken);
        // Who voted and left before the closing was present for this vote.
        var present = electorate.Seats.Select(s => s.SeatId).Union(voted).Union(recused).ToHashSet();

        HandCount counts;
        if (vote.Way == VoteWay.HandsCounted)
        {
            if (RefuseCount(vote, entered, present.Count - recused.Count, electorate.Members) is { } refusal)
                return refusal;
            counts = entered!;
        }
        else
        {
            counts = await CountAsync(db, vote, cancellationToken);
            if (rules.Tie == TieRule.ChairDecides && counts.For == counts.Against)
                counts = counts with { IsChairFor = await IsChairForAsync(change, vote, cancellationToken) };
        }

        var (presentCount, bySilence) = (present.Count, 0);
        if (change.Meeting.Form == MeetingForm.PerRollam)
            (counts, presentCount, bySilence) = Silenced(rules.PerRollamSilence, counts, present.Count - recused.Count - counts.Sum, present.Count);
        vote.Close(by, change.Now, Math.Max(electorate.Members, presentCount), Math.Max(presentCount, counts.Sum + recused.Count), recused.Count, bySilence, counts);
        db.AddRange(present.Select(seat => new VotePresence(
            vote.Id, seat, electorate.Seats.FirstOrDefault(e => e.SeatId == seat) is { People: [var person] } ? person : null)));
        return null;
    }

    /// <summary>What stands on the ballots that were stored.</summary>
    public static async Task<HandCount> CountAsync(WorkspaceDb db, Vote vote, CancellationToken cancellationToken)
    {
        var marks = vote.IsAdvisory ? await db.AdvisoryBallots.Where(b => b.VoteId == vote.Id && b.IsMember).Select(b => new { b.Choice, b.Options }).ToListAsync(cancellationToken)
            : vote.IsSecret ? await db.SecretBallots.Where(b => b.VoteId == vote.Id).Select(b => new { b.Choice, b.Options }).ToListAsync(cancellationToken)
            : await db.Ballots.Where(b => b.VoteId == vote.Id).Select(b => new { b.Choice, b.Options }).ToListAsync(cancellationToken);
        return Of(marks.Select(m => new Mark(m.Choice, Mark.Read(m.Options))));
    }

    public static HandCount Of(IEnumerable<Mark> ballots)
    {
        var marks = ballots.ToList();
        return new(marks.Count(m => m.Choice == Choice.For), marks.Count(m => m.Choice == Choice.Against), marks.Count(m => m.Choice == Choice.Abstain))
        {
            Options = marks.SelectMany(m => m.Numbers).CountBy(n => n).ToDictionary(),
        };
    }

    /// <summary>Why hands cannot have been counted so (R13).</summary>
    /// <param name="vote">The vote.</param>
    /// <param name="counts">As entered.</param>
    /// <param name="entitled">Seats present that have not declared a conflict of interest.</param>
    /// <param name="members">All seats.</param>
    public static Refusal? RefuseCount(Vote vote, HandCount? counts, int entitled, int members)
    {
        if (counts is null)
            return new("VoteCountMissing");
        var isByOptions = vote.Kind.IsByOptions();
        if (!counts.IsPossible || (isByOptions && counts.Against > 0) || counts.Options.Keys.Any(n => !isByOptions || vote.Options.All(o => o.Number != n))
            || counts.Options.Values.Sum(n => (long)n) > (long)counts.For * vote.Places)
            return new("VoteCountImpossible");
        if (counts.Sum > members)
            return new("VoteCountOverMembers", counts.Sum, members);
        if (counts.Reason?.Length > VoteCorrection.ReasonLength)
            return new("VoteReasonTooLong", VoteCorrection.ReasonLength);
        return counts.Sum > entitled && string.IsNullOrWhiteSpace(counts.Reason) ? new("VoteCountOverPresent", counts.Sum, entitled) : null;
    }

    /// <summary>What not answering per rollam means (R18).</summary>
    /// <returns>The counts, how many took part, and how many of the counts come from silence.</returns>
    public static (HandCount Counts, int Present, int BySilence) Silenced(Silence silence, HandCount counts, int silent, int entitled) => silence switch
    {
        Silence.Abstained => (counts with { Abstained = counts.Abstained + silent }, entitled, silent),
        Silence.Against => (counts with { Against = counts.Against + silent }, entitled, silent),
        Silence.Agreed => (counts with { For = counts.For + silent }, entitled, silent),
        _ => (counts, entitled - silent, 0),
    };

    private static async Task<List<long>> VotedAsync(WorkspaceDb db, Vote vote, CancellationToken cancellationToken) => vote.IsSecret
        ? await db.VoteParticipations.Where(p => p.VoteId == vote.Id).Select(p => p.SeatId).ToListAsync(cancellationToken)
        : await db.Ballots.Where(b => b.VoteId == vote.Id).Select(b => b.SeatId).ToListAsync(cancellationToken);

    /// <summary>Whether who presides was for: the chair where present, else the vice-chair.</summary>
    private static async Task<bool> IsChairForAsync(MeetingChange change, Vote vote, CancellationToken cancellationToken)
    {
        if (vote.IsSecret)
            return false;
        var day = change.Meeting.StartsAt.DayIn(change.Meeting.TimeZone);
        var chairs = await change.Db.Officers.On(day).Where(o => o.GroupId == vote.GroupId && (o.Office == Office.Chair || o.Office == Office.ViceChair))
            .Select(o => new { o.PersonId, o.Office }).ToListAsync(cancellationToken);
        var present = await change.Db.Roll.Here().Where(r => r.MeetingId == vote.MeetingId && r.PersonId != null).Select(r => r.PersonId!.Value).ToListAsync(cancellationToken);
        var presiding = chairs.Where(c => present.Contains(c.PersonId)).OrderBy(c => c.Office != Office.Chair).Select(c => (long?)c.PersonId).FirstOrDefault();
        return presiding is { } person && await change.Db.Ballots.AnyAsync(b => b.VoteId == vote.Id && b.PersonId == person && b.Choice == Choice.For, cancellationToken);
    }
}
