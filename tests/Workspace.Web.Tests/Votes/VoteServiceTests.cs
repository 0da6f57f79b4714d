using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Demo;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Votes;

/// <summary>In the demo's running meeting: nineteen of twenty-four seats are present.</summary>
public sealed class VoteServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Vote_IsPreparedOpenedCastAndClosed_ByTheRulesOfTheGroup(DatabaseKind kind)
    {
        await using var scene = await Scene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        for (var i = 0; i < scene.Present.Count; i++)
            Done(await scene.Votes.CastAsync(scene.Present[i].PersonId, vote, scene.Present[i].SeatId, i < 11 ? Choice.For : i < 15 ? Choice.Against : Choice.Abstain));
        // Somebody thinks better of it while the vote is open (V7).
        Done(await scene.Votes.CastAsync(scene.Present[0].PersonId, vote, scene.Present[0].SeatId, Choice.Against));
        Done(await scene.Votes.CloseAsync(scene.Chair, vote));

        var closed = (await scene.Votes.FindAsync(scene.Present[0].PersonId, vote)).Value!;
        Assert.Equal(new Tally(24, 18, 10, 5, 3), closed.Tally);
        Assert.Equal((18, 1), (closed.PresentAtOpening, closed.Number));
        Assert.True(Verdict.Of(closed.Rule, closed.Tally!).IsAdopted);
        Assert.NotNull(closed.RulesVersion);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R1_GuestsStrangersAndAbsentSeats_CannotVote(DatabaseKind kind)
    {
        await using var scene = await Scene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        var seat = scene.Present[0].SeatId;
        Refused("NotPresentForSeat", await scene.Votes.CastAsync(await scene.PersonAsync("guest-1"), vote, seat, Choice.For));
        Refused("NotPresentForSeat", await scene.Votes.CastAsync(scene.Present[1].PersonId, vote, seat, Choice.For));
        Refused("NotFound", await scene.Votes.CastAsync(scene.Stranger, vote, seat, Choice.For));
        Refused("ChoiceUnknown", await scene.Votes.CastAsync(scene.Present[0].PersonId, vote, seat, (Choice)9));
        await using var db = scene.World.Db();
        var absent = await db.Roll.FirstAsync(r => r.MeetingId == scene.MeetingId && r.SeatId != null && r.State == RollState.Excused);
        Refused("NotPresentForSeat", await scene.Votes.CastAsync(absent.PersonId!.Value, vote, absent.SeatId!.Value, Choice.For));
        Assert.Empty(await db.Ballots.ToListAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R14_OnlyWhoLeadsPreparesOpensAndCloses_EachOnce(DatabaseKind kind)
    {
        await using var scene = await Scene.CreateAsync(kind);
        var member = scene.Present.First(p => p.PersonId != scene.Chair).PersonId;
        Assert.Equal("NotAllowed", (await scene.Votes.PrepareAsync(member, scene.MeetingId, new(scene.ItemId, "Otázka?"))).Refusal?.Code);
        var vote = (await scene.Votes.PrepareAsync(scene.Chair, scene.MeetingId, new(scene.ItemId, "Otázka?"))).Value;
        Refused("NotAllowed", await scene.Votes.OpenAsync(member, vote));
        Refused("VoteNotOpen", await scene.Votes.CloseAsync(scene.Chair, vote));
        Refused("VoteNotOpen", await scene.Votes.CastAsync(scene.Present[0].PersonId, vote, scene.Present[0].SeatId, Choice.For));
        Done(await scene.Votes.OpenAsync(scene.Chair, vote));
        Refused("VoteNotPrepared", await scene.Votes.OpenAsync(scene.Chair, vote));
        Refused("NotAllowed", await scene.Votes.CloseAsync(member, vote));
        Done(await scene.Votes.CloseAsync(scene.Chair, vote));
        Refused("VoteNotOpen", await scene.Votes.CloseAsync(scene.Chair, vote));
        Refused("NotFound", await scene.Votes.OpenAsync(scene.Chair, 987_654));
        Assert.Equal("NotFound", (await scene.Votes.FindAsync(scene.Stranger, vote)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhatCannotBeVotedOn_IsRefused(DatabaseKind kind)
    {
        await using var scene = await Scene.CreateAsync(kind);
        async Task<string?> Prepare(VoteInput input) => (await scene.Votes.PrepareAsync(scene.Chair, scene.MeetingId, input)).Refusal?.Code;
        Assert.Equal("VoteQuestionMissing", await Prepare(new(scene.ItemId, " ")));
        Assert.Equal("VoteQuestionTooLong", await Prepare(new(scene.ItemId, new('a', 2_001))));
        Assert.Equal("VoteThresholdInvalid", await Prepare(new(scene.ItemId, "Otázka?", Threshold: new(3, 2, false))));
        Assert.Equal("VoteItemMissing", await Prepare(new(987_654, "Otázka?")));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R11_WithoutAQuorum_NoVoteOpens(DatabaseKind kind)
    {
        await using var scene = await Scene.CreateAsync(kind);
        var vote = (await scene.Votes.PrepareAsync(scene.Chair, scene.MeetingId, new(scene.ItemId, "Otázka?"))).Value;
        await using (var db = scene.World.Db())
        {
            foreach (var entry in await db.Roll.Where(r => r.MeetingId == scene.MeetingId && r.SeatId != null).ToListAsync())
                entry.Mark(RollState.Excused, entry.PersonId);
            await db.SaveChangesAsync();
        }
        Refused("QuorumMissing", await scene.Votes.OpenAsync(scene.Chair, vote));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task FiveHundredBallotsWhileTheChairCloses_EveryOneThatWasTakenIsInTheTally_OneASeat(DatabaseKind kind)
    {
        await using var scene = await Scene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        var taken = new System.Collections.Concurrent.ConcurrentDictionary<long, bool>();
        var casting = Enumerable.Range(0, 500).Select(i => Task.Run(async () =>
        {
            var (seat, person) = scene.Present[i % scene.Present.Count];
            var outcome = await scene.Votes.CastAsync(person, vote, seat, (Choice)(i % 3));
            if (outcome.IsDone)
                taken[seat] = true;
            else
                Refused("VoteNotOpen", outcome);
        })).ToList();
        var closing = Task.Run(async () =>
        {
            while (taken.Count < scene.Present.Count / 2)
                await Task.Delay(1);
            Done(await scene.Votes.CloseAsync(scene.Chair, vote));
        });
        await Task.WhenAll([.. casting, closing]);

        var tally = (await scene.Votes.FindAsync(scene.Chair, vote)).Value!.Tally!;
        Assert.Equal(taken.Count, tally.Cast);
        Assert.Equal(scene.Present.Count - taken.Count, tally.NotVoted);
        await using var db = scene.World.Db();
        var stored = await db.Ballots.Where(b => b.VoteId == vote).ToListAsync();
        Assert.Equal(taken.Keys.Order(), stored.Select(b => b.SeatId).Order());
        Assert.Equal((tally.For, tally.Against), (stored.Count(b => b.Choice == Choice.For), stored.Count(b => b.Choice == Choice.Against)));
    }

    private static void Done(Outcome outcome) => Assert.Null(outcome.Refusal);

    private static void Refused(string code, Outcome outcome) => Assert.Equal(code, outcome.Refusal?.Code);

    private sealed record Scene(World World, long MeetingId, long ItemId, long Chair, long Stranger, IReadOnlyList<(long SeatId, long PersonId)> Present) : IAsyncDisposable
    {
        public VoteService Votes => World.Get<VoteService>();

        public static async Task<Scene> CreateAsync(DatabaseKind kind)
        {
            var world = await DemoSeederTests.SeededAsync(kind);
            await using var db = world.Db();
            var meeting = await db.Meetings.SingleAsync(m => m.State == MeetingState.Live);
            var present = await db.Roll.Where(r => r.MeetingId == meeting.Id && r.SeatId != null && (r.State == RollState.Present || r.State == RollState.Online))
                .OrderBy(r => r.SeatId).ToListAsync();
            var chair = await db.People.SingleAsync(p => p.DemoKey == "chair");
            var stranger = await world.AddAsync(new Web.People.Person("Cizí", "Člověk", null));
            return new(world, meeting.Id, meeting.CurrentItemId!.Value, chair.Id, stranger.Id, [.. present.Select(r => (r.SeatId!.Value, r.PersonId!.Value))]);
        }

        public async Task<long> OpenAsync()
        {
            var vote = (await Votes.PrepareAsync(Chair, MeetingId, new(ItemId, "Schvaluje skupina návrh?"))).Value;
            Done(await Votes.OpenAsync(Chair, vote));
            return vote;
        }

        public async Task<long> PersonAsync(string key)
        {
            await using var db = World.Db();
            return (await db.People.SingleAsync(p => p.DemoKey == key)).Id;
        }

        public ValueTask DisposeAsync() => World.DisposeAsync();
    }
}
