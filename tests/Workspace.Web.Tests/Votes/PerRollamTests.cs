using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Notifications;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;
using Workspace.Web.Votes.PerRollam;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes;

/// <summary>R18: votes outside a meeting, in the demo's group, whose rules are given a version that allows them.</summary>
public sealed class PerRollamTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R18_CallOpensAllVotes_TellsEverybody_AndTheDeadlineClosesThemOnce(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var meeting = await PlanAsync(scene, Silence.NotCounted);
        var service = scene.World.Get<PerRollamService>();
        Refused("PerRollamNothingPrepared", await service.OpenAsync(scene.Chair, meeting.Id));
        var vote = await PrepareAsync(scene, meeting, "Souhlasíte?", isSecret: false);
        var secret = await PrepareAsync(scene, meeting, "Tajně?", isSecret: true);
        var (seat, holder) = await HolderAsync(scene);
        Refused("NotAllowed", await service.OpenAsync(holder == scene.Chair ? scene.Present[1].PersonId : holder, meeting.Id));
        Refused("PerRollamOpensTogether", await scene.Lead.OpenAsync(scene.Chair, vote));
        Refused("PerRollamOpensTogether", await scene.World.Get<MeetingLeadService>().StartAsync(scene.Chair, meeting.Id));
        Refused("PerRollamOnly", await service.OpenAsync(scene.Chair, scene.MeetingId));
        Done(await service.OpenAsync(scene.Chair, meeting.Id));
        Refused("MeetingNotStartable", await service.OpenAsync(scene.Chair, meeting.Id));
        Assert.Contains(await scene.World.Get<NotificationService>().OfAsync(holder), n => n.Kind == NotificationKind.PerRollamOpened);

        Done(await scene.CastAsync(holder, vote, seat, Mark.For));
        Done(await scene.CastAsync(holder, vote, seat, Mark.Against));
        Done(await scene.CastAsync(holder, secret, seat, Mark.For));
        Refused("NotPresentForSeat", await scene.CastAsync(await scene.PersonAsync("guest-1"), vote, seat, Mark.For));
        Refused("PerRollamRunsUntil", await scene.Lead.CloseAsync(scene.Chair, vote));

        scene.World.Time.Advance(TimeSpan.FromDays(9.5));
        var keeper = scene.World.Get<PerRollamKeeper>();
        await keeper.BeatAsync();
        await keeper.BeatAsync();
        var silent = (await scene.World.Get<NotificationService>().OfAsync(scene.Present.First(p => p.PersonId != holder).PersonId)).Count(n => n.Kind == NotificationKind.PerRollamReminder);
        Assert.Equal(1, silent);
        Assert.DoesNotContain(await scene.World.Get<NotificationService>().OfAsync(holder), n => n.Kind == NotificationKind.PerRollamReminder);

        scene.World.Time.Advance(TimeSpan.FromHours(12));
        Refused("PerRollamOver", await scene.CastAsync(holder, vote, seat, Mark.For));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => service.KeepAsync(meeting.Id))));
        var closed = await scene.FindAsync(vote);
        Assert.Equal((VoteState.Closed, 0, 1, 1), (closed.State, closed.For, closed.Against, closed.Present));
        Assert.NotNull(closed.AnnouncedAt);
        await using var db = scene.World.Db();
        Assert.Equal(1, await db.MeetingEvents.CountAsync(e => e.MeetingId == meeting.Id && e.Kind == MeetingEventKind.Closed));
        Assert.Equal(1, await db.Notifications.CountAsync(n => n.PersonId == holder && n.Kind == NotificationKind.PerRollamClosed));
        Assert.Equal(MeetingState.Closed, (await db.Meetings.SingleAsync(m => m.Id == meeting.Id)).State);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task EnoughObjectionsToTheForm_MakeItFall(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var meeting = await PlanAsync(scene, Silence.Against);
        var vote = await PrepareAsync(scene, meeting, "Souhlasíte?", isSecret: false);
        var service = scene.World.Get<PerRollamService>();
        Done(await service.OpenAsync(scene.Chair, meeting.Id));
        Refused("NotPresentForSeat", await service.ObjectAsync(await scene.PersonAsync("guest-1"), meeting.Id, scene.Present[0].SeatId, true));
        // A third of twenty-four seats.
        await using var db = scene.World.Db();
        var seats = await db.SeatTerms.Where(t => t.Kind == SeatTermKind.Holder && t.To == null && t.Acceptance == Acceptance.Accepted && db.Seats.Any(s => s.Id == t.SeatId && s.GroupId == meeting.GroupId))
            .OrderBy(t => t.SeatId).Select(t => new { t.SeatId, t.PersonId }).ToListAsync();
        Done(await service.ObjectAsync(seats[0].PersonId, meeting.Id, seats[0].SeatId, true));
        Done(await service.ObjectAsync(seats[0].PersonId, meeting.Id, seats[0].SeatId, false));
        foreach (var seat in seats.Take(7))
            Done(await service.ObjectAsync(seat.PersonId, meeting.Id, seat.SeatId, true));
        Assert.Equal(VoteState.Open, (await scene.FindAsync(vote)).State);
        Done(await service.ObjectAsync(seats[7].PersonId, meeting.Id, seats[7].SeatId, true));
        Assert.Equal(VoteState.Annulled, (await scene.FindAsync(vote)).State);
        Refused("VoteNotOpen", await service.ObjectAsync(seats[8].PersonId, meeting.Id, seats[8].SeatId, true));
        Refused("VoteNotOpen", await scene.CastAsync(seats[8].PersonId, vote, seats[8].SeatId, Mark.For));
    }

    [Theory]
    [InlineData(Silence.NotCounted, 3, 1, 0, 4, 0)]
    [InlineData(Silence.Abstained, 3, 1, 6, 10, 6)]
    [InlineData(Silence.Against, 3, 7, 0, 10, 6)]
    [InlineData(Silence.Agreed, 9, 1, 0, 10, 6)]
    public void R18_Silence_MeansWhatTheRulesSay(Silence silence, int votesFor, int against, int abstained, int present, int bySilence) =>
        Assert.Equal((new HandCount(votesFor, against, abstained), present, bySilence), VoteCounting.Silenced(silence, new(3, 1, 0), 6, 10));

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R18_WithoutARuleThatAllowsIt_OrWithTooLittleTime_NothingOpens(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var meeting = await PlanAsync(scene, Silence.NotCounted, days: 1);
        await PrepareAsync(scene, meeting, "Souhlasíte?", isSecret: false);
        Refused("PerRollamTooShort", await scene.World.Get<PerRollamService>().OpenAsync(scene.Chair, meeting.Id));
        Assert.Equal("VotePerRollamWay", (await scene.Votes.PrepareAsync(scene.Chair, meeting.Id, new(meeting.ItemId, "Kdo?") { Way = VoteWay.Mixed })).Refusal?.Code);
    }

    private static async Task<(long Id, long ItemId, long GroupId)> PlanAsync(VoteScene scene, Silence silence, int days = 10)
    {
        await using var db = scene.World.Db();
        var live = await db.Meetings.SingleAsync(m => m.Id == scene.MeetingId);
        var now = scene.World.Time.GetUtcNow();
        var rules = await db.Rules.OrderByDescending(r => r.Version).FirstAsync(r => r.GroupId == live.GroupId);
        var today = now.DayIn(live.TimeZone);
        var from = rules.ValidFrom < today ? today : rules.ValidFrom.AddDays(1);
        var service = scene.World.Get<RulesService>();
        Assert.Null((await service.AddVersionAsync(scene.Chair, live.GroupId, from, rules.Values with
        {
            Quorum = rules.Values.Quorum with { },
            IsPerRollamAllowed = true,
            PerRollamSilence = silence,
            PerRollamShortestHours = 72,
        })).Refusal);
        var meeting = await scene.World.Get<MeetingService>().CreateAsync(
            scene.Chair, live.GroupId, new("Stanovisko per rollam", now, now.AddDays(days), live.TimeZone, MeetingForm.PerRollam, null, null), [new("Stanovisko")]);
        Assert.Null(meeting.Refusal);
        return (meeting.Value, await db.AgendaItems.Where(i => i.MeetingId == meeting.Value).Select(i => i.Id).FirstAsync(), live.GroupId);
    }

    private static async Task<long> PrepareAsync(VoteScene scene, (long Id, long ItemId, long GroupId) meeting, string question, bool isSecret)
    {
        var prepared = await scene.Votes.PrepareAsync(scene.Chair, meeting.Id, new(meeting.ItemId, question) { IsSecret = isSecret });
        Assert.Null(prepared.Refusal);
        return prepared.Value;
    }

    private static async Task<(long SeatId, long PersonId)> HolderAsync(VoteScene scene)
    {
        await using var db = scene.World.Db();
        var person = await scene.PersonAsync("member-1");
        return (await db.SeatTerms.Where(t => t.PersonId == person && t.Kind == SeatTermKind.Holder && t.To == null).Select(t => t.SeatId).FirstAsync(), person);
    }
}
