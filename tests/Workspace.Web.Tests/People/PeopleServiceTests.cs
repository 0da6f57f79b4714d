using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.People;
using Workspace.Web.Tests.Groups;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.People;

public sealed class PeopleServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Search_LooksPastDiacriticsAndCase_InNameEMailAndOrganisation(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var people = scene.Get<PeopleService>();
        var id = (await people.AddAsync(scene.Secretary, new() { GivenName = "Žofie", FamilyName = "Šturnová", Email = "Zofie.S@Example.org", OrganisationId = scene.OrganisationId })).Value;

        foreach (var text in new[] { "sturnova", "STURNOVA", "šturnová", "zofie stur", "sturnova, zofie", "zofie.s@example", "dolni lhota", "lhota sturn", "MĚSTO zofie" })
            Assert.Equal([id], (await people.SearchAsync(scene.Secretary, new(text))).Value!.People.Rows.Select(r => r.Id));
        foreach (var text in new[] { "sturnovaa", "horni lhota", "100%", "_", "%" })
            Assert.Empty((await people.SearchAsync(scene.Secretary, new(text))).Value!.People.Rows);
        Assert.Equal([new PersonChoice(id, "Žofie Šturnová", "Město Dolní Lhota")], await people.ChooseAsync(scene.Secretary, "sturn"));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task List_IsPagedInCzechOrder(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        foreach (var name in new[] { "Chalupa", "Hora", "Cihla", "Čáp", "Ibl" })
            await scene.PersonAsync("Řazený", name);
        for (var i = 0; i < 30; i++)
            await scene.PersonAsync("Další", $"Zzz{i:00}");
        var people = scene.Get<PeopleService>();

        Assert.Equal(["Cihla", "Čáp", "Hora", "Chalupa", "Ibl"], (await people.SearchAsync(scene.Administrator, new("razeny"))).Value!.People.Rows.Select(r => r.FullName.Split(' ')[1]));
        var first = (await people.SearchAsync(scene.Administrator, new("dalsi"))).Value!.People;
        var second = (await people.SearchAsync(scene.Administrator, new("dalsi", Page: 2))).Value!.People;
        Assert.Equal((30, 2, 25, 5), (first.Total, first.PageCount, first.Rows.Count, second.Rows.Count));
        Assert.Empty(first.Rows.Intersect(second.Rows));
        Assert.Equal(2, (await people.SearchAsync(scene.Administrator, new("dalsi", Page: 99))).Value!.People.Page);
        Assert.Equal(1, (await people.SearchAsync(scene.Administrator, new("dalsi", Page: -3))).Value!.People.Page);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Directory_IsReadAndAddedToByOfficers_ChangedByAdministrators_AndClosedToOthers(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var (people, organisations, states) = (scene.Get<PeopleService>(), scene.Get<OrganisationService>(), scene.Get<PersonStateService>());
        var input = new PersonInput { GivenName = "Nový", FamilyName = "Člověk" };
        foreach (var person in new[] { scene.Member, scene.Guest, scene.Stranger, 0 })
        {
            Assert.Equal(Refusal.NotFound, (await people.SearchAsync(person, new(null))).Refusal);
            Assert.Empty(await people.ChooseAsync(person, "jana"));
            Assert.Empty(await organisations.ChooseAsync(person, "lhota"));
            Assert.Equal(Refusal.NotFound, (await people.FindAsync(person, scene.Administrator)).Refusal);
            Assert.Equal(Refusal.NotFound, (await people.AddAsync(person, input)).Refusal);
            Assert.Equal(Refusal.NotFound, (await organisations.SearchAsync(person, null)).Refusal);
            Assert.Equal(Refusal.NotFound, (await organisations.FindAsync(person, scene.OrganisationId)).Refusal);
            Assert.Equal(Refusal.NotFound, (await organisations.AddAsync(person, new() { Name = "Nová" })).Refusal);
            Assert.Equal(Refusal.NotFound, (await organisations.AddUnitAsync(person, scene.OrganisationId, new() { Name = "Nový" })).Refusal);
            Assert.Equal(Refusal.NotFound, (await people.UpdateAsync(person, scene.Member, input)).Refusal);
        }
        Assert.Equal(Refusal.NotAllowed, (await people.UpdateAsync(scene.Secretary, scene.Member, input)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await organisations.UpdateAsync(scene.Secretary, scene.OrganisationId, new() { Name = "Jiná" })).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await organisations.UpdateUnitAsync(scene.Secretary, scene.OrganisationId, scene.UnitId, new() { Name = "Jiný" })).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await states.SetAdministratorAsync(scene.Secretary, scene.Secretary, true)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await states.SetActiveAsync(scene.Secretary, scene.Administrator, false)).Refusal);
        Assert.True((await people.AddAsync(scene.Secretary, input)).IsDone);
        Assert.True((await organisations.AddAsync(scene.Secretary, new() { Name = "Nová" })).IsDone);
        Assert.True((await organisations.AddUnitAsync(scene.Secretary, scene.OrganisationId, new() { Name = "Nový" })).IsDone);
        Assert.True((await people.FindAsync(scene.Member, scene.Member)).IsDone);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Person_ThatDoesNotFit_IsRefused(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var people = scene.Get<PeopleService>();
        async Task<string?> Add(PersonInput input) => (await people.AddAsync(scene.Administrator, input)).Refusal?.Code;
        Assert.Equal("NameMissing", await Add(new() { GivenName = "Jen" }));
        Assert.Equal("NameTooLong", await Add(new() { GivenName = new('a', 101), FamilyName = "B" }));
        Assert.Equal("TitleTooLong", await Add(new() { GivenName = "A", FamilyName = "B", TitleAfter = new('c', 61) }));
        Assert.Equal("FunctionTooLong", await Add(new() { GivenName = "A", FamilyName = "B", Function = new('c', 201) }));
        foreach (var email in new[] { "a", "a@", "Jana <jana@example.org>", "a b@example.org", new string('a', 250) + "@example.org" })
            Assert.Equal("EmailInvalid", await Add(new() { GivenName = "A", FamilyName = "B", Email = email }));
        Assert.Equal("EmailTaken", await Add(new() { GivenName = "A", FamilyName = "B", Email = " JANA@example.org " }));
        Assert.Equal("UnitElsewhere", await Add(new() { GivenName = "A", FamilyName = "B", OrganisationId = scene.OrganisationId, UnitId = 987654 }));
        Assert.Equal("NotFound", await Add(new() { GivenName = "A", FamilyName = "B", OrganisationId = 987654 }));
        Assert.Equal("EmailTaken", (await people.UpdateAsync(scene.Administrator, scene.Member, new() { GivenName = "A", FamilyName = "B", Email = "jana@example.org" })).Refusal?.Code);
        Assert.True((await people.UpdateAsync(scene.Administrator, scene.Administrator, new() { GivenName = "Jana", FamilyName = "Nová", Email = "jana@example.org" })).IsDone);
        Assert.Null((await people.FindAsync(scene.Administrator, scene.Administrator)).Value!.Input.Gender);
        Assert.True((await people.UpdateAsync(scene.Administrator, scene.Administrator, new() { GivenName = "Jana", FamilyName = "Nová", Email = "jana@example.org", Gender = Gender.Woman })).IsDone);
        Assert.Equal(Gender.Woman, (await people.FindAsync(scene.Administrator, scene.Administrator)).Value!.Input.Gender);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SameEMail_GivenToSeveralAtOnce_GoesToOne(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var people = scene.Get<PeopleService>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            people.AddAsync(scene.Administrator, new() { GivenName = "Stejný", FamilyName = $"Adresát{i}", Email = "tyz@example.org" }))));
        Assert.Single(outcomes, o => o.IsDone);
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal("EmailTaken", o.Refusal!.Code));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task LastAdministrator_StaysOne_AlsoWhenTwoRemoveEachOther(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var states = scene.Get<PersonStateService>();
        Assert.Equal("LastAdministrator", (await states.SetAdministratorAsync(scene.Administrator, scene.Administrator, false)).Refusal?.Code);
        Assert.Equal("LastAdministrator", (await states.SetActiveAsync(scene.Administrator, scene.Administrator, false)).Refusal?.Code);
        for (var round = 0; round < 5; round++)
        {
            Assert.True((await states.SetAdministratorAsync(scene.Administrator, scene.Member, true)).IsDone);
            var outcomes = await Task.WhenAll(
                Task.Run(() => states.SetAdministratorAsync(scene.Administrator, scene.Member, false)),
                Task.Run(() => states.SetAdministratorAsync(scene.Member, scene.Administrator, false)));
            Assert.Single(outcomes, o => o.IsDone);
            if (!outcomes[0].IsDone)
            {
                Assert.True((await states.SetAdministratorAsync(scene.Member, scene.Administrator, true)).IsDone);
                Assert.True((await states.SetAdministratorAsync(scene.Administrator, scene.Member, false)).IsDone);
            }
        }
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task InactivePerson_LosesTheirRightsAndIsFoundOnlyWhenAskedFor(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var (people, states) = (scene.Get<PeopleService>(), scene.Get<PersonStateService>());
        Assert.True((await states.SetActiveAsync(scene.Administrator, scene.Secretary, false)).IsDone);
        Assert.Equal(Refusal.NotFound, (await scene.Get<MembersService>().ReadAsync(scene.Secretary, scene.GroupId)).Refusal);
        Assert.Empty((await people.SearchAsync(scene.Administrator, new("tajemny"))).Value!.People.Rows);
        Assert.Empty(await people.ChooseAsync(scene.Administrator, "tajemny"));
        Assert.False(Assert.Single((await people.SearchAsync(scene.Administrator, new("tajemny", WithInactive: true))).Value!.People.Rows).IsActive);
        Assert.Equal("PersonInactive", (await states.SetAdministratorAsync(scene.Administrator, scene.Secretary, true)).Refusal?.Code);
        Assert.True((await states.SetActiveAsync(scene.Administrator, scene.Secretary, true)).IsDone);
        Assert.True((await scene.Get<MembersService>().ReadAsync(scene.Secretary, scene.GroupId)).IsDone);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task PersonsPage_ShowsPlacesOfReadableGroupsOnly_AndOnesOwnAll(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var other = await scene.World.AddAsync(new Group("Jiná skupina", "Jiná", null));
        await scene.World.AddAsync(new GroupOfficer(other.Id, scene.Member, Office.Chair, new(2020, 1, 1), new(2020, 12, 31)));
        var people = scene.Get<PeopleService>();

        Assert.Equal(["Město Dolní Lhota"], (await people.FindAsync(scene.Secretary, scene.Member)).Value!.Places.Select(p => p.Seat));
        var own = (await people.FindAsync(scene.Member, scene.Member)).Value!;
        Assert.Equal(2, own.Places.Count);
        Assert.True(own.Places.Single(p => p.GroupId == other.Id).IsOver(scene.Today));
        Assert.Equal(2, (await people.FindAsync(scene.Administrator, scene.Member)).Value!.Places.Count);
    }
}
