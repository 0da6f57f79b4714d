using Workspace.Web.Data;
using Workspace.Web.Plans;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;
using Workspace.Web.Texts;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Plans;

public sealed class PlanServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Plan_HasAreasAndItems_NumberedAnewInEachArea(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var first = Value(await scene.Items.AddAreaAsync(scene.Secretary, scene.PlanId, new("I", "Bydlení", "Kraj zajistí:")));
        var second = Value(await scene.Items.AddAreaAsync(scene.Secretary, scene.PlanId, new("II", "Dluhy")));
        Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, first, new(), "přehled bytů"));
        Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, first, new(), "fond kaucí"));
        Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, second, new() { Deadline = PlanDeadline.Parse("12/2027") }, "poradnu"));

        var view = Value(await scene.Plans.ReadAsync(scene.World.Guest.Id, scene.PlanId));
        Assert.Equal(["I/1", "I/2", "II/1"], view.Content.Items.Select(i => i.Citation));
        Assert.Equal(["přehled bytů", "fond kaucí", "poradnu"], view.Content.Items.Select(i => view.Wordings[i.TextId]));
        Assert.Equal("I. Bydlení", view.Content.Areas[0].Heading);
        Assert.Equal(new DateOnly(2027, 12, 31), view.Content.Items[2].Details.Deadline.LastDay);
        var listed = Value(await scene.Plans.ListAsync(scene.World.Members[0].Id, scene.World.Group.Id)).Plans.Single();
        Assert.Equal((2, 3, 3), (listed.Areas, listed.Items, listed.WithoutOwner));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R38_NumberUsedInItsArea_IsNotGivenAgain(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var area = Value(await scene.Items.AddAreaAsync(scene.Secretary, scene.PlanId, new("I", "Bydlení")));
        var item = Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, area, new("7"), "byty"));
        scene.World.Refused("PlanNumberTaken", (await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, area, new("7"), "jiné")).Refusal);
        scene.World.Refused("PlanNumberTaken", (await scene.Items.AddAreaAsync(scene.Secretary, scene.PlanId, new("i", "Jiný"))).Refusal);
        var next = Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, area, new(), "další"));
        Assert.Equal("I/8", (await scene.ContentAsync()).Find(next)!.Citation);
        scene.World.Refused("PlanNumberTaken", (await scene.Items.EditItemAsync(scene.Secretary, next, new("7"))).Refusal);
        Done(await scene.Items.EditItemAsync(scene.Secretary, item, new("9")));
        Assert.Equal(["I/9", "I/8"], (await scene.ContentAsync()).Items.Select(i => i.Citation));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Item_IsMoved_RemovedAndPutBack_AndKeepsItsWording(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var area = Value(await scene.Items.AddAreaAsync(scene.Secretary, scene.PlanId, new("I", "Bydlení")));
        var items = new List<long>();
        foreach (var wording in new[] { "a", "b", "c" })
            items.Add(Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, area, new(), wording)));
        Done(await scene.Items.MoveItemAsync(scene.Secretary, items[2], isUp: true));
        Done(await scene.Items.MoveItemAsync(scene.Secretary, items[2], isUp: true));
        Done(await scene.Items.MoveItemAsync(scene.Secretary, items[2], isUp: true));
        Assert.Equal(["I/3", "I/1", "I/2"], (await scene.ContentAsync()).Items.Select(i => i.Citation));
        scene.World.Refused("PlanAreaNotEmpty", (await scene.Items.RemoveAreaAsync(scene.Secretary, area)).Refusal);
        foreach (var item in items)
            Done(await scene.Items.RemoveItemAsync(scene.Secretary, item));
        Done(await scene.Items.RemoveAreaAsync(scene.Secretary, area));
        Done(await scene.Items.RestoreItemAsync(scene.Secretary, items[0]));
        var view = Value(await scene.Plans.ReadAsync(scene.Secretary, scene.PlanId));
        var restored = view.Content.Items.Single();
        Assert.Equal((null, "a", 2), (restored.AreaId, view.Wordings[restored.TextId], view.Content.Removed.Count));
        var after = Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, null, new(), "za ním"));
        Assert.Equal([restored.Id, after], (await scene.ContentAsync()).Items.Select(i => i.Id));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Edit_OfWhatAnotherChanged_IsRefused(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var item = Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, null, new() { Bodies = [new(BodyRole.Owner, "Město Horní")] }, "byty"));
        var seen = (await scene.ContentAsync()).Find(item)!.Details;
        Done(await scene.Items.EditItemAsync(scene.Secretary, item, seen with { Funding = "rozpočet kraje" }, seen));
        Assert.Equal(Refusal.Conflict, (await scene.Items.EditItemAsync(scene.World.Chair.Id, item, seen with { Funding = "dotace" }, seen)).Refusal);
        var now = (await scene.ContentAsync()).Find(item)!;
        Assert.Equal(("rozpočet kraje", "Město Horní"), (now.Details.Funding, now.Owners.Single().Known));
        Done(await scene.Items.EditItemAsync(scene.World.Chair.Id, item, now.Details with { Bodies = [] }, now.Details));
        Assert.Empty((await scene.ContentAsync()).Find(item)!.Bodies);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task NameThatNobodyKnows_IsMatchedInTheWholePlan_AndKnownFromThenOn(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        BodyReference town = new(BodyRole.Owner, "obec H."), mixed = new(BodyRole.Cooperating, "OBEC  H");
        var items = new List<long>
        {
            Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, null, new() { Bodies = [town] }, "a")),
            Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, null, new() { Bodies = [mixed] }, "b")),
        };
        Assert.All((await scene.ContentAsync()).Items, i => Assert.Null(i.Bodies.Single().Known));
        await using var db = scene.World.World.Db();
        var key = (await BodyDirectory.ReadAsync(db)).All.Single(b => b.Name == "Město Horní").Key;
        scene.World.Refused("NotAllowed", (await scene.Items.MatchAsync(scene.World.Members[0].Id, scene.PlanId, "obec H.", key)).Refusal);
        scene.World.Refused("NotFound", (await scene.Items.MatchAsync(scene.Secretary, scene.PlanId, "obec H.", "999/")).Refusal);
        Done(await scene.Items.MatchAsync(scene.Secretary, scene.PlanId, "obec H.", key));
        items.Add(Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, null, new() { Bodies = [new(BodyRole.Owner, "obec h")] }, "c")));
        var content = await scene.ContentAsync();
        Assert.All(items, id => Assert.Equal("Město Horní", content.Find(id)!.Bodies.Single().Known));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Change_WithBadInputOrWithoutRights_IsRefused(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var (world, by) = (scene.World, scene.Secretary);
        world.Refused("PlanNameMissing", (await scene.Plans.CreateAsync(by, world.Group.Id, " ", new(2026, 1, 1), new(2027, 12, 31))).Refusal);
        world.Refused("PlanPeriodInvalid", (await scene.Plans.CreateAsync(by, world.Group.Id, "x", new(2026, 1, 1), new(2025, 12, 31))).Refusal);
        world.Refused("PlanNameTooLong", (await scene.Plans.DescribeAsync(by, scene.PlanId, new('x', Plan.NameLength + 1), new(2026, 1, 1), new(2027, 1, 1))).Refusal);
        world.Refused("NotAllowed", (await scene.Plans.CreateAsync(world.Members[0].Id, world.Group.Id, "x", new(2026, 1, 1), new(2027, 1, 1))).Refusal);
        world.Refused("NotFound", (await scene.Plans.CreateAsync(world.Stranger.Id, world.Group.Id, "x", new(2026, 1, 1), new(2027, 1, 1))).Refusal);
        world.Refused("NotFound", (await scene.Plans.ReadAsync(world.Stranger.Id, scene.PlanId)).Refusal);
        world.Refused("NotFound", (await scene.Plans.ListAsync(world.Stranger.Id, world.Group.Id)).Refusal);
        world.Refused("PlanAreaTitleMissing", (await scene.Items.AddAreaAsync(by, scene.PlanId, new(" ", ""))).Refusal);
        world.Refused("PlanWordingMissing", (await scene.Items.AddItemAsync(by, scene.PlanId, null, new(), " ")).Refusal);
        world.Refused("TextNotStorable", (await scene.Items.AddItemAsync(by, scene.PlanId, null, new() { Indicator = "a\0" }, "x")).Refusal);
        world.Refused("PlanFieldTooLong", (await scene.Items.AddItemAsync(by, scene.PlanId, null, new() { Funding = new('x', PlanItem.FieldLength + 1) }, "x")).Refusal);
        world.Refused("PlanBodyInvalid", (await scene.Items.AddItemAsync(by, scene.PlanId, null, new() { Bodies = [new(BodyRole.Owner, " ")] }, "x")).Refusal);
        world.Refused("PlanStatusUnknown", (await scene.Items.AddItemAsync(by, scene.PlanId, null, new() { Status = (PlanStatus)99 }, "x")).Refusal);
        world.Refused("NotFound", (await scene.Items.AddItemAsync(by, scene.PlanId, 999, new(), "x")).Refusal);
        world.Refused("NotFound", (await scene.Items.AddItemAsync(by, 999, null, new(), "x")).Refusal);
        foreach (var person in new[] { world.Members[0], world.Guest, world.Administrator, world.Alternate })
            world.Refused("NotAllowed", (await scene.Items.AddAreaAsync(person.Id, scene.PlanId, new("I", "x"))).Refusal);
        world.Refused("NotFound", (await scene.Items.AddAreaAsync(world.Stranger.Id, scene.PlanId, new("I", "x"))).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Wording_IsWrittenByMembers_ReadByGuests_AndUnknownToStrangers(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var item = Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, null, new(), "byty"));
        var text = (await scene.ContentAsync()).Find(item)!.TextId;
        var access = scene.World.World.Get<TextAccess>();
        Assert.True((await access.FindAsync(text, scene.World.Members[0].Id)).CanEdit);
        Assert.True(await access.FindAsync(text, scene.World.Guest.Id) is { CanRead: true, CanEdit: false });
        Assert.False((await access.FindAsync(text, scene.World.Stranger.Id)).Exists);
        Done(await scene.Items.RemoveItemAsync(scene.Secretary, item));
        Assert.Equal(TextRefusals.Locked, (await access.FindAsync(text, scene.World.Members[0].Id)).Refusal);
    }
}

/// <summary>A plan of the meeting world's group.</summary>
public sealed record PlanScene(MeetingWorld World, long PlanId) : IAsyncDisposable
{
    public long Secretary => World.Secretary.Id;

    public PlanService Plans => World.World.Get<PlanService>();

    public PlanItemService Items => World.World.Get<PlanItemService>();

    public static async Task<PlanScene> CreateAsync(DatabaseKind kind)
    {
        var world = await MeetingWorld.CreateAsync(kind);
        var plans = world.World.Get<PlanService>();
        return new(world, Value(await plans.CreateAsync(world.Secretary.Id, world.Group.Id, "Akční plán", new(2026, 1, 1), new(2027, 12, 31))));
    }

    public async Task<PlanContent> ContentAsync() => Value(await Plans.ReadAsync(Secretary, PlanId)).Content;

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
