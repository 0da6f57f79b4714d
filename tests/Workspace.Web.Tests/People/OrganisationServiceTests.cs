using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Groups;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.People;

public sealed class OrganisationServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Organisation_IsFoundByNameAndShortName_WithItsUnits(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var organisations = scene.Get<OrganisationService>();
        var id = (await organisations.AddAsync(scene.Secretary, new() { Name = "Úřad práce České Lípy", ShortName = "ÚP", Kind = OrganisationKind.StateOffice, IdentityNumber = "00123456" })).Value;
        await organisations.AddUnitAsync(scene.Secretary, id, new() { Name = "Oddělení zaměstnanosti", Code = "OZ" });

        foreach (var text in new[] { "up", "ceske lipy", "URAD lipy" })
            Assert.Equal([id], (await organisations.SearchAsync(scene.Secretary, text)).Value!.Organisations.Rows.Select(o => o.Id));
        Assert.Equal("Oddělení zaměstnanosti", Assert.Single(Assert.Single(await organisations.ChooseAsync(scene.Secretary, "urad")).Units).Name);
        Assert.Equal(2, (await organisations.SearchAsync(scene.Secretary, null)).Value!.Organisations.Total);

        var details = (await organisations.FindAsync(scene.Secretary, id)).Value!;
        Assert.Equal(("00123456", OrganisationKind.StateOffice), (details.Input.IdentityNumber, details.Input.Kind));
        details.Input.Name = "Úřad práce Lípa";
        Assert.True((await organisations.UpdateAsync(scene.Administrator, id, details.Input)).IsDone);
        Assert.True((await organisations.UpdateUnitAsync(scene.Administrator, id, details.Units[0].Id, new() { Name = "Jiné oddělení" })).IsDone);
        var changed = (await organisations.FindAsync(scene.Secretary, id)).Value!;
        Assert.Equal(("Úřad práce Lípa", "Jiné oddělení"), (changed.Input.Name, changed.Units[0].Name));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Organisation_ThatDoesNotFit_IsRefused(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var organisations = scene.Get<OrganisationService>();
        async Task<string?> Add(OrganisationInput input) => (await organisations.AddAsync(scene.Administrator, input)).Refusal?.Code;
        Assert.Equal("OrganisationNameMissing", await Add(new()));
        Assert.Equal("OrganisationNameTooLong", await Add(new() { Name = new('o', 301) }));
        Assert.Equal("ShortNameTooLong", await Add(new() { Name = "O", ShortName = new('o', 61) }));
        Assert.Equal("IdentityNumberInvalid", await Add(new() { Name = "O", IdentityNumber = "123" }));
        Assert.Equal("IdentityNumberInvalid", await Add(new() { Name = "O", IdentityNumber = "1234567a" }));
        Assert.Equal("OrganisationTaken", await Add(new() { Name = " Město Dolní Lhota " }));
        Assert.Equal("NotFound", (await organisations.UpdateAsync(scene.Administrator, 987654, new() { Name = "O" })).Refusal?.Code);

        async Task<string?> AddUnit(UnitInput input) => (await organisations.AddUnitAsync(scene.Administrator, scene.OrganisationId, input)).Refusal?.Code;
        Assert.Equal("UnitNameMissing", await AddUnit(new()));
        Assert.Equal("UnitNameTooLong", await AddUnit(new() { Name = "U", Code = new('u', 21) }));
        Assert.Equal("UnitTaken", await AddUnit(new() { Name = "odbor sociálních věcí" }));
        Assert.Equal("NotFound", (await organisations.AddUnitAsync(scene.Administrator, 987654, new() { Name = "U" })).Refusal?.Code);
        Assert.Equal("NotFound", (await organisations.UpdateUnitAsync(scene.Administrator, scene.OrganisationId, 987654, new() { Name = "U" })).Refusal?.Code);
    }
}
