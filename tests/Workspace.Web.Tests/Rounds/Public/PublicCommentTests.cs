using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Public;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Public;

public sealed class PublicCommentTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R34_Open_AsksAndTellsNobody_AndStandsBesideTheMembersRound(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var members = await world.OpenAsync();
        var told = await world.ToldAsync(world.First);
        var round = await world.OpenAsync(world.Input() with { Audience = RoundAudience.Public });
        Assert.Equal(told, await world.ToldAsync(world.First));
        var view = await world.ViewAsync(world.First, round);
        Assert.Equal((0, "RoundForPublic", false), (view.AskedParties, view.RefusalToComment?.Code, view.CanMarkEssential));
        Assert.Equal([members], (await world.World.Get<RoundService>().MineAsync(world.First)).Select(m => m.Id));
        Assert.Equal([RoundAudience.Public, RoundAudience.Members], Value(await world.World.Get<RoundService>().ListAsync(world.First, world.PlanId)).Select(r => r.Audience));
        var item = await world.ItemAsync(round, "III/4");
        foreach (var person in new[] { world.First, world.Secretary, world.Group.Guest.Id })
        {
            world.Refused("RoundForPublic", (await world.Comments.SendAsync(person, round, item, world.Comment("x"))).Refusal);
            world.Refused("RoundForPublic", (await world.Answers.NoCommentsAsync(person, item)).Refusal);
        }
        // Who leads enters what came by post; it is advisory.
        var entered = world.World.Get<EnteredCommentService>();
        world.Refused("RoundEssentialByMembers", (await entered.EnterAsync(world.Secretary, round, item, world.Comment("x", kind: CommentKind.Essential), new(world.First, null, "", null))).Refusal);
        Value(await entered.EnterAsync(world.Secretary, round, item, world.Comment("dopisem"), new(null, null, "Jan Sousedný", null)));
        Assert.Single((await world.TableAsync(round)).Rows);
        world.World.Time.Set((await world.FindAsync(round)).ClosesAt.AddHours(-1));
        await world.World.Get<RoundKeeper>().BeatAsync();
        Assert.NotNull((await world.FindAsync(round)).RemindedAt);
        Assert.Equal(["RoundReminder"], (await world.ToldAsync(world.First)).Except(told));
        Assert.Single(await world.ToldAsync(world.First), t => t == "RoundReminder");
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R29_InTheLastSecondItIsInTime_AtTheDeadlineLate_AndTakenAllTheSame(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var (round, service) = await OpenAsync(world);
        var item = await world.ItemAsync(round, "III/4");
        Assert.False(Value(await service.SendAsync(round, item, Input("k1") with { ProposedWording = RoundWorld.Counselling.Replace("30", "20") })).IsLate);
        Assert.False(Value(await service.ReadAsync(round)).IsLate);
        world.World.Time.Set((await world.FindAsync(round)).ClosesAt.AddSeconds(-1));
        Assert.False(Value(await service.SendAsync(round, null, Input("k2"))).IsLate);
        world.World.Time.Set((await world.FindAsync(round)).ClosesAt);
        Assert.True(Value(await service.ReadAsync(round)).IsLate);
        Assert.True(Value(await service.SendAsync(round, item, Input("k3"))).IsLate);
        await world.CloseAsync(round);
        // A server whose clock is behind.
        world.World.Time.Set((await world.FindAsync(round)).ClosesAt.AddSeconds(-5));
        Assert.True(Value(await service.SendAsync(round, item, Input("k4"))).IsLate);

        await using var db = world.World.Db();
        var sent = await db.RoundComments.Where(c => c.RoundId == round).OrderBy(c => c.Id).ToListAsync();
        Assert.All(sent, c => Assert.Equal((null, null, "Eva Občanská", "Spolek Nad řekou", CommentKind.Advisory, CommentState.Sent), (c.WriterId, c.AuthorId, c.AuthorName, c.OrganisationName, c.Kind, c.State)));
        Assert.Equal([false, false, true, true], sent.Select(c => c.IsLate));
        var receipt = await service.FindSentAsync(round, "k1");
        Assert.Equal(("III/4", "Eva Občanská", false), (receipt!.Item?.Citation, receipt.Name, receipt.IsLate));
        Assert.True((await service.FindSentAsync(round, "k4"))!.IsLate);
        Assert.Null(await service.FindSentAsync(round, "k9"));
        // The group sees it in its round at once.
        Assert.Equal(4, (await world.ViewAsync(world.First, round)).CountOf(null) + (await world.ViewAsync(world.First, round)).CountOf(item));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task OneKey_IsOneComment_AlsoAtTheSameMoment_AndAChangedOneIsRefused(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var (round, service) = await OpenAsync(world);
        var item = await world.ItemAsync(round, "III/4");
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => service.SendAsync(round, item, Input("k1")))));
        Assert.Single(sent.Select(s => Value(s).Id).Distinct());
        foreach (var changed in new[] { Input("k1") with { Reason = "něco jiného" }, Input("k1") with { Name = "Jiná Osoba" } })
            world.Refused("RoundPublicSentBefore", (await service.SendAsync(round, item, changed)).Refusal);
        world.Refused("RoundPublicSentBefore", (await service.SendAsync(round, null, Input("k1"))).Refusal);
        Value(await service.SendAsync(round, item, Input("k2")));
        await using var db = world.World.Db();
        Assert.Equal(2, await db.RoundComments.CountAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhatIsNotForThePublic_IsNotThere_AndBadInputIsRefused(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var service = world.World.Get<PublicCommentService>();
        var members = await world.OpenAsync();
        var prepared = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input() with { Audience = RoundAudience.Public }));
        foreach (var hidden in new[] { members, prepared, 99_999 })
        {
            world.Refused("NotFound", (await service.ReadAsync(hidden)).Refusal);
            world.Refused("NotFound", (await service.SendAsync(hidden, null, Input("k"))).Refusal);
        }
        Done(await world.Lead.OpenAsync(world.Secretary, prepared));
        var (round, item) = (prepared, await world.ItemAsync(prepared, "III/4"));
        foreach (var (code, on, input) in new (string, long?, PublicCommentInput)[]
        {
            ("NotFound", await world.ItemAsync(members, "III/4"), Input("k")),
            ("RoundPublicNameMissing", item, Input("k") with { Name = " " }),
            ("RoundPublicNameInvalid", item, Input("k") with { Name = new('x', 301) }),
            ("RoundPublicNameInvalid", item, Input("k") with { Name = "a\nb" }),
            ("RoundPublicOrganisationInvalid", item, Input("k") with { Organisation = "a\u0001" }),
            ("RoundCommentEmpty", item, Input("k") with { Reason = " ", ProposedWording = RoundWorld.Counselling }),
            ("RoundCommentEmpty", null, Input("k") with { Reason = "" }),
            ("RoundCommentReasonTooLong", item, Input("k") with { Reason = new('x', PublicCommentService.ReasonLength + 1) }),
            ("RoundCommentWordingTooLong", item, Input("k") with { ProposedWording = new('x', PublicCommentService.WordingLength + 1) }),
            ("RoundCommentWholeOnly", null, Input("k") with { ProposedWording = "x" }),
            ("TextNotStorable", item, Input("k") with { Reason = "x\u0001" }),
            ("RoundCommentIdInvalid", item, Input("")),
            ("RoundCommentIdInvalid", item, Input("nejde to!")),
        })
            world.Refused(code, (await service.SendAsync(round, on, input)).Refusal);
        await using var db = world.World.Db();
        Assert.Empty(await db.RoundComments.ToListAsync());
        db.AddRange(Enumerable.Range(0, PublicCommentService.MostPerRound).Select(n => new RoundComment(round, null, null, $"full{n}", world.World.Time.GetUtcNow())));
        await db.SaveChangesAsync();
        world.Refused("RoundPublicFull", (await service.SendAsync(round, null, Input("k"))).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Settled_ShowsOutcomesWithoutNames_AndTakesNoMore(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var (round, service) = await OpenAsync(world);
        var item = await world.ItemAsync(round, "III/4");
        var wording = RoundWorld.Counselling.Replace("30", "20");
        var first = Value(await service.SendAsync(round, item, Input("k1") with { ProposedWording = wording })).Id;
        var second = Value(await service.SendAsync(round, null, Input("k2") with { Organisation = "" })).Id;
        Assert.Empty(Value(await service.ReadAsync(round)).Comments);
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, [first], new(SettlementOutcome.Accepted)));
        Done(await world.Settling.SettleAsync(world.Secretary, [second], new(SettlementOutcome.Noted, "Děkujeme.")));
        Assert.Empty(Value(await service.ReadAsync(round)).Comments);
        Done(await world.Settling.FinishAsync(world.Secretary, round));
        Assert.Equal(wording, await world.WordingAsync(round, "III/4"));
        var settled = Value(await service.ReadAsync(round));
        Assert.Equal(
            [(item, "Spolek Nad řekou", SettlementOutcome.Accepted, "", null), (null, "", SettlementOutcome.Noted, "Děkujeme.", (string?)null)],
            settled.Comments.Select(c => ((long?)c.ItemId, c.Organisation, c.Settlement!.Outcome, c.Settlement.Response, c.Settlement.Wording)));
        Assert.False(settled.TakesComments);
        world.Refused("RoundSettled", (await service.SendAsync(round, item, Input("k3"))).Refusal);
        Assert.Equal(first, Value(await service.SendAsync(round, item, Input("k1") with { ProposedWording = wording })).Id);
    }

    internal static PublicCommentInput Input(string key) => new(key) { Name = "Eva Občanská", Organisation = "Spolek Nad řekou", Reason = "Je to daleko." };

    private static async Task<(long, PublicCommentService)> OpenAsync(RoundWorld world) =>
        (await world.OpenAsync(world.Input() with { Audience = RoundAudience.Public }), world.World.Get<PublicCommentService>());
}
