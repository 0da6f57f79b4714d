using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

public sealed class GroupServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SubGroup_IsSetUpWithItsOwnRulesAndOfficers(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var groups = scene.Get<GroupService>();
        var input = new GroupInput { Name = "Podskupina Dluhy", ShortName = "PS Dluhy", ParentBody = "Konference", FoundedOn = new(2026, 1, 1), TimeZone = "Europe/Bratislava" };
        var officers = new Dictionary<Office, long> { [Office.Chair] = scene.Member, [Office.Secretary] = scene.Secretary };
        var id = (await groups.AddAsync(scene.Administrator, new(input, scene.GroupId, scene.Today, new() { NoticeDays = 15 }, officers, scene.Today))).Value;

        Assert.Equal(15, (await scene.Get<RulesService>().InForceAsync(id, scene.Today))!.Values.NoticeDays);
        var found = (await groups.FindAsync(scene.Member, id)).Value!;
        Assert.True(found.Standing.IsChair);
        Assert.Equal(("PS Bydlení", "Europe/Bratislava", "Konference"), (found.Parent!.ShortName, found.Input.TimeZone, found.Input.ParentBody));
        var rows = (await groups.ListAsync(scene.Administrator)).Value!;
        Assert.Equal([(scene.GroupId, 0), (id, 1)], rows.Select(r => (r.Id, r.Level)));
        Assert.Equal(1, rows[0].Seats);
        Assert.Equal(["Milada Členová"], rows[1].Chairs);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Groups_AreListedAndSetUpByAdministratorsOnly(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var groups = scene.Get<GroupService>();
        foreach (var person in new[] { scene.Secretary, scene.Member, scene.Guest, scene.Stranger })
        {
            Assert.Equal(Refusal.NotFound, (await groups.ListAsync(person)).Refusal);
            Assert.Equal(Refusal.NotAllowed, (await AddAsync(person, new() { Name = "Nová", ShortName = "N" })).Refusal);
        }
        Assert.Equal("GroupNameMissing", (await AddAsync(scene.Administrator, new() { ShortName = "N" })).Refusal?.Code);
        Assert.Equal("GroupShortNameMissing", (await AddAsync(scene.Administrator, new() { Name = "Nová" })).Refusal?.Code);
        Assert.Equal("GroupNameTooLong", (await AddAsync(scene.Administrator, new() { Name = new('n', 301), ShortName = "N" })).Refusal?.Code);
        Assert.Equal("ShortNameTooLong", (await AddAsync(scene.Administrator, new() { Name = "Nová", ShortName = new('n', 61) })).Refusal?.Code);
        Assert.Equal("GroupLineTooLong", (await AddAsync(scene.Administrator, new() { Name = "Nová", ShortName = "N", FooterLine = new('n', 501) })).Refusal?.Code);
        Assert.Equal("TimeZoneUnknown", (await AddAsync(scene.Administrator, new() { Name = "Nová", ShortName = "N", TimeZone = "Europe/Nowhere" })).Refusal?.Code);
        var parentless = new NewGroup(new() { Name = "Nová", ShortName = "N" }, 987654, scene.Today, new(), new Dictionary<Office, long>(), scene.Today);
        Assert.Equal("NotFound", (await groups.AddAsync(scene.Administrator, parentless)).Refusal?.Code);
        Assert.Equal("PersonInactive", (await groups.AddAsync(scene.Administrator, parentless with { ParentId = null, Officers = new Dictionary<Office, long> { [Office.Chair] = 987654 } })).Refusal?.Code);
        Assert.Equal("NumberFormatInvalid", (await groups.AddAsync(scene.Administrator, parentless with { ParentId = null, Rules = new() { MinutesNumberFormat = "x" } })).Refusal?.Code);
        Assert.Single((await groups.ListAsync(scene.Administrator)).Value!);

        Task<Outcome<long>> AddAsync(long by, GroupInput input) =>
            groups.AddAsync(by, new(input, null, scene.Today, new(), new Dictionary<Office, long>(), scene.Today));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Secretary_ChangesTheGroupsData(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var groups = scene.Get<GroupService>();
        var input = (await groups.FindAsync(scene.Secretary, scene.GroupId)).Value!.Input;
        input.HeadingLine = " Odbor sociálních věcí ";
        input.FoundedOn = new(2017, 12, 1);
        Assert.True((await groups.UpdateAsync(scene.Secretary, scene.GroupId, input)).IsDone);
        var read = (await groups.FindAsync(scene.Guest, scene.GroupId)).Value!.Input;
        Assert.Equal(("Odbor sociálních věcí", new DateOnly(2017, 12, 1)), (read.HeadingLine, read.FoundedOn));
        input.Name = "";
        Assert.Equal("GroupNameMissing", (await groups.UpdateAsync(scene.Secretary, scene.GroupId, input)).Refusal?.Code);
    }
}
