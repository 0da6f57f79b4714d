using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

public sealed class RulesTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task EachDay_HasTheRulesOfItsDay(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var rules = scene.Get<RulesService>();
        Assert.Null(await rules.InForceAsync(scene.GroupId, scene.Today));
        await rules.AddVersionAsync(scene.Secretary, scene.GroupId, new(2021, 3, 1), new() { NoticeDays = 7 });
        var later = new RulesValues { NoticeDays = 15, NoticeInWorkingDays = true, Quorum = new(2, 3, false), MajorityBasis = MajorityBasis.Members };
        Assert.True((await rules.AddVersionAsync(scene.Secretary, scene.GroupId, new(2026, 7, 1), later)).IsDone);

        Assert.Equal(7, (await rules.InForceAsync(scene.GroupId, new(2026, 6, 30)))!.Values.NoticeDays);
        Assert.Equal(later, (await rules.InForceAsync(scene.GroupId, new(2026, 7, 1)))!.Values);
        // Before the first version the first one answers.
        Assert.Equal(1, (await rules.InForceAsync(scene.GroupId, new(2019, 1, 1)))!.Version);
        var view = (await rules.ReadAsync(scene.Member, scene.GroupId)).Value!;
        Assert.Equal((1, 2), (view.InForce!.Version, view.Versions[0].Version));
        Assert.Equal(new DateOnly(2026, 7, 2), view.EarliestNext);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task NewVersion_CannotHoldFromThePast_NorBeforeAnother(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var rules = scene.Get<RulesService>();
        async Task<string?> Add(DateOnly from) => (await rules.AddVersionAsync(scene.Secretary, scene.GroupId, from, new())).Refusal?.Code;
        Assert.Null(await Add(new(2020, 1, 1)));
        Assert.Equal("RulesDayPast", await Add(scene.Today.AddDays(-1)));
        Assert.Null(await Add(scene.Today.AddDays(10)));
        Assert.Equal("RulesDayTaken", await Add(scene.Today.AddDays(10)));
        Assert.Equal("RulesDayTaken", await Add(scene.Today));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task NewVersions_AddedAtOnce_GetTheirOwnNumbersAndDays(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var rules = scene.Get<RulesService>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            rules.AddVersionAsync(scene.Secretary, scene.GroupId, scene.Today.AddDays(i % 3), new()))));
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal("RulesDayTaken", o.Refusal!.Code));
        var versions = (await rules.ReadAsync(scene.Secretary, scene.GroupId)).Value!.Versions.Reverse().ToList();
        Assert.Equal(outcomes.Count(o => o.IsDone), versions.Count);
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(v => v.Version));
        Assert.Equal(versions.Count, versions.Select(v => v.ValidFrom).Distinct().Count());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Version_IsDeletedOnlyBeforeItBegins(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var rules = scene.Get<RulesService>();
        var first = (await rules.AddVersionAsync(scene.Secretary, scene.GroupId, scene.Today.AddDays(3), new())).Value;
        Assert.Equal("RulesOnlyOne", (await rules.DeleteVersionAsync(scene.Secretary, scene.GroupId, first)).Refusal?.Code);
        var second = (await rules.AddVersionAsync(scene.Secretary, scene.GroupId, scene.Today.AddDays(10), new())).Value;
        Assert.True((await rules.DeleteVersionAsync(scene.Secretary, scene.GroupId, second)).IsDone);
        Assert.Equal("NotFound", (await rules.DeleteVersionAsync(scene.Secretary, scene.GroupId, second)).Refusal?.Code);
        await rules.AddVersionAsync(scene.Secretary, scene.GroupId, scene.Today.AddDays(10), new());
        scene.World.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("RulesBegun", (await rules.DeleteVersionAsync(scene.Secretary, scene.GroupId, first)).Refusal?.Code);
        await using var db = scene.World.Db();
        Assert.Equal(2, await db.Rules.CountAsync());
    }

    public static TheoryData<RulesValues, string?> Checked => new()
    {
        { new(), null },
        { new() { Quorum = new(0, 2, false) }, "QuorumInvalid" },
        { new() { Quorum = new(1, 0, false) }, "QuorumInvalid" },
        { new() { Quorum = new(1, 1, true) }, "QuorumInvalid" },
        { new() { Quorum = new(1, 1, false) }, null },
        { new() { Majority = new(4, 3, false) }, "MajorityInvalid" },
        { new() { MajorityBasis = (MajorityBasis)17 }, "MajorityInvalid" },
        { new() { NoticeDays = -1 }, "NoticeDaysInvalid" },
        { new() { NoticeDays = 91 }, "NoticeDaysInvalid" },
        { new() { NoticeDays = 0 }, null },
        { new() { MinutesCommentDays = 91 }, "CommentDaysInvalid" },
        { new() { ConnectionGraceMinutes = -1 }, "GraceMinutesInvalid" },
        { new() { ConnectionGraceMinutes = 61 }, "GraceMinutesInvalid" },
        { new() { ConnectionGraceMinutes = 0 }, null },
        { new() { PerRollamShortestHours = 0 }, "PerRollamHoursInvalid" },
        { new() { PerRollamShortestHours = 2161 }, "PerRollamHoursInvalid" },
        { new() { MinutesNumberFormat = "{year}" }, "NumberFormatInvalid" },
        { new() { ResolutionNumberFormat = "{year}" }, "ResolutionFormatInvalid" },
        { new() { PerRollamObjection = new(4, 3, false) }, "ObjectionInvalid" },
        { new() { Tie = (TieRule)9 }, "TieInvalid" },
        { new() { Note = new('x', 1001) }, "NoteTooLong" },
    };

    [Theory, MemberData(nameof(Checked))]
    public void Values_OutOfRange_AreRefused(RulesValues values, string? expected) => Assert.Equal(expected, values.Check()?.Code);
}
