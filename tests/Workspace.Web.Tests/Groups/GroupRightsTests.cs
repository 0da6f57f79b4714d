using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

/// <summary>Guests and members may read and change nothing; to a stranger the group is not there.</summary>
public sealed class GroupRightsTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Changes_AreRefusedToEverybodyButManagers(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var before = await scene.MembersAsync();
        foreach (var (person, expected) in new[] { (scene.Guest, "NotAllowed"), (scene.Member, "NotAllowed"), (scene.Alternate, "NotAllowed"), (scene.Stranger, "NotFound"), (0L, "NotFound") })
        {
            foreach (var change in Changes(scene, person))
                Assert.Equal(expected, (await change)?.Code);
        }
        var after = await scene.MembersAsync();
        Assert.Equal(before.Seats.SelectMany(s => s.Terms), after.Seats.SelectMany(s => s.Terms));
        Assert.Equal((before.Officers.Count, before.Guests.Count), (after.Officers.Count, after.Guests.Count));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Changes_OfAGroupThatIsNotThere_FindNothing(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        foreach (var change in Changes(scene, scene.Administrator, 987654))
            Assert.Equal("NotFound", (await change)?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Reading_IsForWhoBelongs_WithEMailsForAllButGuests(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        await scene.Get<OfficerService>().AppointAsync(scene.Secretary, scene.GroupId, new(scene.Administrator, Office.Chair, scene.Today, null));
        var members = scene.Get<MembersService>();
        foreach (var person in new[] { scene.Administrator, scene.Secretary, scene.Member, scene.Alternate })
            Assert.Contains((await members.ReadAsync(person, scene.GroupId)).Value!.Officers, o => o.Person.Email == "jana@example.org");

        var seen = (await members.ReadAsync(scene.Guest, scene.GroupId)).Value!;
        Assert.All(seen.Officers, o => Assert.Null(o.Person.Email));
        Assert.All(seen.Seats.SelectMany(s => s.Terms), t => Assert.Null(t.Person.Email));
        Assert.Single(seen.SeatsOn(scene.Today));
        Assert.True((await scene.Get<RulesService>().ReadAsync(scene.Guest, scene.GroupId)).IsDone);
        Assert.True((await scene.Get<StandingItemService>().ReadAsync(scene.Guest, scene.GroupId)).IsDone);

        Assert.Equal(Refusal.NotFound, (await members.ReadAsync(scene.Stranger, scene.GroupId)).Refusal);
        Assert.Equal(Refusal.NotFound, (await members.ReadAsync(scene.Administrator, 987654)).Refusal);
        Assert.Equal(Refusal.NotFound, (await scene.Get<RulesService>().ReadAsync(scene.Stranger, scene.GroupId)).Refusal);
        Assert.Equal(Refusal.NotFound, (await scene.Get<StandingItemService>().ReadAsync(scene.Stranger, scene.GroupId)).Refusal);
        Assert.Equal(Refusal.NotFound, (await scene.Get<GroupService>().FindAsync(scene.Stranger, scene.GroupId)).Refusal);
    }

    private static IEnumerable<Task<Refusal?>> Changes(GroupScene scene, long by, long? groupId = null)
    {
        var (group, day) = (groupId ?? scene.GroupId, scene.Today);
        yield return Of(scene.Get<SeatService>().AddAsync(by, group, new(scene.OrganisationId, null, null, day)));
        yield return Of(scene.Get<SeatService>().EndAsync(by, group, scene.SeatId, day));
        yield return Of(scene.Get<SeatService>().MoveAsync(by, group, scene.SeatId, up: true));
        yield return Of(scene.Get<SeatTermService>().OfferAsync(by, group, new(scene.SeatId, scene.Stranger, day, null, scene.TermId)));
        yield return Of(scene.Get<SeatTermService>().NominateAsync(by, group, new(scene.SeatId, scene.Stranger, day, null)));
        yield return Of(scene.Get<SeatTermService>().EndAsync(by, group, scene.TermId, day));
        yield return Of(scene.Get<SeatTermService>().WithdrawAsync(by, group, scene.TermId));
        yield return Of(scene.Get<OfficerService>().AppointAsync(by, group, new(by, Office.Chair, day, null)));
        yield return Of(scene.Get<OfficerService>().EndAsync(by, group, 1, day));
        yield return Of(scene.Get<OfficerService>().WithdrawAsync(by, group, 1));
        yield return Of(scene.Get<GuestService>().AddAsync(by, group, scene.Stranger, day));
        yield return Of(scene.Get<GuestService>().EndAsync(by, group, 1, day));
        yield return Of(scene.Get<RulesService>().AddVersionAsync(by, group, day, new()));
        yield return Of(scene.Get<RulesService>().DeleteVersionAsync(by, group, 1));
        yield return Of(scene.Get<StandingItemService>().AddAsync(by, group, new() { Title = "Různé" }));
        yield return Of(scene.Get<StandingItemService>().UpdateAsync(by, group, 1, new() { Title = "Různé" }));
        yield return Of(scene.Get<StandingItemService>().MoveAsync(by, group, 1, up: true));
        yield return Of(scene.Get<StandingItemService>().RemoveAsync(by, group, 1));
        yield return Of(scene.Get<GroupService>().UpdateAsync(by, group, new() { Name = "Jiná", ShortName = "J" }));
    }

    private static async Task<Refusal?> Of(Task<Outcome> change) => (await change).Refusal;

    private static async Task<Refusal?> Of(Task<Outcome<long>> change) => (await change).Refusal;
}
