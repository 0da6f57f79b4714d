using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>What becomes final when a result is stated.</summary>
internal static class Announcing
{
    /// <summary>Announces what was closed in a meeting and not announced yet.</summary>
    public static async Task AnnounceClosedAsync(MeetingChange change, CancellationToken cancellationToken)
    {
        var closed = await change.Db.Votes.Include(v => v.Options)
            .Where(v => v.MeetingId == change.Meeting.Id && v.State == VoteState.Closed && v.AnnouncedAt == null).OrderBy(v => v.Number).ToListAsync(cancellationToken);
        foreach (var vote in closed)
            await AnnounceAsync(change, vote, cancellationToken);
    }

    public static async Task AnnounceAsync(MeetingChange change, Vote vote, CancellationToken cancellationToken)
    {
        vote.Announce(change.Now);
        await NumberAsync(change, vote, cancellationToken);
    }

    /// <summary>
    /// Gives an adopted resolution the next number of the group's series of the year. The group's row is held, since meetings
    /// of one group can run at the same time; a number that was given is never given again.
    /// </summary>
    public static async Task NumberAsync(MeetingChange change, Vote vote, CancellationToken cancellationToken)
    {
        var (db, meeting) = (change.Db, change.Meeting);
        if (vote.Wording is null || vote.IsAdvisory || vote.AnnouncedAt is null || !vote.IsAdopted
            || await db.Resolutions.AnyAsync(r => r.VoteId == vote.Id, cancellationToken))
            return;
        await db.HoldAsync<Group>(meeting.GroupId, cancellationToken);
        var year = meeting.StartsAt.DayIn(meeting.TimeZone).Year;
        var number = (await db.Resolutions.Where(r => r.GroupId == meeting.GroupId && r.Year == year).MaxAsync(r => (int?)r.Number, cancellationToken) ?? 0) + 1;
        var format = (await db.RulesAsync(meeting, cancellationToken)).ResolutionNumberFormat;
        db.Add(new Resolution(vote.Id, meeting.GroupId, meeting.Id, year, number, MinutesNumber.Format(format, number, year), change.Now));
        // The next one of the same step counts on it.
        await db.SaveChangesAsync(cancellationToken);
    }
}
