using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds;

/// <summary>The contents of rounds, shared by all who look at them.</summary>
public sealed class RoundRooms : IDisposable
{
    private const int MostByName = 200, MostRounds = 50;

    private readonly IDbContextFactory<WorkspaceDb> factory;
    private readonly TimeProvider time;
    private readonly SharedReadings<IReadOnlyList<RoundItem>> frozen;
    private readonly SharedReadings<RoundRoom> rooms;

    /// <summary>Sent comments as they were read last: of thousands, one is new when the round is read again.</summary>
    private readonly ConcurrentDictionary<long, IReadOnlyDictionary<(long, int, bool), RoundComment>> known = new();

    public RoundRooms(IDbContextFactory<WorkspaceDb> factory, LiveUpdates updates, TimeProvider time)
    {
        (this.factory, this.time) = (factory, time);
        // The frozen items of an open round never change, however much its comments do.
        frozen = new(updates, time, _ => null, ReadItemsAsync);
        rooms = new(updates, time, topic => topic.IdAs(LiveTopic.Round), ReadAsync);
    }

    /// <summary>The round; null where there is none. Rights are the caller's to check.</summary>
    public Task<RoundRoom?> FindAsync(long roundId, CancellationToken cancellationToken = default) => rooms.FindAsync(roundId, cancellationToken);

    public void Dispose()
    {
        rooms.Dispose();
        frozen.Dispose();
    }

    private async Task<IReadOnlyList<RoundItem>?> ReadItemsAsync(long roundId)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.RoundItems.AsNoTracking().Where(i => i.RoundId == roundId).OrderBy(i => i.Position).ToListAsync();
    }

    private async Task<RoundRoom?> ReadAsync(long roundId)
    {
        await using var db = await factory.CreateDbContextAsync();
        var round = await db.Rounds.AsNoTracking().Include(r => r.Invitees).Include(r => r.Extensions).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == roundId);
        if (round is null)
            return null;
        var info = await db.Plans.Where(p => p.Id == round.PlanId)
            .Join(db.Groups, p => p.GroupId, g => g.Id, (p, g) => new RoundInfo(round, p.Name, g.Name, g.ShortName, g.TimeZone)).SingleAsync();
        var items = round.OpenedAt is null ? [] : (await frozen.FindAsync(roundId))!;
        var none = await db.NoComments.Where(a => a.RoundId == roundId).Select(a => new { a.PersonId, a.ItemId }).ToListAsync();
        var parties = await AskedParties.ReadAsync(db, round, time.GetUtcNow().DayIn(info.TimeZone), default);
        return new(info, items, await CommentsAsync(db, roundId), none.ToLookup(a => a.PersonId, a => a.ItemId), parties);
    }

    private async Task<IReadOnlyList<RoomComment>> CommentsAsync(WorkspaceDb db, long roundId)
    {
        var comments = await SentAsync(db, roundId);
        var settlements = await db.Settlements.AsNoTracking().Where(s => s.RoundId == roundId).ToDictionaryAsync(s => s.CommentId);
        var history = (await db.SettlementChanges.AsNoTracking().Where(c => c.RoundId == roundId).OrderBy(c => c.Id).ToListAsync()).ToLookup(c => c.CommentId);
        var supporters = (await db.CommentSupports.Where(s => s.RoundId == roundId).OrderBy(s => s.At)
            .Join(db.People, s => s.PersonId, p => p.Id, (s, p) => new { s.CommentId, p.Id, p.Name }).ToListAsync()).ToLookup(s => s.CommentId, s => new RoomPerson(s.Id, s.Name));
        var officers = comments.Select(c => c.EnteredById).OfType<long>().Concat(settlements.Values.Select(s => s.By)).Concat(history.SelectMany(h => h).Select(h => h.By)).Distinct().ToList();
        var names = await db.People.Where(p => officers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        return
        [
            .. comments.Select(c => new RoomComment(
                c, c.EnteredById is { } enterer ? names[enterer] : null, [.. supporters[c.Id]], settlements.GetValueOrDefault(c.Id),
                settlements.TryGetValue(c.Id, out var settlement) ? names[settlement.By] : null, [.. history[c.Id].Select(h => new EarlierSettlement(h, names[h.By]))])),
        ];
    }

    private async Task<IReadOnlyList<RoundComment>> SentAsync(WorkspaceDb db, long roundId)
    {
        var sent = db.RoundComments.AsNoTracking().Where(c => c.RoundId == roundId && c.State == CommentState.Sent);
        var keys = (await sent.Select(c => new { c.Id, c.Sendings, c.IsLate }).ToListAsync()).Select(c => (c.Id, c.Sendings, c.IsLate)).ToList();
        var before = known.GetValueOrDefault(roundId) ?? new Dictionary<(long, int, bool), RoundComment>();
        var missing = keys.Where(k => !before.ContainsKey(k)).Select(k => k.Id).ToList();
        var read = missing.Count == 0 ? []
            : missing.Count <= MostByName ? await sent.Where(c => missing.Contains(c.Id)).ToListAsync()
            : await sent.ToListAsync();
        var fresh = read.ToDictionary(c => c.Id);
        // What was sent or withdrawn between the two queries is announced, and read again then.
        List<RoundComment> comments = [.. keys.Select(k => fresh.GetValueOrDefault(k.Id) ?? before.GetValueOrDefault(k)).OfType<RoundComment>().OrderBy(c => c.SentAt).ThenBy(c => c.Id)];
        if (known.Count > MostRounds)
            known.Clear();
        known[roundId] = comments.ToDictionary(c => (c.Id, c.Sendings, c.IsLate));
        return comments;
    }
}
