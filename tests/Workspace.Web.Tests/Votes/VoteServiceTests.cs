using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes;

/// <summary>In the demo's running meeting: eighteen of twenty-four seats are present.</summary>
public sealed class VoteServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Vote_IsPreparedOpenedCastAndClosed_ByTheRulesOfTheGroup(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        for (var i = 0; i < scene.Present.Count; i++)
            Done(await scene.CastAsync(scene.Present[i].PersonId, vote, scene.Present[i].SeatId, i < 11 ? Mark.For : i < 15 ? Mark.Against : Mark.Abstain));
        // Somebody thinks better of it while the vote is open (V7).
        Done(await scene.CastAsync(scene.Present[0].PersonId, vote, scene.Present[0].SeatId, Mark.Against));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));

        var closed = (await scene.Votes.FindAsync(scene.Present[0].PersonId, vote)).Value!;
        Assert.Equal(new Tally(24, 18, 10, 5, 3), closed.Tally);
        Assert.Equal((18, 2), (closed.PresentAtOpening, closed.Number));
        Assert.True(Verdict.Of(closed.Rule, closed.Tally!).IsAdopted);
        Assert.NotNull(closed.RulesVersion);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R1_GuestsStrangersAndAbsentSeats_CannotVote(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        var seat = scene.Present[0].SeatId;
        Refused("NotPresentForSeat", await scene.CastAsync(await scene.PersonAsync("guest-1"), vote, seat, Mark.For));
        Refused("NotPresentForSeat", await scene.CastAsync(scene.Present[1].PersonId, vote, seat, Mark.For));
        Refused("NotFound", await scene.CastAsync(scene.Stranger, vote, seat, Mark.For));
        Refused("ChoiceUnknown", await scene.CastAsync(scene.Present[0].PersonId, vote, seat, new Mark((Choice)9)));
        await using var db = scene.World.Db();
        var absent = await db.Roll.FirstAsync(r => r.MeetingId == scene.MeetingId && r.SeatId != null && r.State == RollState.Excused);
        Refused("NotPresentForSeat", await scene.CastAsync(absent.PersonId!.Value, vote, absent.SeatId!.Value, Mark.For));
        Assert.Empty(await db.Ballots.Where(b => b.VoteId == vote).ToListAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R14_OnlyWhoLeadsPreparesOpensAndCloses_EachOnce(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var member = scene.Present.First(p => p.PersonId != scene.Chair).PersonId;
        Assert.Equal("NotAllowed", (await scene.Votes.PrepareAsync(member, scene.MeetingId, new(scene.ItemId, "Otázka?"))).Refusal?.Code);
        var vote = (await scene.Votes.PrepareAsync(scene.Chair, scene.MeetingId, new(scene.ItemId, "Otázka?"))).Value;
        Refused("NotAllowed", await scene.Lead.OpenAsync(member, vote));
        Refused("VoteNotOpen", await scene.Lead.CloseAsync(scene.Chair, vote));
        Refused("VoteNotOpen", await scene.CastAsync(scene.Present[0].PersonId, vote, scene.Present[0].SeatId, Mark.For));
        Done(await scene.Lead.OpenAsync(scene.Chair, vote));
        Refused("VoteNotPrepared", await scene.Lead.OpenAsync(scene.Chair, vote));
        Refused("NotAllowed", await scene.Lead.CloseAsync(member, vote));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Refused("VoteNotOpen", await scene.Lead.CloseAsync(scene.Chair, vote));
        Refused("NotFound", await scene.Lead.OpenAsync(scene.Chair, 987_654));
        Assert.Equal("NotFound", (await scene.Votes.FindAsync(scene.Stranger, vote)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhatCannotBeVotedOn_IsRefused(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        async Task<string?> Prepare(VoteInput input) => (await scene.Votes.PrepareAsync(scene.Chair, scene.MeetingId, input)).Refusal?.Code;
        Assert.Equal("VoteQuestionMissing", await Prepare(new(scene.ItemId, " ")));
        Assert.Equal("VoteQuestionTooLong", await Prepare(new(scene.ItemId, new('a', 2_001))));
        Assert.Equal("VoteThresholdInvalid", await Prepare(new(scene.ItemId, "Otázka?", Threshold: new(3, 2, false))));
        Assert.Equal("VoteItemMissing", await Prepare(new(987_654, "Otázka?")));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R11_WithoutAQuorum_NoVoteOpens(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = (await scene.Votes.PrepareAsync(scene.Chair, scene.MeetingId, new(scene.ItemId, "Otázka?"))).Value;
        await using (var db = scene.World.Db())
        {
            foreach (var entry in await db.Roll.Where(r => r.MeetingId == scene.MeetingId && r.SeatId != null).ToListAsync())
                entry.Mark(RollState.Excused, entry.PersonId);
            await db.SaveChangesAsync();
        }
        Refused("QuorumMissing", await scene.Lead.OpenAsync(scene.Chair, vote));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task FiveHundredBallotsWhileTheChairCloses_EveryOneThatWasTakenIsInTheTally_OneASeat(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        var taken = new System.Collections.Concurrent.ConcurrentDictionary<long, bool>();
        var casting = Enumerable.Range(0, 500).Select(i => Task.Run(async () =>
        {
            var (seat, person) = scene.Present[i % scene.Present.Count];
            var outcome = await scene.CastAsync(person, vote, seat, new Mark((Choice)(i % 3)));
            if (outcome.IsDone)
                taken[seat] = true;
            else
                Refused("VoteNotOpen", outcome);
        })).ToList();
        var closing = Task.Run(async () =>
        {
            while (taken.Count < scene.Present.Count / 2)
                await Task.Delay(1);
            Done(await scene.Lead.CloseAsync(scene.Chair, vote));
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
}
