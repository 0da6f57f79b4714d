using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds;

public sealed class SettlementTests
{
    private static readonly string Nearer = RoundWorld.Counselling.Replace("30", "20");

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C6_AcceptedWording_BecomesTheAuthorsChangeOfTheText_Once(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", Nearer));
        await world.WriteAsync(world.Second, round, "III/4", "rozšíření sítě", "rozšíření a podpora sítě");
        world.Refused("RoundStillOpen", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Accepted))).Refusal);
        await world.CloseAsync(round);

        var expected = Nearer.Replace("rozšíření sítě", "rozšíření a podpora sítě");
        var preview = Value(await world.World.Get<SettlementService>().PreviewAsync(world.Secretary, comment));
        Assert.Equal((RoundWorld.Counselling, expected, false), (preview.Frozen, preview.After, preview.IsConflict));
        Assert.NotEqual(expected, await world.WordingAsync(round, "III/4"));
        var settled = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Accepted)))));
        Assert.All(settled, Done);
        Assert.Equal(expected, await world.WordingAsync(round, "III/4"));

        await using var db = world.World.Db();
        var settlement = await db.Settlements.SingleAsync();
        var text = await db.RoundItems.Where(i => i.RoundId == round && i.Position == 0).Select(i => i.TextId).SingleAsync();
        var revision = await db.Revisions.SingleAsync(r => r.TextId == text && r.Version == settlement.TextVersion);
        Assert.Equal((world.First, 2), (revision.AuthorId, await db.Revisions.CountAsync(r => r.TextId == text)));
        Assert.Empty(await db.SettlementChanges.ToListAsync());
        world.Refused("RoundSettlementInText", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.NotAccepted, "přece ne"))).Refusal);
        world.Refused("RoundCommentSettled", (await world.Comments.WithdrawAsync(world.First, comment)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C6_WordsChangedMeanwhile_AreAConflict_ThatAnEditedWordingSolves(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", Nearer));
        await world.WriteAsync(world.Second, round, "III/4", "30", "45");
        await world.CloseAsync(round);
        var service = world.World.Get<SettlementService>();
        var preview = Value(await service.PreviewAsync(world.Secretary, comment));
        Assert.True(preview.IsConflict);
        world.Refused("RoundSettlementConflict", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Accepted))).Refusal);
        Assert.Equal(0, (await world.TableAsync(round)).Counts.Settled);

        var edited = preview.Current.Replace("45", "25");
        Assert.Equal(edited, Value(await service.PreviewAsync(world.Secretary, comment, edited)).After);
        world.Refused("RoundSettlementWordingMissing", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.PartlyAccepted, "zčásti"))).Refusal);
        world.Refused("RoundSettlementStale", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.PartlyAccepted, "zčásti") { Wording = edited, Seen = RoundWorld.Counselling })).Refusal);
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.PartlyAccepted, "zčásti") { Wording = edited, Seen = preview.Current }));
        Assert.Equal(edited, await world.WordingAsync(round, "III/4"));
        var row = (await world.TableAsync(round)).Rows.Single().Comment;
        Assert.Equal((SettlementOutcome.PartlyAccepted, "zčásti", edited, "Tomáš Kubát"), (row.Settlement!.Outcome, row.Settlement.Reason, row.Settlement.Wording, row.SettledBy));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R32_EveryOutcomeButAccepted_NeedsAReason(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var (whole, wording, other) = (await world.SendAsync(world.First, round, null, world.Comment("celkově")),
            await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", Nearer)), await world.SendAsync(world.First, round, "III/5", world.Comment("málo")));
        await world.CloseAsync(round);
        foreach (var outcome in Enum.GetValues<SettlementOutcome>().Where(o => o != SettlementOutcome.Accepted))
            world.Refused("RoundSettlementReasonMissing", (await world.Settling.SettleAsync(world.Secretary, [whole], new(outcome, " "))).Refusal);
        foreach (var (code, ids, decision) in new (string, long[], Decision)[]
        {
            ("RoundOutcomeUnknown", [whole], new((SettlementOutcome)9)),
            ("ReasonTooLong", [whole], new(SettlementOutcome.Noted, new('x', 20_001))),
            ("TextNotStorable", [whole], new(SettlementOutcome.Noted, "\0")),
            ("RoundSettlementNoWording", [wording], new(SettlementOutcome.Noted, "x") { Wording = "y" }),
            ("RoundSettlementWordingMissing", [wording], new(SettlementOutcome.Accepted) { Wording = " " }),
            ("RoundCommentWordingTooLong", [wording], new(SettlementOutcome.Accepted) { Wording = new('x', 100_001) }),
            ("RoundSettlementOneItem", [wording, other], new(SettlementOutcome.Accepted) { Wording = "y" }),
            ("RoundSettlementOneItem", [whole], new(SettlementOutcome.Accepted) { Wording = "y" }),
            ("RoundSettlementCount", [], new(SettlementOutcome.Accepted)),
            ("NotFound", [wording, 99_999], new(SettlementOutcome.Accepted)),
        })
            world.Refused(code, (await world.Settling.SettleAsync(world.Secretary, ids, decision)).Refusal);
        world.Refused("RoundSettlementNothingProposed", (await world.World.Get<SettlementService>().PreviewAsync(world.Secretary, whole)).Refusal);
        world.Refused("RoundUnsettled", (await world.Settling.FinishAsync(world.Secretary, round)).Refusal);

        // Partly without a wording, where none was proposed.
        Done(await world.Settling.SettleAsync(world.Secretary, [whole, other], new(SettlementOutcome.PartlyAccepted, "doplněn indikátor")));
        Done(await world.Settling.SettleAsync(world.Chair, [whole], new(SettlementOutcome.Explained, "vysvětlení")));
        Done(await world.Settling.SettleAsync(world.Secretary, [wording], new(SettlementOutcome.NotAccepted, "není z čeho")));
        var table = await world.TableAsync(round);
        Assert.Equal((3, 3, 3), (table.Counts.Comments, table.Counts.Settled, table.Counts.Untold));
        Assert.Equal([whole, wording, other], table.Rows.Select(r => r.Comment.Comment.Id));
        Assert.Equal((SettlementOutcome.PartlyAccepted, "doplněn indikátor", world.Secretary), table.Rows[0].Comment.History.Select(h => (h.Change.Outcome, h.Change.Reason, h.Change.By)).Single());
        Assert.Equal(RoundWorld.Counselling, await world.WordingAsync(round, "III/4"));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C6_SeveralAlike_AreSettledByOneAnswer(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        long[] alike = [await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", Nearer)), await world.SendAsync(world.Second, round, "III/4", world.Comment("nedostupné", Nearer))];
        var clashing = await world.SendAsync(world.Colleague, round, "III/4", world.Comment("jinak", RoundWorld.Counselling.Replace("30", "15")));
        await world.CloseAsync(round);
        Assert.Equal([alike[1]], (await world.TableAsync(round)).Rows[0].Alike);
        world.Refused("RoundSettlementConflict", (await world.Settling.SettleAsync(world.Secretary, [.. alike, clashing], new(SettlementOutcome.Accepted))).Refusal);
        Assert.Equal(RoundWorld.Counselling, await world.WordingAsync(round, "III/4"));
        Done(await world.Settling.SettleAsync(world.Secretary, alike, new(SettlementOutcome.Accepted, "děkujeme")));
        Assert.Equal(Nearer, await world.WordingAsync(round, "III/4"));
        Assert.All((await world.TableAsync(round, new() { Show = SettlementShow.Settled })).Rows, r => Assert.Equal(1, r.Comment.Settlement!.TextVersion));
        Assert.Equal(clashing, (await world.TableAsync(round, new() { Show = SettlementShow.Unsettled, Search = "JINAK" })).Rows.Single().Comment.Comment.Id);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C6_AuthorsSeeTheOutcome_OnceTheyAreTold(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var comment = await world.SendAsync(world.First, round, "III/5", world.Comment("málo"));
        Done(await world.Answers.SupportAsync(world.Colleague, comment, true));
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Explained, "stačí to")));
        Assert.Null((await world.ViewAsync(world.First, round)).Find(comment)!.Settlement);
        Assert.NotNull((await world.ViewAsync(world.Chair, round)).Find(comment)!.Settlement);
        Assert.Equal(1, Value(await world.Settling.TellAuthorsAsync(world.Secretary, round)));
        Assert.Equal(0, Value(await world.Settling.TellAuthorsAsync(world.Secretary, round)));
        Assert.Equal("stačí to", (await world.ViewAsync(world.First, round)).Find(comment)!.Settlement!.Reason);
        Assert.Equal("CommentsSettled", (await world.ToldAsync(world.First))[^1]);
        Assert.Equal("CommentsSettled", (await world.ToldAsync(world.Colleague))[^1]);
        world.Refused("RoundSettlementTold", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.NotAccepted, "ne"))).Refusal);
        Done(await world.Settling.FinishAsync(world.Secretary, round));
        world.Refused("RoundSettled", (await world.Settling.FinishAsync(world.Secretary, round)).Refusal);
        world.Refused("RoundSettled", (await world.Comments.SendAsync(world.First, round, null, world.Comment("pozdě"))).Refusal);
        world.Refused("RoundSettled", (await world.Comments.WithdrawAsync(world.First, comment)).Refusal);
        world.Refused("RoundSettled", (await world.Lead.ExtendAsync(world.Secretary, round, world.World.Time.GetUtcNow().AddDays(9), "x")).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task OnlyChairAndSecretarySettle_AnAdministratorLooksOn(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", Nearer));
        await world.CloseAsync(round);
        var service = world.World.Get<SettlementService>();
        foreach (var (person, code) in new[] { (world.First, "NotAllowed"), (world.Group.Guest.Id, "NotAllowed"), (world.Group.Stranger.Id, "NotFound") })
        {
            world.Refused(code, (await service.ReadAsync(person, round, new())).Refusal);
            world.Refused(code, (await service.PreviewAsync(person, comment)).Refusal);
        }
        foreach (var (person, code) in new[] { (world.First, "NotAllowed"), (world.Group.Administrator.Id, "NotAllowed"), (world.Group.Stranger.Id, "NotFound") })
        {
            world.Refused(code, (await world.Settling.SettleAsync(person, [comment], new(SettlementOutcome.Accepted))).Refusal);
            world.Refused(code, (await world.Settling.TellAuthorsAsync(person, round)).Refusal);
            world.Refused(code, (await world.Settling.FinishAsync(person, round)).Refusal);
        }
        Assert.False(Value(await service.ReadAsync(world.Group.Administrator.Id, round, new())).CanSettle);
        Assert.Equal(RoundWorld.Counselling, await world.WordingAsync(round, "III/4"));
    }
}
