using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds;

public sealed class EnteredCommentTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R29_EnteredAfterTheDeadline_IsInTimeOnlyWithTheStatedTimeOfArrival(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var (service, item) = (world.World.Get<EnteredCommentService>(), await world.ItemAsync(round, "III/4"));
        var (openedAt, closesAt) = (world.World.Time.GetUtcNow(), (await world.FindAsync(round)).ClosesAt);
        await world.CloseAsync(round);
        world.World.Time.Advance(TimeSpan.FromDays(1));
        var town = await world.OrganisationAsync("Město Dolní");
        var stated = new EnteredFor(null, town.Id, "podatelna", closesAt.AddMinutes(-1));
        Assert.False(Value(await service.EnterAsync(world.Secretary, round, item, world.Comment("poštou"), stated)).IsLate);
        Assert.True(Value(await service.EnterAsync(world.Secretary, round, item, world.Comment("telefonem"), stated with { ReceivedAt = null })).IsLate);
        Assert.True(Value(await service.EnterAsync(world.Secretary, round, item, world.Comment("e-mailem"), stated with { ReceivedAt = closesAt })).IsLate);
        world.Refused("RoundArrivalInvalid", (await service.EnterAsync(world.Secretary, round, item, world.Comment("z budoucnosti"), stated with { ReceivedAt = world.World.Time.GetUtcNow().AddMinutes(1) })).Refusal);
        world.Refused("RoundArrivalInvalid", (await service.EnterAsync(world.Secretary, round, item, world.Comment("předem"), stated with { ReceivedAt = openedAt.AddMinutes(-1) })).Refusal);

        var shown = (await world.ViewAsync(world.First, round)).CommentsOf(item).First();
        Assert.Equal(("Tomáš Kubát", "podatelna", "Město Dolní", (long?)null), (shown.EnteredBy, shown.Comment.AuthorName, shown.Comment.OrganisationName, shown.Comment.AuthorId));
        Assert.Equal(closesAt.AddMinutes(-1), shown.Comment.ReceivedAt);
        Assert.True((await world.ViewAsync(world.Secretary, round)).Parties.Single(p => p.Party.OrganisationId == town.Id).HasAnswered);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C5_EnteredForAMember_IsTheMembersAnswer(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync(world.Input() with { EssentialBy = EssentialRight.Members });
        var (service, item) = (world.World.Get<EnteredCommentService>(), await world.ItemAsync(round, "III/4"));
        Done(await world.Answers.NoCommentsAsync(world.Second, item));
        var input = world.Comment("po telefonu", kind: CommentKind.Essential);
        var entered = Value(await service.EnterAsync(world.Chair, round, item, input, new(world.Second, null, "", null)));
        Assert.Equal(entered, Value(await service.EnterAsync(world.Chair, round, item, input, new(world.Second, null, "", null))));
        var view = await world.ViewAsync(world.Second, round);
        Assert.Equal((ItemMark.Mine, "Dana Druhá", "Město Dolní"), (view.MarkOf(item), view.Mine.Single().Comment.AuthorName, view.Mine.Single().Comment.OrganisationName));
        world.Refused("NotAllowed", (await world.Comments.WithdrawAsync(world.First, entered.Id)).Refusal);
        Done(await world.Comments.WithdrawAsync(world.Second, entered.Id));
        world.Refused("RoundEssentialByMembers", (await service.EnterAsync(world.Chair, round, item, world.Comment("host", kind: CommentKind.Essential), new(world.Group.Guest.Id, null, "", null))).Refusal);
        world.Refused("RoundEnteredForMissing", (await service.EnterAsync(world.Chair, round, item, world.Comment("x"), new(null, null, " ", null))).Refusal);
        world.Refused("RoundEnteredForInvalid", (await service.EnterAsync(world.Chair, round, item, world.Comment("x"), new(null, null, new('x', 301), null))).Refusal);
        world.Refused("NotFound", (await service.EnterAsync(world.Chair, round, item, world.Comment("x"), new(99_999, null, "", null))).Refusal);
        world.Refused("NotFound", (await service.EnterAsync(world.Chair, round, item, world.Comment("x"), new(null, 99_999, "", null))).Refusal);
        world.Refused("NotAllowed", (await service.EnterAsync(world.First, round, item, world.Comment("x"), new(world.Second, null, "", null))).Refusal);
        world.Refused("NotFound", (await service.EnterAsync(world.Group.Stranger.Id, round, item, world.Comment("x"), new(world.Second, null, "", null))).Refusal);
    }
}
