using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Demo;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Votes;

/// <summary>The demo's running meeting, in which eighteen of twenty-four seats are present, and who may vote there.</summary>
public sealed record VoteScene(World World, long MeetingId, long ItemId, long Chair, long Stranger, IReadOnlyList<(long SeatId, long PersonId)> Present) : IAsyncDisposable
{
    public VoteService Votes => World.Get<VoteService>();

    public VoteLeadService Lead => World.Get<VoteLeadService>();

    public BallotService Ballots => World.Get<BallotService>();

    public VoteRecordService Records => World.Get<VoteRecordService>();

    public static async Task<VoteScene> CreateAsync(DatabaseKind kind)
    {
        var world = await DemoSeederTests.SeededAsync(kind);
        await using var db = world.Db();
        var meeting = await db.Meetings.SingleAsync(m => m.State == MeetingState.Live);
        var present = await db.Roll.Here().Where(r => r.MeetingId == meeting.Id && r.SeatId != null).OrderBy(r => r.SeatId).ToListAsync();
        var chair = await db.People.SingleAsync(p => p.DemoKey == "chair");
        var stranger = await world.AddAsync(new Web.People.Person("Cizí", "Člověk", null));
        return new(world, meeting.Id, meeting.CurrentItemId!.Value, chair.Id, stranger.Id, [.. present.Select(r => (r.SeatId!.Value, r.PersonId!.Value))]);
    }

    public async Task<long> PrepareAsync(VoteInput? input = null)
    {
        var prepared = await Votes.PrepareAsync(Chair, MeetingId, input ?? new(ItemId, "Schvaluje skupina návrh?"));
        Assert.Null(prepared.Refusal);
        return prepared.Value;
    }

    public async Task<long> OpenAsync(VoteInput? input = null)
    {
        var vote = await PrepareAsync(input);
        Done(await Lead.OpenAsync(Chair, vote));
        return vote;
    }

    public async Task<Outcome> CastAsync(long by, long vote, long seat, Mark mark) => new((await Ballots.CastAsync(by, vote, seat, mark)).Refusal);

    /// <summary>Casts a choice for each of the first so many seats present.</summary>
    public async Task CastAllAsync(long vote, params Mark[] marks)
    {
        for (var i = 0; i < marks.Length; i++)
            Done(await CastAsync(Present[i].PersonId, vote, Present[i].SeatId, marks[i]));
    }

    public async Task<Vote> FindAsync(long vote) => (await Votes.FindAsync(Chair, vote)).Value!;

    public async Task<long> PersonAsync(string key)
    {
        await using var db = World.Db();
        return (await db.People.SingleAsync(p => p.DemoKey == key)).Id;
    }

    public static void Done(Outcome outcome) => Assert.Null(outcome.Refusal);

    public static void Refused(string code, Outcome outcome) => Assert.Equal(code, outcome.Refusal?.Code);

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
