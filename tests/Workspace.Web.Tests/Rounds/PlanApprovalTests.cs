using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Plans;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds;

public sealed class PlanApprovalTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C8_Approving_LinksTheVote_AndWarnsWhileCommentsAreUnsettled(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var (service, round) = (world.World.Get<PlanApprovalService>(), await world.OpenAsync());
        var nearer = RoundWorld.Counselling.Replace("30", "20");
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", nearer));
        await world.CloseAsync(round);
        var (adopted, rejected) = (await VoteAsync(world, 3, 0), await VoteAsync(world, 0, 3));

        foreach (var (person, code) in new[] { (world.First, "NotAllowed"), (world.Group.Stranger.Id, "NotFound") })
        {
            world.Refused(code, (await service.ReadAsync(person, world.PlanId)).Refusal);
            world.Refused(code, (await service.ApproveAsync(person, world.PlanId, adopted, true)).Refusal);
        }
        world.Refused("NotAllowed", (await service.ApproveAsync(world.Group.Administrator.Id, world.PlanId, adopted, true)).Refusal);
        var view = Value(await service.ReadAsync(world.Secretary, world.PlanId));
        Assert.Equal((1, adopted), (view.Unsettled, view.Votes.Single().Id));
        world.Refused("PlanVoteNotAdopted", (await service.ApproveAsync(world.Chair, world.PlanId, rejected, true)).Refusal);
        world.Refused("NotFound", (await service.ApproveAsync(world.Chair, world.PlanId, 99_999, true)).Refusal);
        world.Refused("PlanUnsettledComments", (await service.ApproveAsync(world.Chair, world.PlanId, adopted, false)).Refusal);
        Assert.Equal(1, Value(await service.ApproveAsync(world.Chair, world.PlanId, adopted, true)));
        world.Refused("PlanApproved", (await service.ApproveAsync(world.Chair, world.PlanId, adopted, true)).Refusal);
        Assert.Equal(adopted, Value(await world.World.Get<PlanService>().ReadAsync(world.First, world.PlanId)).Content.Plan.ApprovedVoteId);

        // What is approved keeps its wording, and is not asked about any more.
        world.Refused("PlanApproved", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Accepted))).Refusal);
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Noted, "do příštího plánu")));
        world.Refused("PlanApproved", (await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input())).Refusal);
    }

    private static async Task<long> VoteAsync(RoundWorld world, int inFavour, int against)
    {
        var meeting = await world.Group.MeetingAsync("Akční plán");
        var vote = new Vote(world.Group.Group.Id, meeting, new(await world.Group.ItemAsync(meeting, "Akční plán"), "Schvalujete akční plán?"), new(MajorityBasis.Present, new(1, 2, true)), world.Chair, world.World.Time.GetUtcNow());
        vote.Open(world.Chair, world.World.Time.GetUtcNow(), 1, 3, 3);
        vote.Close(world.Chair, world.World.Time.GetUtcNow(), 3, 3, 0, 0, new(inFavour, against, 0));
        return (await world.World.AddAsync(vote)).Id;
    }
}
