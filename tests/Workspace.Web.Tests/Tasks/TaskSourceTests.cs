using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Tasks;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Tasks;

/// <summary>What a task comes from: an agenda item, an item of a plan, a comment.</summary>
public sealed class TaskSourceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task UnderAnItemOfARunningMeeting_MembersMayGive_AndTheBlockComesIntoItsText(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var meeting = await world.Group.MeetingAsync("Poradny", "Různé");
        var item = await world.Group.ItemAsync(meeting, "Poradny");
        world.Refused("NotAllowed", (await world.Tasks.GiveAsync(world.Member, world.GroupId, world.Input(), new(AgendaItemId: item))).Refusal);
        Done(await world.Group.Lead.StartAsync(world.Group.Chair.Id, meeting));

        var task = await world.GiveAsync(origin: new(AgendaItemId: item), by: world.Member);

        Assert.Equal($"\n[[task:{task}]]\n", await world.TextAsync(item));
        var view = await world.ReadAsync(task, world.Other);
        Assert.True(view.CanEdit);
        Assert.Equal((TaskSourceKind.AgendaItem, $"/meetings/{meeting}#item-{item}", "Poradny"), (view.Row.Source!.Kind, view.Row.Source.Address, view.Row.Source.Title));
        world.Refused("NotAllowed", (await world.Tasks.GiveAsync(world.Group.Guest.Id, world.GroupId, world.Input(), new(AgendaItemId: item))).Refusal);
        Done(await world.Group.Lead.CloseAsync(world.Group.Chair.Id, meeting));
        Assert.False((await world.ReadAsync(task, world.Other)).CanEdit);
        world.Refused("NotAllowed", (await world.Tasks.GiveAsync(world.Other, world.GroupId, world.Input(), new(AgendaItemId: item))).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Source_OfAnotherGroupOrNothing_IsRefused_AndTwoAreTooMany(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var plan = await world.PlanItemAsync();
        var other = await world.OtherGroupAsync();
        async Task<Refusal?> From(TaskOrigin origin, long? group = null) =>
            (await world.Tasks.GiveAsync(world.Secretary, group ?? world.GroupId, world.Input() with { IsForAll = true }, origin)).Refusal;

        world.Refused("TaskOneSource", await From(new(1, plan)));
        world.Refused("NotFound", await From(new(PlanItemId: plan), other.Id));
        world.Refused("NotFound", await From(new(AgendaItemId: 987_654)));
        world.Refused("NotFound", await From(new(PlanItemId: 987_654)));
        world.Refused("NotFound", await From(new(CommentId: 987_654)));
        Done(await world.World.Get<Web.Plans.PlanItemService>().RemoveItemAsync(world.Secretary, plan));
        world.Refused("NotFound", await From(new(PlanItemId: plan)));
        var meeting = await world.Group.MeetingAsync("Poradny", "Různé");
        var item = await world.Group.ItemAsync(meeting, "Poradny");
        Done(await world.Group.Agenda.RemoveAsync(world.Secretary, item));
        world.Refused("NotFound", await From(new(AgendaItemId: item)));
        await using var db = world.World.Db();
        db.Add(new GroupTask(world.GroupId, world.Input() with { IsForAll = true, Assignees = [] }, new(AgendaItemId: item, PlanItemId: plan), meeting, world.Secretary, world.World.Time.GetUtcNow()));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task OfAComment_DraftsAreNoSource_AndOneTakenBackIsNotShownAnyMore(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var round = await world.Round.OpenAsync();
        var draft = Value(await world.Round.Comments.SaveDraftAsync(world.Member, round, null, world.Round.Comment("tajný koncept"))).Id;
        world.Refused("NotFound", (await world.Tasks.GiveAsync(world.Secretary, world.GroupId, world.Input(), new(CommentId: draft))).Refusal);
        world.Refused("NotFound", (await world.Lists.DraftAsync(world.Secretary, world.GroupId, new(CommentId: draft))).Refusal);
        world.Refused("NotFound", (await world.Lists.OfSourceAsync(world.Member, world.GroupId, new(CommentId: draft))).Refusal);
        var comment = await world.Round.SendAsync(world.Member, round, "III/4", world.Round.Comment("chybí úřední dny"));
        Assert.Equal("chybí úřední dny", Value(await world.Lists.DraftAsync(world.Secretary, world.GroupId, new(CommentId: comment))).Excerpt);

        var task = await world.GiveAsync(origin: new(CommentId: comment));

        var source = (await world.ReadAsync(task, world.Group.Guest.Id)).Row.Source!;
        Assert.Equal((TaskSourceKind.Comment, $"/rounds/{round}?item={await world.Round.ItemAsync(round, "III/4")}#comment-{comment}", "Petr První", "První kolo"), (source.Kind, source.Address, source.Title, source.Within));
        Assert.Single(Value(await world.Lists.OfSourceAsync(world.Group.Guest.Id, world.GroupId, new(CommentId: comment))).Rows);
        Done(await world.Round.Comments.TakeBackAsync(world.Member, comment));
        Assert.Null((await world.ReadAsync(task)).Row.Source);
        Done(await world.Round.Comments.DropDraftAsync(world.Member, comment));
        var after = (await world.ReadAsync(task)).Row;
        Assert.True(after.Task.Origin.IsNone);
        Assert.Equal("Rozeslat přehled poraden.", after.Task.Text);
    }
}
