using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Votes;

/// <summary>The votes of meetings, shared by all who watch; and where in a group a vote is open. Rights are the caller's to check.</summary>
public sealed class VoteRooms(IDbContextFactory<WorkspaceDb> factory, LiveUpdates updates, TimeProvider time) : IDisposable
{
    private readonly SharedReadings<MeetingVotes> votes = new(updates, time, t => t.IdAs(LiveTopic.Votes), id => ReadAsync(factory, id));

    private readonly SharedReadings<IReadOnlyList<long>> open = new(updates, time, t => t.IdAs(LiveTopic.Voting), id => OpenIn(factory, id));

    public async Task<MeetingVotes> FindAsync(long meetingId, CancellationToken cancellationToken = default) => (await votes.FindAsync(meetingId, cancellationToken))!;

    /// <summary>The meetings of a group in which a vote is open.</summary>
    public async Task<IReadOnlyList<long>> MeetingsVotingAsync(long groupId, CancellationToken cancellationToken = default) => (await open.FindAsync(groupId, cancellationToken))!;

    public void Dispose()
    {
        votes.Dispose();
        open.Dispose();
    }

    private static async Task<IReadOnlyList<long>?> OpenIn(IDbContextFactory<WorkspaceDb> factory, long groupId)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.Votes.Where(v => v.GroupId == groupId && v.State == VoteState.Open).Select(v => v.MeetingId).Distinct().ToListAsync();
    }

    private static async Task<MeetingVotes?> ReadAsync(IDbContextFactory<WorkspaceDb> factory, long meetingId)
    {
        await using var db = await factory.CreateDbContextAsync();
        var all = await db.Votes.AsNoTracking().Include(v => v.Options.OrderBy(o => o.Number)).Where(v => v.MeetingId == meetingId)
            .OrderBy(v => v.Number == null).ThenBy(v => v.Number).ThenBy(v => v.Id).ToListAsync();
        List<long> open = [.. all.Where(v => v.State == VoteState.Open).Select(v => v.Id)];
        var ballots = (await db.Ballots.AsNoTracking().Where(b => open.Contains(b.VoteId)).ToListAsync()).ToLookup(b => b.VoteId);
        var secret = (await db.VoteParticipations.AsNoTracking().Where(p => open.Contains(p.VoteId)).ToListAsync()).ToLookup(p => p.VoteId, p => p.SeatId);
        var recused = (await db.Recusals.AsNoTracking().Where(r => open.Contains(r.VoteId)).ToListAsync()).ToLookup(r => r.VoteId, r => r.SeatId);
        List<long> advisory = [.. all.Where(v => v.IsAdvisory).Select(v => v.Id)];
        var advice = (await db.AdvisoryBallots.AsNoTracking().Where(b => advisory.Contains(b.VoteId)).ToListAsync()).ToLookup(b => b.VoteId);
        var resolutions = await db.Resolutions.Where(r => r.MeetingId == meetingId).ToDictionaryAsync(r => r.VoteId, r => r.NumberText);
        var corrected = await db.VoteCorrections.Where(c => db.Votes.Any(v => v.Id == c.VoteId && v.MeetingId == meetingId)).Select(c => c.VoteId).Distinct().ToListAsync();
        return new(meetingId, [.. all.Select(v => new RoomVote(
            v,
            resolutions.GetValueOrDefault(v.Id),
            all.Find(first => first.Id == v.RepeatsId)?.Number,
            ballots[v.Id].ToDictionary(b => b.SeatId),
            ballots[v.Id].Select(b => b.SeatId).Concat(secret[v.Id]).ToHashSet(),
            recused[v.Id].ToHashSet(),
            v.IsAdvisory ? Advice(advice[v.Id]) : null,
            corrected.Contains(v.Id)))]);
    }

    private static AdvisoryCount Advice(IEnumerable<AdvisoryBallot> ballots)
    {
        var marks = ballots.Select(b => (b.PersonId, b.IsMember, Mark: new Mark(b.Choice, Mark.Read(b.Options)))).ToList();
        return new(
            VoteCounting.Of(marks.Where(m => m.IsMember).Select(m => m.Mark)),
            VoteCounting.Of(marks.Where(m => !m.IsMember).Select(m => m.Mark)),
            marks.ToDictionary(m => m.PersonId, m => m.Mark));
    }
}
