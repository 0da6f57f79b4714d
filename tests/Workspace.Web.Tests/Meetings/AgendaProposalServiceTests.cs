using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

public sealed class AgendaProposalServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Standing_PutsTheEndLast(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await StandingItemsAsync(world);
        var drafts = Value(await Proposals(world).StandingAsync(world.Secretary.Id, world.Group.Id));
        Assert.Equal(["Zahájení", "Různé"], drafts.Select(d => d.Title));
        Assert.Equal((AgendaItemKind.Decision, 10), (drafts[0].Kind, drafts[0].PlannedMinutes));
        world.Refused("NotAllowed", (await Proposals(world).StandingAsync(world.Members[0].Id, world.Group.Id)).Refusal);
        world.Refused("NotAllowed", (await Proposals(world).FromLastAsync(world.Stranger.Id, world.Group.Id, "Kontrola úkolů")).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task FromLast_BeginsWithWhatWasNotFinished(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await StandingItemsAsync(world);
        Assert.Equal(["Zahájení", "Různé"], (await FromLastAsync(world)).Select(d => d.Title));

        var id = await world.MeetingAsync("zahajeni", "Bydlení", "Doprava", ">Autobusy", ">Vlaky", "Školy", "Různé");
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        foreach (var title in new[] { "Bydlení", "Doprava", "Autobusy", "Vlaky" })
            Done(await world.Lead.GoToAsync(world.Chair.Id, id, await world.ItemAsync(id, title)));
        Done(await world.Lead.GoToAsync(world.Chair.Id, id, await world.ItemAsync(id, "Bydlení")));
        Done(await world.Lead.CloseAsync(world.Chair.Id, id));
        await world.MeetingAsync("Naplánovaný bod příště");

        var drafts = await FromLastAsync(world);
        Assert.Equal(
            ["0 Zahájení", "0 Kontrola úkolů", "0 Doprava", "1 Vlaky!", "0 Školy!", "0 Bydlení", "0 Různé"],
            drafts.Select(d => $"{d.Level} {d.Title}{(d.IsUnfinished ? "!" : "")}"));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task FromLast_OfAMeetingStillToCome_CopiesItsItemsUnmarked(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await world.MeetingAsync("Bydlení", "Kontrola ukolu");
        var drafts = await FromLastAsync(world);
        Assert.Equal(["Kontrola úkolů", "Bydlení"], drafts.Select(d => d.Title));
        Assert.DoesNotContain(drafts, d => d.IsUnfinished);
    }

    private static AgendaProposalService Proposals(MeetingWorld world) => world.World.Get<AgendaProposalService>();

    private static async Task<IReadOnlyList<AgendaDraft>> FromLastAsync(MeetingWorld world) =>
        Value(await Proposals(world).FromLastAsync(world.Secretary.Id, world.Group.Id, "Kontrola úkolů"));

    private static Task StandingItemsAsync(MeetingWorld world) => world.World.AddAsync(
        new StandingItem(world.Group.Id, "Různé", AgendaItemKind.Discussion, null, true, 0),
        new StandingItem(world.Group.Id, "Zahájení", AgendaItemKind.Decision, 10, false, 1));
}
