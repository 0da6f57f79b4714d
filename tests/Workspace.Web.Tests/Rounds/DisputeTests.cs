using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds;

public sealed class DisputeTests
{
    private static readonly string Nearer = RoundWorld.Counselling.Replace("30", "20");

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R33_EssentialCommentNotAccepted_IsADispute_UntilItsAuthorTakesItAsSettled(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var (service, round) = (world.World.Get<DisputeService>(), await world.OpenAsync());
        var refused = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", Nearer, CommentKind.Essential));
        var explained = await world.SendAsync(world.Second, round, "III/5", world.Comment("málo", kind: CommentKind.Essential));
        var advisory = await world.SendAsync(world.Second, round, "IV/1", world.Comment("drobnost"));
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, [refused, advisory], new(SettlementOutcome.NotAccepted, "není z čeho")));
        Done(await world.Settling.SettleAsync(world.Secretary, [explained], new(SettlementOutcome.Explained, "je to jinde")));
        Assert.Equal([refused], (await world.TableAsync(round, new() { Show = SettlementShow.Disputes })).Rows.Select(r => r.Comment.Comment.Id));
        world.Refused("RoundSettlementNotTold", (await service.AnswerAsync(world.First, refused, SettlementAnswer.Settled)).Refusal);
        Value(await world.Settling.TellAuthorsAsync(world.Secretary, round));

        world.Refused("NotAllowed", (await service.AnswerAsync(world.Second, refused, SettlementAnswer.Settled)).Refusal);
        world.Refused("NotAllowed", (await service.AnswerAsync(world.Secretary, refused, SettlementAnswer.Settled)).Refusal);
        world.Refused("NotFound", (await service.AnswerAsync(world.Group.Stranger.Id, refused, SettlementAnswer.Settled)).Refusal);
        world.Refused("RoundAnswerUnknown", (await service.AnswerAsync(world.First, refused, (SettlementAnswer)5)).Refusal);
        world.Refused("RoundAnswerTooLong", (await service.AnswerAsync(world.First, refused, SettlementAnswer.Insists, new('x', 5_001))).Refusal);
        world.Refused("RoundInsistEssential", (await service.AnswerAsync(world.Second, advisory, SettlementAnswer.Insists)).Refusal);
        Done(await service.AnswerAsync(world.Second, advisory, SettlementAnswer.Settled));
        Done(await service.AnswerAsync(world.First, refused, SettlementAnswer.Settled));
        Assert.Equal(0, (await world.TableAsync(round)).Counts.Disputes);
        Done(await service.AnswerAsync(world.Second, explained, SettlementAnswer.Insists, "nejde o totéž"));
        var dispute = (await world.TableAsync(round, new() { Show = SettlementShow.Insisted })).Rows.Single().Comment;
        Assert.Equal((explained, "nejde o totéž", true), (dispute.Comment.Id, dispute.Settlement!.AnswerWords, dispute.IsDispute));
        Assert.Equal("CommentInsisted", (await world.ToldAsync(world.Chair))[^1]);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R33_WhatIsInsistedOn_ComesOnTheAgendaOnce(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var (service, round) = (world.World.Get<DisputeService>(), await world.OpenAsync());
        var comments = new[] { await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", Nearer, CommentKind.Essential)), await world.SendAsync(world.Second, round, null, world.Comment("chybí peníze", kind: CommentKind.Essential)) };
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, comments, new(SettlementOutcome.NotAccepted, "není z čeho")));
        Done(await world.Settling.FinishAsync(world.Secretary, round));
        Done(await service.AnswerAsync(world.First, comments[0], SettlementAnswer.Insists, "trváme"));
        Done(await service.AnswerAsync(world.Second, comments[1], SettlementAnswer.Insists));
        var day = DateOnly.FromDateTime(world.World.Time.GetUtcNow().Date.AddDays(14));
        var meeting = Value(await world.Group.Meetings.CreateAsync(world.Secretary, world.Group.Group.Id, Details(day), [new("Zahájení")]));
        Assert.Equal(meeting, (await world.TableAsync(round)).NextMeeting!.Id);

        world.Refused("NotAllowed", (await service.PutOnAgendaAsync(world.First, round, meeting)).Refusal);
        world.Refused("NotAllowed", (await service.PutOnAgendaAsync(world.Group.Administrator.Id, round, meeting)).Refusal);
        world.Refused("NotFound", (await service.PutOnAgendaAsync(world.Group.Stranger.Id, round, meeting)).Refusal);
        world.Refused("NotFound", (await service.PutOnAgendaAsync(world.Secretary, round + 9, meeting)).Refusal);
        var put = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => service.PutOnAgendaAsync(world.Secretary, round, meeting))));
        Assert.Equal(2, Assert.Single(put, p => p.IsDone).Value);
        Assert.All(put.Where(p => !p.IsDone), p => world.Refused("RoundNothingInsisted", p.Refusal));
        Assert.Equal(["1 Zahájení", "2 Rozpor k připomínce: celý dokument (Město Dolní)", "3 Rozpor k připomínce: III/4 (Město Horní)"], await world.Group.AgendaAsync(meeting));
        var item = (await world.Group.RoomAsync(meeting)).Agenda[2];
        Assert.Equal(AgendaItemKind.Decision, item.Details.Kind);
        Assert.All(new[] { "Petr První, Město Horní", "daleko", Nearer, "neakceptováno", "není z čeho", "trváme" }, words => Assert.Contains(words, item.Details.Background));
        Assert.Equal(item.Id, (await world.ViewAsync(world.First, round)).Find(comments[0])!.Settlement!.AgendaItemId);
        world.Refused("RoundDisputeOnAgenda", (await service.AnswerAsync(world.First, comments[0], SettlementAnswer.Settled)).Refusal);
        Done(await world.Group.Lead.StartAsync(world.Chair, meeting));
        world.Refused("RoundMeetingNotPlanned", (await service.PutOnAgendaAsync(world.Secretary, round, meeting)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R33_InsistedOn_ItCanBeDecidedAgain_AndItsAuthorIsToldAgain(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var (service, round) = (world.World.Get<DisputeService>(), await world.OpenAsync());
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", Nearer, CommentKind.Essential));
        await world.CloseAsync(round);
        var partly = RoundWorld.Counselling.Replace("30", "25");
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.PartlyAccepted, "víc nejde") { Wording = partly }));
        Done(await world.Settling.FinishAsync(world.Secretary, round));
        world.Refused("RoundSettled", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Accepted))).Refusal);
        Done(await service.AnswerAsync(world.First, comment, SettlementAnswer.Insists));
        Assert.Equal(1, (await world.TableAsync(round)).Counts.Disputes);
        world.Refused("RoundSettlementConflict", (await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Accepted))).Refusal);
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Accepted) { Wording = Nearer, Seen = partly }));
        Assert.Equal(Nearer, await world.WordingAsync(round, "III/4"));
        var row = (await world.TableAsync(round)).Rows.Single().Comment;
        Assert.Equal((SettlementOutcome.Accepted, 2L, false), (row.Settlement!.Outcome, row.Settlement.TextVersion, row.IsDispute));
        Assert.Equal((SettlementOutcome.PartlyAccepted, SettlementAnswer.Insists), row.History.Select(h => (h.Change.Outcome, h.Change.Answer!.Value)).Single());
        Assert.Equal(1, Value(await world.Settling.TellAuthorsAsync(world.Secretary, round)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R33_ForWhomACommentWasEntered_TheSecretaryAnswers(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var comment = Value(await world.World.Get<EnteredCommentService>().EnterAsync(world.Secretary, round, null, world.Comment("dopisem", kind: CommentKind.Essential), new(null, null, "Spolek Soused", null))).Id;
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.NotAccepted, "ne")));
        Value(await world.Settling.TellAuthorsAsync(world.Secretary, round));
        var service = world.World.Get<DisputeService>();
        world.Refused("NotAllowed", (await service.AnswerAsync(world.First, comment, SettlementAnswer.Insists)).Refusal);
        Done(await service.AnswerAsync(world.Secretary, comment, SettlementAnswer.Insists, "dopis z 1. 7."));
        Assert.Equal(1, (await world.TableAsync(round)).Counts.Insisted);
    }
}
