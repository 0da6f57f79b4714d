using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

public sealed class MembershipTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R2_Offered_IsAGuestUntilTheyAccept_AndAMemberFromThen(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var offer = await OfferAsync(scene, scene.Guest);

        Assert.False((await StandingAsync(scene, scene.Guest)).IsMember);
        Assert.Equal("Město Dolní Lhota, Odbor sociálních věcí", Assert.Single(await scene.Get<MembershipService>().OffersAsync(scene.Guest)).Seat);

        Assert.True((await scene.Get<MembershipService>().AcceptAsync(scene.Guest, scene.GroupId, offer)).IsDone);
        Assert.True((await StandingAsync(scene, scene.Guest)).IsMember);
        Assert.Empty(await scene.Get<MembershipService>().OffersAsync(scene.Guest));
        var view = await scene.MembersAsync();
        Assert.Empty(view.GuestsOn(scene.Today));
        Assert.Single(view.GuestsOn(scene.Today.AddDays(-1)));
        Assert.Null(view.Seats.SelectMany(s => s.Terms).Single(t => t.Id == offer).RecordedBy);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R2_Declined_StaysAGuest_AndTheSeatIsFreeAgain(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var offer = await OfferAsync(scene, scene.Stranger);

        Assert.True((await scene.Get<MembershipService>().DeclineAsync(scene.Stranger, scene.GroupId, offer)).IsDone);

        var standing = await StandingAsync(scene, scene.Stranger);
        Assert.True(standing.IsGuest);
        Assert.False(standing.IsMember);
        var view = await scene.MembersAsync();
        Assert.True(Assert.Single(view.GuestsOn(scene.Today), g => g.Person.Id == scene.Stranger).HasDeclinedMembership);
        var seat = view.Seats.Single(s => s.Terms.Any(t => t.Id == offer));
        Assert.Null(seat.HolderOn(scene.Today));
        Assert.True((await scene.Get<SeatTermService>().OfferAsync(scene.Secretary, scene.GroupId, new(seat.Id, scene.Guest, scene.Today, null, null))).IsDone);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Declined_ByAGuest_MarksTheGuest(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var offer = await OfferAsync(scene, scene.Guest);
        await scene.Get<MembershipService>().DeclineAsync(scene.Guest, scene.GroupId, offer);
        Assert.True(Assert.Single((await scene.MembersAsync()).GuestsOn(scene.Today)).HasDeclinedMembership);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task AnswerForSomebody_IsTheSecretarys_AndKeepsWhoRecordedIt(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var offer = await OfferAsync(scene, scene.Stranger);
        var membership = scene.Get<MembershipService>();

        Assert.Equal(Refusal.NotAllowed, (await membership.AcceptAsync(scene.Member, scene.GroupId, offer)).Refusal);
        Assert.Equal(Refusal.NotFound, (await membership.AcceptAsync(await scene.PersonAsync("Jiný", "Cizí"), scene.GroupId, offer)).Refusal);
        Assert.True((await membership.AcceptAsync(scene.Secretary, scene.GroupId, offer)).IsDone);
        var term = (await scene.MembersAsync()).Seats.SelectMany(s => s.Terms).Single(t => t.Id == offer);
        Assert.Equal("Tomáš Tajemný", term.RecordedBy);
        Assert.Equal(Acceptance.Accepted, term.Acceptance);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Answer_Twice_IsTheSame_AndTheOtherAnswerIsRefused(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var offer = await OfferAsync(scene, scene.Stranger);
        var membership = scene.Get<MembershipService>();

        var both = await Task.WhenAll(
            Task.Run(() => membership.AcceptAsync(scene.Stranger, scene.GroupId, offer)),
            Task.Run(() => membership.DeclineAsync(scene.Stranger, scene.GroupId, offer)));
        Assert.Single(both, o => o.IsDone);
        Assert.Single(both, o => o.Refusal?.Code == "AlreadyAnswered");

        var again = both[0].IsDone ? await membership.AcceptAsync(scene.Stranger, scene.GroupId, offer) : await membership.DeclineAsync(scene.Stranger, scene.GroupId, offer);
        Assert.True(again.IsDone);
        Assert.True((await scene.MembersAsync()).GuestsOn(scene.Today).Count(g => g.Person.Id == scene.Stranger) <= 1);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Answer_ToAnOfferThatIsOver_IsRefused(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var seat = (await scene.Get<SeatService>().AddAsync(scene.Secretary, scene.GroupId, new(scene.OrganisationId, null, null, scene.Today))).Value;
        var offer = (await scene.Get<SeatTermService>().OfferAsync(scene.Secretary, scene.GroupId, new(seat, scene.Guest, scene.Today, scene.Today.AddDays(3), null))).Value;
        scene.World.Time.Advance(TimeSpan.FromDays(4));
        Assert.Empty(await scene.Get<MembershipService>().OffersAsync(scene.Guest));
        Assert.Equal("OfferOver", (await scene.Get<MembershipService>().AcceptAsync(scene.Guest, scene.GroupId, offer)).Refusal?.Code);
    }

    private static async Task<long> OfferAsync(GroupScene scene, long person)
    {
        var seat = (await scene.Get<SeatService>().AddAsync(scene.Secretary, scene.GroupId, new(scene.OrganisationId, scene.UnitId, null, scene.Today))).Value;
        return (await scene.Get<SeatTermService>().OfferAsync(scene.Secretary, scene.GroupId, new(seat, person, scene.Today, null, null))).Value;
    }

    private static async Task<GroupStanding> StandingAsync(GroupScene scene, long person)
    {
        await using var db = scene.World.Db();
        return await scene.Get<GroupAccess>().FindAsync(db, scene.GroupId, person, scene.Today);
    }
}
