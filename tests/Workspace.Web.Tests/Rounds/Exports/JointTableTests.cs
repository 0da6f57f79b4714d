using System.Globalization;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Exports;
using Workspace.Web.Rounds.Public;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Exports;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Rounds.Public;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Exports;

public sealed class JointTableTests
{
    private static readonly string[] both = ["Připomínky členů", "Připomínky veřejnosti", "Připomínky veřejnosti podané po termínu"];

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R34_OneTable_FromEitherRound_ForWhoMayHaveBoth(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var members = await world.OpenAsync();
        var open = await world.OpenAsync(world.Input() with { Title = "Veřejné kolo", Audience = RoundAudience.Public, JointWithId = members });
        var service = world.World.Get<PublicCommentService>();
        var first = await world.SendAsync(world.First, members, "III/4", world.Comment("od člena"));
        var second = Value(await service.SendAsync(open, await world.ItemAsync(open, "III/5"), PublicCommentTests.Input("k1"))).Id;
        await world.CloseAsync(members);
        var late = Value(await service.SendAsync(open, null, PublicCommentTests.Input("k2"))).Id;

        foreach (var round in new[] { members, open })
        {
            var table = Value(await ReadAsync(world, world.Secretary, round));
            Assert.Equal(both, table.Parts.Select(p => p.Heading));
            Assert.Equal([1, 2, 3], table.Parts.SelectMany(p => p.Rows).Select(r => r.Number));
            Assert.Equal(["Petr První", "Eva Občanská", "Eva Občanská"], table.Parts.SelectMany(p => p.Rows).Select(r => r.Cells[0][^1].Text));
            Assert.Contains("Veřejné kolo", string.Join('\n', table.Lines), StringComparison.Ordinal);
            Assert.Contains("3 připomínky", table.Lines[^1], StringComparison.Ordinal);
            using var docx = new Docx(world.World.Get<SettlementDocx>().Write(table));
            Assert.Empty(docx.Faults);
            Assert.Contains(both[1], docx.Body.InnerText, StringComparison.Ordinal);
            Assert.NotEmpty(world.World.Get<SettlementXlsx>().Write(table));
        }
        world.Refused("NotAllowed", (await ReadAsync(world, world.First, members)).Refusal);

        await SettleAsync(world, members, first);
        Assert.Equal([""], Value(await ReadAsync(world, world.First, members)).Parts.Select(p => p.Heading));
        world.Refused("NotAllowed", (await ReadAsync(world, world.First, open)).Refusal);
        await SettleAsync(world, open, second, late);
        foreach (var round in new[] { members, open })
        {
            Assert.Equal(both, Value(await ReadAsync(world, world.First, round)).Parts.Select(p => p.Heading));
            world.Refused("NotFound", (await ReadAsync(world, world.Group.Stranger.Id, round)).Refusal);
        }
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R34_TheComparison_OfEitherRound_NamesWhatWasAcceptedOfBoth_OnceTold(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var members = await world.OpenAsync();
        var open = await world.OpenAsync(world.Input() with { Title = "Veřejné kolo", Audience = RoundAudience.Public, JointWithId = members });
        var own = await world.SendAsync(world.First, members, "III/5", world.Comment("od člena"));
        var other = Value(await world.World.Get<PublicCommentService>().SendAsync(open, await world.ItemAsync(open, "III/5"), PublicCommentTests.Input("k1"))).Id;
        await world.CloseAsync(members);
        foreach (var comment in new[] { own, other })
            Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Accepted)));
        Assert.Equal(["Petr První", "Eva Občanská"], await AcceptedAsync(world, world.Secretary, members));
        Assert.Empty(await AcceptedAsync(world, world.First, members));

        Value(await world.Settling.TellAuthorsAsync(world.Secretary, open));
        Assert.Equal(["Eva Občanská"], await AcceptedAsync(world, world.First, members));
        Value(await world.Settling.TellAuthorsAsync(world.Secretary, members));
        Assert.Equal(["Petr První", "Eva Občanská"], await AcceptedAsync(world, world.First, members));
        Assert.Equal(["Eva Občanská", "Petr První"], await AcceptedAsync(world, world.First, open));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R34_APair_IsOfOnePlanAndOfBothAudiences_AndOfTwo(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var open = world.Input() with { Audience = RoundAudience.Public };
        var (first, second) = (await PrepareAsync(world.Input()), await PrepareAsync(world.Input()));
        var pair = await PrepareAsync(open with { JointWithId = first });
        foreach (var input in new[] { world.Input() with { JointWithId = first }, open with { JointWithId = first }, world.Input() with { JointWithId = pair }, open with { JointWithId = 99_999 } })
            world.Refused("RoundJointInvalid", (await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, input)).Refusal);
        world.Refused("RoundJointInvalid", (await world.Prepare.EditAsync(world.Secretary, second, world.Input() with { JointWithId = second })).Refusal);
        world.Refused("RoundRightUnknown", (await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, open with { Audience = (RoundAudience)7 })).Refusal);
        // Either of the two may name the other, and either may leave.
        Done(await world.Prepare.EditAsync(world.Secretary, first, world.Input() with { JointWithId = pair }));
        Assert.Equal(first, (await world.FindAsync(pair)).JointWithId);
        Done(await world.Prepare.EditAsync(world.Secretary, first, world.Input()));
        Assert.Null((await world.FindAsync(pair)).JointWithId);
        Done(await world.Prepare.EditAsync(world.Secretary, pair, open with { JointWithId = second }));
        Done(await world.Prepare.DropAsync(world.Secretary, second));
        Assert.Null((await world.FindAsync(pair)).JointWithId);

        async Task<long> PrepareAsync(RoundInput input) => Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, input));
    }

    private static async Task SettleAsync(RoundWorld world, long round, params long[] comments)
    {
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, comments, new(SettlementOutcome.Noted, "díky")));
        Done(await world.Settling.FinishAsync(world.Secretary, round));
    }

    private static Task<Outcome<SettlementTable>> ReadAsync(RoundWorld world, long person, long round)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("cs");
        return world.World.Get<SettlementTableService>().ReadAsync(person, round);
    }

    private static async Task<string[]> AcceptedAsync(RoundWorld world, long person, long round) =>
        [.. Value(await world.World.Get<ComparisonService>().ReadAsync(person, round)).Items.Single(i => i.Citation == "III/5").Comments.Select(c => c.Comment.AuthorName)];
}
