using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds;

/// <summary>Two at once, or one in two windows: nobody's words vanish behind another's.</summary>
public sealed class RoundOverlapTests
{
    private const int Races = 12;

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Draft_SavedInAnotherWindow_IsNotOverwrittenUnasked(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var item = await world.ItemAsync(round, "III/4");
        var input = world.Comment("základ");
        var first = Value(await world.Comments.SaveDraftAsync(world.First, round, item, input));
        world.World.Time.Advance(TimeSpan.FromSeconds(5));
        var second = Value(await world.Comments.SaveDraftAsync(world.First, round, item, input with { Reason = "základ a okno jedna", Since = first.SavedAt }));
        world.World.Time.Advance(TimeSpan.FromSeconds(5));

        var stale = input with { Reason = "základ a okno dvě", Since = first.SavedAt };
        world.Refused("RoundDraftElsewhere", (await world.Comments.SaveDraftAsync(world.First, round, item, stale)).Refusal);
        Assert.Equal("základ a okno jedna", (await world.ViewAsync(world.First, round)).Drafts.Single().Reason);
        // What was stored already is stored, however often it is sent.
        Value(await world.Comments.SaveDraftAsync(world.First, round, item, stale with { Reason = "základ a okno jedna" }));
        Value(await world.Comments.SaveDraftAsync(world.First, round, item, stale with { Since = second.SavedAt.AddSeconds(5) }));
        Assert.Equal("základ a okno dvě", (await world.ViewAsync(world.First, round)).Drafts.Single().Reason);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Withdrawing_WhatAColleagueAgreedWith_LeavesItToTheColleague(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("společná"));
        Done(await world.Answers.SupportAsync(world.Colleague, comment, true));

        Done(await world.Comments.WithdrawAsync(world.First, comment));

        var view = await world.ViewAsync(world.Colleague, round);
        var mine = Assert.Single(view.Mine);
        Assert.Equal((comment, world.Colleague, 0), (mine.Comment.Id, mine.Comment.AuthorId, mine.Supporters.Count));
        Assert.Equal(ItemMark.Mine, view.MarkOf(await world.ItemAsync(round, "III/4")));
        Assert.Empty((await world.ViewAsync(world.First, round)).Mine);
        world.Refused("NotAllowed", (await world.Comments.WithdrawAsync(world.First, comment)).Refusal);
        world.Refused("NotAllowed", (await world.Comments.TakeBackAsync(world.First, comment)).Refusal);
        Done(await world.Comments.WithdrawAsync(world.Colleague, comment));
        Assert.Empty((await world.ViewAsync(world.Colleague, round)).Mine);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Decision_OnWhatAnotherSettledSinceItWasLookedAt_IsRefusedAndNamesThem(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("proč?"));
        Done(await world.Lead.CloseAsync(world.Secretary, round, "hotovo"));
        var looked = world.World.Time.GetUtcNow();
        world.World.Time.Advance(TimeSpan.FromSeconds(2));
        Done(await world.Settling.SettleAsync(world.Chair, [comment], new(SettlementOutcome.Explained, "takto") { LookedAt = looked }));
        world.World.Time.Advance(TimeSpan.FromSeconds(2));

        var refusal = (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.NotAccepted, "ne") { LookedAt = looked })).Refusal;

        world.Refused("RoundSettlementOvertaken", refusal);
        Assert.Equal(SettlementOutcome.Explained, refusal!.Arguments[1]);
        Assert.Equal(SettlementOutcome.Explained, (await world.TableAsync(round)).Rows.Single().Comment.Settlement!.Outcome);
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.NotAccepted, "ne") { LookedAt = world.World.Time.GetUtcNow() }));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task TwoDecisionsAtTheSameMoment_OneHolds_TheOtherIsRefused(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        List<long> comments = [];
        for (var i = 0; i < Races; i++)
            comments.Add(await world.SendAsync(i % 2 == 0 ? world.First : world.Second, round, "III/5", world.Comment($"návrh {i}", $"{RoundWorld.Courses.TrimEnd(';')} i krajů{new string('!', i)};")));
        await world.CloseAsync(round);
        var looked = world.World.Time.GetUtcNow();
        world.World.Time.Advance(TimeSpan.FromSeconds(1));
        var before = RoundWorld.Courses;
        await using var db = world.World.Db();

        for (var i = 0; i < Races; i++)
        {
            var (comment, edited) = (comments[i], $"vzdělávání pracovníků obcí i krajů po {i};");
            Decision[] decisions =
            [
                new(SettlementOutcome.PartlyAccepted, "jinak") { Wording = edited, LookedAt = looked },
                i % 2 == 0 ? new(SettlementOutcome.NotAccepted, "ne") { LookedAt = looked } : new(SettlementOutcome.PartlyAccepted, "zase jinak") { Wording = "zcela jiné znění;", LookedAt = looked },
            ];
            var outcomes = await Task.WhenAll(decisions.Select((d, n) => Task.Run(() => world.Settling.SettleAsync(n == 0 ? world.Secretary : world.Chair, [comment], d))));

            var winner = Assert.Single(decisions.Zip(outcomes), d => d.Second.IsDone).First;
            Assert.Contains(outcomes.Single(o => !o.IsDone).Refusal!.Code, new[] { "RoundSettlementOvertaken", "RoundSettlementUnderway", "RoundSettlementInText" });
            var settlement = await db.Settlements.AsNoTracking().SingleAsync(s => s.CommentId == comment);
            Assert.Equal((winner.Outcome, winner.Reason), (settlement.Outcome, settlement.Reason));
            var now = await world.WordingAsync(round, "III/5");
            Assert.Equal(winner.Wording ?? before, now);
            before = now;
        }
        Assert.Empty(await db.SettlementClaims.ToListAsync());
        Assert.Empty(await db.SettlementChanges.ToListAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task DecisionOfAServerThatWasKilled_HoldsOthersUpForAWhileOnly_AndDoesNotPassForTheirs(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var comment = await world.SendAsync(world.First, round, "III/5", world.Comment("návrh", "jiné znění;"));
        await world.CloseAsync(round);
        Decision first = new(SettlementOutcome.PartlyAccepted, "takto") { Wording = "první znění;" };
        Done(await world.Settling.SettleAsync(world.Chair, [comment], first));
        // As it is between the text and the note of it.
        await using var db = world.World.Db();
        db.RemoveRange(await db.Settlements.ToListAsync());
        var claim = new SettlementClaim(comment);
        claim.Take("first", world.Chair, world.World.Time.GetUtcNow());
        db.Add(claim);
        await db.SaveChangesAsync();
        Decision second = new(SettlementOutcome.PartlyAccepted, "jinak") { Wording = "druhé znění;" };

        var refusal = (await world.Settling.SettleAsync(world.Secretary, [comment], second)).Refusal;
        world.Refused("RoundSettlementUnderway", refusal);
        world.Refused("RoundSettlementUnderway", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Noted, "bereme"))).Refusal);
        Assert.Equal("první znění;", await world.WordingAsync(round, "III/5"));
        world.World.Time.Advance(SettlementClaim.Lifetime);
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], second));

        Assert.Equal("druhé znění;", await world.WordingAsync(round, "III/5"));
        Assert.Equal("jinak", (await world.TableAsync(round)).Rows.Single().Comment.Settlement!.Reason);
        Assert.Empty(await db.SettlementClaims.AsNoTracking().ToListAsync());
    }
}
