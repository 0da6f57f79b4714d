using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Plans;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds;

public sealed class RoundLeadTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C4_OpeningFreezesThePlan_AndNothingLaterChangesIt(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        await world.WriteAsync(world.First, round, "III/4", "dluhového", "odborného");
        var items = world.World.Get<PlanItemService>();
        await using var db = world.World.Db();
        var plan = await db.PlanItems.Where(i => i.PlanId == world.PlanId).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync();
        Done(await items.EditItemAsync(world.Secretary, plan[0], new("9") { Indicator = "jiný" }));
        Done(await items.RemoveItemAsync(world.Secretary, plan[1]));

        var view = await world.ViewAsync(world.First, round);
        Assert.Equal(["III/4", "III/5", "IV/1"], view.Items.Select(i => i.Citation));
        var frozen = view.Items[0];
        Assert.Equal((RoundWorld.Counselling, "počet poraden", "12/2027", "OSV", ""), (frozen.Wording, frozen.Indicator, frozen.DeadlineText, frozen.Owners, frozen.Cooperating));
        Assert.Equal(("III", "Dluhová problematika", "Kraj ve spolupráci s obcemi zajistí:"), (frozen.AreaNumber, frozen.AreaTitle, frozen.AreaLead));
        Assert.Contains("odborného", await world.WordingAsync(round, "III/4"));
        Assert.Equal(["RoundOpened"], await world.ToldAsync(world.Second));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R34_OneOpenRoundAPlan_AnotherAfterItHasClosed(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        long[] rounds = [Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input())), Value(await world.Prepare.PrepareAsync(world.Chair, world.PlanId, world.Input()))];
        var opened = await Task.WhenAll(rounds.Select(r => Task.Run(() => world.Lead.OpenAsync(world.Secretary, r))));
        world.Refused("RoundAlreadyOpen", Assert.Single(opened, o => !o.IsDone).Refusal);
        var (first, second) = opened[0].IsDone ? (rounds[0], rounds[1]) : (rounds[1], rounds[0]);
        world.Refused("RoundNotPrepared", (await world.Lead.OpenAsync(world.Secretary, first)).Refusal);
        world.Refused("RoundReasonMissing", (await world.Lead.CloseAsync(world.Secretary, first, " ")).Refusal);
        Done(await world.Lead.CloseAsync(world.Secretary, first, "všichni odpověděli"));
        Done(await world.Lead.OpenAsync(world.Secretary, second));
        world.Refused("RoundAlreadyOpen", (await world.Lead.ExtendAsync(world.Secretary, first, world.World.Time.GetUtcNow().AddDays(40), "znovu")).Refusal);
        Assert.Equal(rounds.OrderDescending(), Value(await world.World.Get<RoundService>().ListAsync(world.First, world.PlanId)).Select(r => r.Id));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R29_ClosedEarly_WhatComesLaterIsLate_UntilTheRoundIsExtended(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        Done(await world.Lead.CloseAsync(world.Secretary, round, "spěchá to"));
        world.Refused("RoundNotOpen", (await world.Lead.CloseAsync(world.Secretary, round, "spěchá to")).Refusal);
        world.World.Time.Advance(TimeSpan.FromDays(1));
        await world.SendAsync(world.First, round, "III/4", world.Comment("po uzavření"));
        Assert.Equal(1, (await world.TableAsync(round, new() { Show = SettlementShow.Late })).Found);

        var closesAt = (await world.FindAsync(round)).ClosesAt;
        world.Refused("RoundExtensionNotLater", (await world.Lead.ExtendAsync(world.Secretary, round, closesAt, "je málo času")).Refusal);
        world.Refused("RoundReasonMissing", (await world.Lead.ExtendAsync(world.Secretary, round, closesAt.AddDays(2), "")).Refusal);
        Done(await world.Lead.ExtendAsync(world.Secretary, round, closesAt.AddDays(2), "je málo času"));
        var extended = await world.FindAsync(round);
        Assert.Equal((RoundState.Open, closesAt.AddDays(2), (DateTimeOffset?)null), (extended.State, extended.ClosesAt, extended.ClosedAt));
        Assert.Equal((closesAt, closesAt.AddDays(2), "je málo času", world.Secretary), extended.Extensions.Select(e => (e.From, e.To, e.Reason, e.By)).Single());
        Assert.Equal(0, (await world.TableAsync(round)).Counts.Late);
        Assert.Equal(["RoundOpened", "RoundExtended"], await world.ToldAsync(world.Second));

        world.World.Time.Set(closesAt.AddDays(3));
        world.Refused("RoundDeadlinePassed", (await world.Lead.ExtendAsync(world.Secretary, round, closesAt.AddDays(2.5), "pozdě")).Refusal);
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, [(await world.TableAsync(round)).Rows[0].Comment.Comment.Id], new(SettlementOutcome.Noted, "díky")));
        world.Refused("RoundSettlingBegun", (await world.Lead.ExtendAsync(world.Secretary, round, closesAt.AddDays(30), "ještě")).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C4_OpensByItself_OrSaysThatItCouldNot(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var opensAt = world.World.Time.GetUtcNow().AddDays(1);
        var first = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input() with { OpensAt = opensAt }));
        var second = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input() with { OpensAt = opensAt.AddHours(1) }));
        var keeper = world.World.Get<RoundKeeper>();
        await keeper.BeatAsync();
        Assert.Equal(RoundState.Prepared, (await world.FindAsync(first)).State);
        world.World.Time.Set(opensAt.AddHours(1));
        await keeper.BeatAsync();
        Assert.Equal((RoundState.Open, 3), ((await world.FindAsync(first)).State, (await world.ViewAsync(world.First, first)).Items.Count));
        var refused = await world.FindAsync(second);
        Assert.Equal((RoundState.Prepared, (DateTimeOffset?)null), (refused.State, refused.OpensAt));
        Assert.Contains("RoundNotOpened", await world.ToldAsync(world.Chair));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhatIsEnteredOfARound_IsChecked(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var good = world.Input();
        var now = world.World.Time.GetUtcNow();
        foreach (var (code, input) in new[]
        {
            ("RoundTitleMissing", good with { Title = " " }),
            ("RoundTitleTooLong", good with { Title = new('x', 301) }),
            ("RoundCallTooLong", good with { Call = new('x', 20_001) }),
            ("TextNotStorable", good with { Call = "\0" }),
            ("RoundDeadlinePassed", good with { ClosesAt = now.AddSeconds(30) }),
            ("RoundTooLong", good with { ClosesAt = now.AddDays(400) }),
            ("RoundOpeningInvalid", good with { OpensAt = now.AddDays(21) }),
            ("RoundOpeningInvalid", good with { OpensAt = now.AddDays(-1) }),
            ("RoundRightUnknown", good with { EssentialBy = (EssentialRight)9 }),
            ("RoundInviteeUnknown", good with { Invitees = [RoundInviteeInput.Person(99_999)] }),
            ("RoundInviteeUnknown", good with { Invitees = [new(null, null)] }),
            ("RoundTooManyAsked", good with { Invitees = [.. Enumerable.Range(1, 1_001).Select(i => RoundInviteeInput.Person(i))] }),
        })
            world.Refused(code, (await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, input)).Refusal);

        var round = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, good with { Invitees = [RoundInviteeInput.Person(world.First)] }));
        Done(await world.Prepare.EditAsync(world.Secretary, round, good with { Title = "Jinak", Invitees = [RoundInviteeInput.Person(world.Second)] }));
        Done(await world.Lead.OpenAsync(world.Secretary, round));
        Assert.Equal("Jinak", (await world.FindAsync(round)).Title);
        Assert.Equal(["RoundOpened"], await world.ToldAsync(world.Second));
        Assert.Empty(await world.ToldAsync(world.First));
        world.Refused("RoundNotPrepared", (await world.Prepare.EditAsync(world.Secretary, round, good)).Refusal);
        world.Refused("RoundNotPrepared", (await world.Prepare.DropAsync(world.Secretary, round)).Refusal);
        var dropped = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, good));
        Done(await world.Prepare.DropAsync(world.Secretary, dropped));
        world.Refused("NotFound", (await world.Lead.OpenAsync(world.Secretary, dropped)).Refusal);

        var empty = Value(await world.World.Get<PlanService>().CreateAsync(world.Secretary, world.Group.Group.Id, "Prázdný", new(2026, 1, 1), new(2026, 12, 31)));
        world.Refused("RoundPlanEmpty", (await world.Lead.OpenAsync(world.Secretary, Value(await world.Prepare.PrepareAsync(world.Secretary, empty, good)))).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task OnlyChairAndSecretaryLead_AndOthersDoNotSeeWhatIsPrepared(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var (group, rounds) = (world.Group, world.World.Get<RoundService>());
        var round = Value(await world.Prepare.PrepareAsync(world.Chair, world.PlanId, world.Input()));
        foreach (var (person, code) in new[] { (world.First, "NotAllowed"), (group.Guest.Id, "NotAllowed"), (group.Administrator.Id, "NotAllowed"), (group.Stranger.Id, "NotFound") })
        {
            world.Refused(code, (await world.Prepare.PrepareAsync(person, world.PlanId, world.Input())).Refusal);
            world.Refused(code, (await world.Prepare.EditAsync(person, round, world.Input())).Refusal);
            world.Refused(code, (await world.Prepare.DropAsync(person, round)).Refusal);
            world.Refused(code, (await world.Lead.OpenAsync(person, round)).Refusal);
            world.Refused(code, (await world.Lead.CloseAsync(person, round, "x")).Refusal);
            world.Refused(code, (await world.Lead.ExtendAsync(person, round, world.World.Time.GetUtcNow().AddDays(50), "x")).Refusal);
        }
        world.Refused("NotFound", (await rounds.ReadAsync(world.First, round)).Refusal);
        Assert.Empty(Value(await rounds.ListAsync(world.First, world.PlanId)));
        Assert.Equal(RoundState.Prepared, (await world.ViewAsync(group.Administrator.Id, round)).Round.State);
        world.Refused("RoundNotOpen", (await world.Comments.SaveDraftAsync(world.First, round, null, world.Comment("brzy"))).Refusal);
        world.Refused("NotFound", (await rounds.ListAsync(group.Stranger.Id, world.PlanId)).Refusal);
        Done(await world.Lead.OpenAsync(world.Secretary, round));
        world.Refused("NotFound", (await rounds.ReadAsync(group.Stranger.Id, round)).Refusal);
        world.Refused("NotFound", (await world.Comments.SendAsync(group.Stranger.Id, round, null, world.Comment("cizí"))).Refusal);
        Assert.Empty(await rounds.MineAsync(group.Stranger.Id));
        Assert.Empty(await rounds.MineAsync(group.Administrator.Id));
    }
}
