using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Attendance.Presence;
using Workspace.Web.Data;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

/// <summary>A meeting of two items that has just begun.</summary>
public sealed class RollScene : IAsyncDisposable
{
    private RollScene(MeetingWorld world, long meetingId, DateTimeOffset start, long[] items) => (World, MeetingId, Start, Items) = (world, meetingId, start, items);

    public MeetingWorld World { get; }

    public long MeetingId { get; }

    public DateTimeOffset Start { get; }

    public long[] Items { get; }

    public RollService Roll => World.World.Get<RollService>();

    public CheckInService CheckIn => World.World.Get<CheckInService>();

    private PresenceService Presence => World.World.Get<PresenceService>();

    /// <summary>Who keeps the roll.</summary>
    public long By => World.Secretary.Id;

    public DateTimeOffset Now => World.World.Time.GetUtcNow();

    public static async Task<RollScene> StartAsync(DatabaseKind kind)
    {
        var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Zahájení", "Zpráva");
        var start = Details().StartsAt;
        world.World.Time.Set(start);
        Done(await world.Lead.StartAsync(world.Secretary.Id, id));
        return new(world, id, start, [await world.ItemAsync(id, "Zahájení"), await world.ItemAsync(id, "Zpráva")]);
    }

    public void Wait(int minutes = 0, int seconds = 0) => World.World.Time.Advance(new(0, minutes, seconds));

    /// <summary>A server has seen these people connected just now.</summary>
    public Task SeeAsync(params long[] people) => Presence.SeeAsync([.. people.Select(person => new RoomVisitor(MeetingId, person))]);

    public Task<int> SettleAsync() => Presence.SettleAsync();

    public async Task<List<RollChange>> ChangesAsync()
    {
        await using var db = World.World.Db();
        return await db.RollChanges.AsNoTracking().Where(c => c.MeetingId == MeetingId).OrderBy(c => c.Id).ToListAsync();
    }

    /// <summary>What was recorded gives the roll as it stands.</summary>
    public async Task AssertReplayIsTheRollAsync()
    {
        await using var db = World.World.Db();
        var entries = await db.Roll.AsNoTracking().Where(e => e.MeetingId == MeetingId).ToListAsync();
        var replayed = RollLog.Replay(await RollLog.ReadAsync(db, MeetingId));
        Assert.Equal(
            entries.Select(e => (e.SeatId, e.SeatId is null ? e.PersonId : null, e.State, e.PersonId)).Order(),
            replayed.Select(r => (r.Key.SeatId, r.Key.PersonId, r.Value.State, r.Value.PersonId)).Order());
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
