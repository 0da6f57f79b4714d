using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Votes.Minuted;

/// <summary>What the minutes of a meeting tell of its votes, shared by all who read them. Rights are the caller's to check.</summary>
public sealed class MinutedVotes(IDbContextFactory<WorkspaceDb> factory, VoteRooms rooms, LiveUpdates updates, TimeProvider time) : IDisposable
{
    private readonly SharedReadings<VotesOnRecord> records =
        new(updates, time, t => t.IdAs(LiveTopic.Votes), id => ReadAsync(factory, rooms, id));

    public async Task<VotesOnRecord> FindAsync(long meetingId, CancellationToken cancellationToken = default) => (await records.FindAsync(meetingId, cancellationToken))!;

    public void Dispose() => records.Dispose();

    private static async Task<VotesOnRecord?> ReadAsync(IDbContextFactory<WorkspaceDb> factory, VoteRooms rooms, long meetingId)
    {
        var all = await rooms.FindAsync(meetingId);
        List<RoomVote> told = [.. all.All.Where(v => v.Vote.Number is not null)];
        // Ballots of a running vote announce it at every moment: what most votes have none of is not asked for.
        List<long> corrected = [.. told.Where(v => v.IsCorrected).Select(v => v.Id)];
        List<long> byName = [.. told.Where(v => v.Vote is { Way: VoteWay.HandsByName, IsSecret: false, IsCounted: true }).Select(v => v.Id)];
        List<long> people = [.. told.Where(v => v.Vote.ElectsVerifier).SelectMany(v => v.Vote.Options).Select(o => o.PersonId).OfType<long>()];
        await using var db = await factory.CreateDbContextAsync();
        var corrections = corrected.Count == 0 ? []
            : await db.VoteCorrections.AsNoTracking().Where(c => corrected.Contains(c.VoteId)).OrderBy(c => c.Id).ToListAsync();
        var ballots = byName.Count == 0 ? [] : await db.Ballots.AsNoTracking().Where(b => byName.Contains(b.VoteId)).ToListAsync();
        people.AddRange(ballots.Select(b => b.PersonId).Distinct());
        var names = people.Count == 0 ? []
            : await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new VotePerson(p.Name, p.FullName, p.ListName, p.Gender));
        return new([.. told.Select(v => new MinutedVote(
            v, [.. corrections.Where(c => c.VoteId == v.Id)], [.. ballots.Where(b => b.VoteId == v.Id)], names))]);
    }
}
