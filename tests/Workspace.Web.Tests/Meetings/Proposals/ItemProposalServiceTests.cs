using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Meetings.Proposals;
using Workspace.Web.Notifications;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings.Proposals;

/// <summary>The meeting is on Thursday 11 June 2026; by the usual rules items are proposed until 2 June, materials come until 4 June.</summary>
public sealed class ItemProposalServiceTests
{
    private static readonly DateOnly LastDay = new(2026, 6, 2);

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R6_ProposedItem_WaitsForTheChair_AndThenStandsOnTheAgenda(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (service, meeting, member) = await SceneAsync(world);
        var proposal = Value(await service.ProposeAsync(member, meeting, new("Sdílené byty ", AgendaItemKind.Decision, 20, "P. První", "Návrh města")));
        Assert.Equal(["1 Zahájení"], await world.AgendaAsync(meeting));
        var shown = Value(await service.ReadAsync(world.Chair.Id, meeting));
        Assert.Equal((LastDay, new DateOnly(2026, 6, 4)), (shown.Deadlines!.Proposals, shown.Deadlines.Materials));
        Assert.Equal(("Sdílené byty", "Petr První"), (shown.Waiting.Single().Proposal.Title, shown.Waiting.Single().ProposedBy));
        Assert.True(shown.CanDecide);
        Assert.False(shown.CanPropose);

        Done(await service.AcceptAsync(world.Chair.Id, proposal));
        var item = (await world.RoomAsync(meeting)).Agenda[^1];
        Assert.Equal(("2", new AgendaItemDetails("Sdílené byty", AgendaItemKind.Decision, 20, "P. První", "Návrh města")), (item.Number, item.Details));
        world.Refused("ItemProposalDecided", (await service.AcceptAsync(world.Secretary.Id, proposal)).Refusal);
        world.Refused("ItemProposalDecided", (await service.WithdrawAsync(member, proposal)).Refusal);
        Assert.Equal(2, (await world.AgendaAsync(meeting)).Length);
        Assert.Equal([NotificationKind.ItemProposed, NotificationKind.ItemProposed, NotificationKind.ItemAccepted], await ToldAsync(world, world.Chair.Id, world.Secretary.Id, member));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R6_AfterTheLastDay_NothingMoreIsTaken(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (service, meeting, member) = await SceneAsync(world);
        world.World.Time.Set(LastDay.At(new(23, 59), GroupCalendar.DefaultZone));
        Value(await service.ProposeAsync(member, meeting, new("Včas")));
        world.World.Time.Set(LastDay.AddDays(1).At(new(0, 0), GroupCalendar.DefaultZone));
        world.Refused("ItemProposalLate", (await service.ProposeAsync(member, meeting, new("Pozdě"))).Refusal);
        Assert.False(Value(await service.ReadAsync(member, meeting)).CanPropose);
        Assert.Equal("Včas", Value(await service.ReadAsync(member, meeting)).Waiting.Single().Proposal.Title);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R6_MaterialsAfterTheirDay_AreMarkedAsLate(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (_, meeting, _) = await SceneAsync(world);
        var item = await world.ItemAsync(meeting, "Zahájení");
        var files = world.World.Get<AttachmentService>();
        world.World.Time.Set(new DateOnly(2026, 6, 4).At(new(23, 59), GroupCalendar.DefaultZone));
        Value(await files.AddAsync(world.Secretary.Id, item, "vcas.pdf", "%PDF-1.7"u8.ToArray()));
        world.World.Time.Set(new DateOnly(2026, 6, 5).At(new(0, 1), GroupCalendar.DefaultZone));
        Value(await files.AddAsync(world.Secretary.Id, item, "pozde.pdf", "%PDF-1.7 2"u8.ToArray()));
        Assert.Equal([("vcas.pdf", false), ("pozde.pdf", true)], (await world.RoomAsync(meeting)).Agenda[0].Attachments.Select(a => (a.FileName, a.IsLate)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R1_R6_GuestsAlternatesAndStrangers_CannotPropose_AndMembersCannotDecide(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (service, meeting, member) = await SceneAsync(world);
        world.Refused("NotAllowed", (await service.ProposeAsync(world.Guest.Id, meeting, new("x"))).Refusal);
        world.Refused("NotAllowed", (await service.ProposeAsync(world.Alternate.Id, meeting, new("x"))).Refusal);
        world.Refused("NotFound", (await service.ProposeAsync(world.Stranger.Id, meeting, new("x"))).Refusal);
        world.Refused("NotFound", (await service.ReadAsync(world.Stranger.Id, meeting)).Refusal);
        world.Refused("NotFound", (await service.ProposeAsync(member, 999, new("x"))).Refusal);
        var proposal = Value(await service.ProposeAsync(member, meeting, new("Bod")));
        world.Refused("NotAllowed", (await service.AcceptAsync(member, proposal)).Refusal);
        world.Refused("NotAllowed", (await service.DeclineAsync(world.Administrator.Id, proposal, "ne")).Refusal);
        world.Refused("NotAllowed", (await service.WithdrawAsync(world.Members[1].Id, proposal)).Refusal);
        world.Refused("NotFound", (await service.AcceptAsync(world.Stranger.Id, proposal)).Refusal);
        world.Refused("NotFound", (await service.AcceptAsync(world.Chair.Id, 999)).Refusal);
        Done(await service.WithdrawAsync(member, proposal));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R6_Declining_NeedsAReason_WhichTheMemberIsTold(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (service, meeting, member) = await SceneAsync(world);
        var proposal = Value(await service.ProposeAsync(member, meeting, new("Bod")));
        world.Refused("ItemProposalReasonMissing", (await service.DeclineAsync(world.Chair.Id, proposal, " ")).Refusal);
        world.Refused("ItemProposalReasonTooLong", (await service.DeclineAsync(world.Chair.Id, proposal, new('x', ItemProposal.ReasonLength + 1))).Refusal);
        world.Refused("TextNotStorable", (await service.DeclineAsync(world.Chair.Id, proposal, "a\0")).Refusal);
        Done(await service.DeclineAsync(world.Chair.Id, proposal, " Patří do podskupiny. "));
        var decided = Value(await service.ReadAsync(member, meeting)).Decided.Single();
        Assert.Equal((ItemProposalState.Declined, "Patří do podskupiny.", "Alena Vrbová"), (decided.Proposal.State, decided.Proposal.Reason, decided.DecidedBy));
        Assert.Contains(NotificationKind.ItemDeclined, await ToldAsync(world, member));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Proposing_BadInput_TooMany_OrForAMeetingThatHasBegun_IsRefused(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (service, meeting, member) = await SceneAsync(world);
        world.Refused("AgendaTitleMissing", (await service.ProposeAsync(member, meeting, new(" "))).Refusal);
        for (var i = 0; i < ItemProposalService.MostWaiting; i++)
            Value(await service.ProposeAsync(member, meeting, new($"Bod {i}")));
        world.Refused("ItemProposalsTooMany", (await service.ProposeAsync(member, meeting, new("x"))).Refusal);
        var waiting = Value(await service.ReadAsync(member, meeting)).Waiting.First().Proposal.Id;
        Done(await world.Lead.StartAsync(world.Chair.Id, meeting));
        world.Refused("ItemProposalBegun", (await service.ProposeAsync(world.Members[1].Id, meeting, new("x"))).Refusal);
        Done(await service.AcceptAsync(world.Chair.Id, waiting));
        Done(await world.Lead.CloseAsync(world.Chair.Id, meeting));
        world.Refused("MeetingEnded", (await service.AcceptAsync(world.Chair.Id, waiting + 1)).Refusal);
    }

    private static async Task<(ItemProposalService, long Meeting, long Member)> SceneAsync(MeetingWorld world)
    {
        world.World.Time.Set(new DateOnly(2026, 5, 20).At(new(9, 0), GroupCalendar.DefaultZone));
        return (world.World.Get<ItemProposalService>(), await world.MeetingAsync("Zahájení"), world.Members[0].Id);
    }

    private static async Task<NotificationKind[]> ToldAsync(MeetingWorld world, params long[] people)
    {
        await using var db = world.World.Db();
        return [.. await db.Notifications.Where(n => people.Contains(n.PersonId)).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync()];
    }
}
