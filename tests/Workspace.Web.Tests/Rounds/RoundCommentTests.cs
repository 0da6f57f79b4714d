using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds;

public sealed class RoundCommentTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C5_Draft_SavesByItself_AndNobodyElseReadsIt(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var item = await world.ItemAsync(round, "III/4");
        var heard = new List<LiveTopic>();
        world.World.Get<LiveUpdates>().Announced += heard.Add;
        var input = world.Comment("rozepsáno");
        var saved = Value(await world.Comments.SaveDraftAsync(world.First, round, item, input));
        Assert.Equal(saved.Id, Value(await world.Comments.SaveDraftAsync(world.First, round, item, input with { Reason = "dopsáno", ProposedWording = RoundWorld.Counselling + "\r\nvčas" })).Id);
        Assert.DoesNotContain(LiveTopic.Round(round), heard);
        world.Refused("Conflict", (await world.Comments.SaveDraftAsync(world.First, round, null, input)).Refusal);

        var own = await world.ViewAsync(world.First, round);
        Assert.Equal(("dopsáno", RoundWorld.Counselling + "\nvčas"), (own.Drafts.Single().Reason, own.Drafts.Single().ProposedWording));
        Assert.Equal((ItemMark.Draft, 0), (own.MarkOf(item), own.Answered));
        foreach (var other in new[] { world.Colleague, world.Second, world.Chair, world.Secretary, world.Group.Administrator.Id })
        {
            var seen = await world.ViewAsync(other, round);
            Assert.Empty(seen.Drafts);
            Assert.Empty(seen.CommentsOf(item));
            Assert.Null(seen.Find(saved.Id));
            world.Refused("NotFound", (await world.Comments.DropDraftAsync(other, saved.Id)).Refusal);
            world.Refused("NotFound", (await world.Comments.WithdrawAsync(other, saved.Id)).Refusal);
            world.Refused("NotFound", (await world.Comments.TakeBackAsync(other, saved.Id)).Refusal);
        }
        Assert.Empty((await world.TableAsync(round)).Rows);
        world.Refused("NotFound", (await world.Answers.SupportAsync(world.Colleague, saved.Id, true)).Refusal);
        // The same id of another person is another draft.
        Assert.NotEqual(saved.Id, Value(await world.Comments.SaveDraftAsync(world.Second, round, item, input)).Id);
        Done(await world.Comments.DropDraftAsync(world.First, saved.Id));
        Assert.Empty((await world.ViewAsync(world.First, round)).Drafts);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R30_R31_SentComment_IsSeenByAll_WithItsPassageKindAndOrganisation(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var item = await world.ItemAsync(round, "III/4");
        var input = world.Comment("je to daleko", RoundWorld.Counselling.Replace("30", "20"), CommentKind.Essential) with { Passage = new(10, 20) };
        Value(await world.Comments.SaveDraftAsync(world.First, round, item, input));
        var id = await world.SendAsync(world.First, round, "III/4", input);
        await world.SendAsync(world.Second, round, null, world.Comment("celkově dobré"));
        var view = await world.ViewAsync(world.Second, round);
        var comment = view.CommentsOf(item).Single().Comment;
        Assert.Equal((id, "Petr První", "Město Horní", CommentKind.Essential, RoundWorld.Counselling[10..20]), (comment.Id, comment.AuthorName, comment.OrganisationName, comment.Kind, comment.Quotation));
        Assert.Equal("celkově dobré", view.CommentsOf(null).Single().Comment.Reason);
        Assert.Equal((0, 2, 3), (view.Answered, view.AnsweredParties, view.AskedParties));
        Assert.Equal(ItemMark.Mine, (await world.ViewAsync(world.First, round)).MarkOf(item));
        world.Refused("RoundCommentSent", (await world.Comments.SaveDraftAsync(world.First, round, item, input)).Refusal);

        world.Refused("NotAllowed", (await world.Comments.TakeBackAsync(world.Second, id)).Refusal);
        Done(await world.Comments.TakeBackAsync(world.First, id));
        Assert.Empty((await world.ViewAsync(world.Second, round)).CommentsOf(item));
        Assert.Equal(id, await world.SendAsync(world.First, round, "III/4", input with { Kind = CommentKind.Advisory }));
        Done(await world.Comments.WithdrawAsync(world.First, id));
        world.Refused("RoundCommentNotSent", (await world.Comments.WithdrawAsync(world.First, id)).Refusal);
        Assert.Equal(ItemMark.Nothing, (await world.ViewAsync(world.First, round)).MarkOf(item));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R31_WhatIsSent_SaysSomething_AndAnEssentialOneSaysWhy(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync(world.Input() with { EssentialBy = EssentialRight.Members });
        var item = await world.ItemAsync(round, "III/4");
        foreach (var (code, on, input) in new (string, long?, CommentInput)[]
        {
            ("RoundCommentEmpty", item, world.Comment(" ")),
            ("RoundCommentEmpty", item, world.Comment("", RoundWorld.Counselling)),
            ("RoundEssentialReason", item, world.Comment("", "jinak", CommentKind.Essential)),
            ("RoundCommentWholeOnly", null, world.Comment("x", "jinak")),
            ("RoundCommentPassageInvalid", item, world.Comment("x") with { Passage = new(5, 5) }),
            ("RoundCommentPassageInvalid", item, world.Comment("x") with { Passage = new(0, 5_000) }),
            ("RoundCommentWordingTooLong", item, world.Comment("x", new('x', 100_001))),
            ("RoundCommentReasonTooLong", item, world.Comment(new('x', 20_001))),
            ("TextNotStorable", item, world.Comment("x\u0001")),
            ("RoundCommentKindUnknown", item, world.Comment("x", kind: (CommentKind)7)),
            ("RoundCommentIdInvalid", item, new("nejde to!") { Reason = "x" }),
            ("NotFound", item + 100, world.Comment("x")),
        })
            world.Refused(code, (await world.Comments.SendAsync(world.First, round, on, input)).Refusal);
        world.Refused("RoundEssentialByMembers", (await world.Comments.SendAsync(world.Colleague, round, item, world.Comment("x", kind: CommentKind.Essential))).Refusal);
        Assert.False((await world.ViewAsync(world.Colleague, round)).CanMarkEssential);
        Assert.Empty((await world.TableAsync(round)).Rows);
        await world.SendAsync(world.First, round, "III/4", world.Comment("x", kind: CommentKind.Essential));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R35_NoComments_IsAnAnswer_AndSilenceIsNot(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var (first, second) = (await world.ItemAsync(round, "III/4"), await world.ItemAsync(round, "III/5"));
        Done(await world.Answers.NoCommentsAsync(world.First, first));
        Done(await world.Answers.NoCommentsAsync(world.First, first));
        Assert.Equal((ItemMark.NoComments, 1), ((await world.ViewAsync(world.First, round)).MarkOf(first), (await world.ViewAsync(world.First, round)).Answered));
        // A comment replaces it, and while the comment stands it cannot come back.
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("přece něco"));
        Assert.Equal(ItemMark.Mine, (await world.ViewAsync(world.First, round)).MarkOf(first));
        world.Refused("RoundItemCommented", (await world.Answers.NoCommentsAsync(world.First, first)).Refusal);
        Value(await world.Comments.SaveDraftAsync(world.First, round, second, world.Comment("rozepsáno")));
        Assert.Equal(1, Value(await world.Answers.NoCommentsToRestAsync(world.First, round)));
        Assert.Equal([ItemMark.Mine, ItemMark.Draft, ItemMark.NoComments], (await world.ViewAsync(world.First, round)).Items.Select(i => world.ViewAsync(world.First, round).Result.MarkOf(i.Id)));
        Done(await world.Comments.WithdrawAsync(world.First, comment));
        Assert.Equal(1, Value(await world.Answers.NoCommentsToRestAsync(world.First, round)));
        Done(await world.Answers.TakeBackNoCommentsAsync(world.First, first));

        Assert.Equal(3, Value(await world.Answers.NoCommentsToRestAsync(world.Second, round)));
        var parties = (await world.ViewAsync(world.Secretary, round)).Parties;
        Assert.Equal([("Město Horní", true, 1), ("Město Dolní", true, 3), ("Charita Střední", false, 0)], parties.Select(p => (p.Party.Name, p.HasAnswered, p.Items)));
        Assert.Empty((await world.ViewAsync(world.First, round)).Parties);
        await world.CloseAsync(round);
        world.Refused("RoundClosed", (await world.Answers.NoCommentsToRestAsync(world.First, round)).Refusal);
        world.Refused("RoundClosed", (await world.Comments.TakeBackAsync(world.First, await world.SendAsync(world.First, round, null, world.Comment("pozdě")))).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C5_ColleaguesOfOneOrganisation_AgreeOnOneComment(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var item = await world.ItemAsync(round, "III/4");
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("za město"));
        Done(await world.Answers.NoCommentsAsync(world.Colleague, item));
        Done(await world.Answers.SupportAsync(world.Colleague, comment, true));
        Done(await world.Answers.SupportAsync(world.Colleague, comment, true));
        var view = await world.ViewAsync(world.Colleague, round);
        Assert.Equal((ItemMark.Mine, 1), (view.MarkOf(item), view.Answered));
        Assert.Equal(["Nina Zástupná"], view.CommentsOf(item).Single().Supporters.Select(s => s.Name));
        Assert.True(view.CanSupport(view.CommentsOf(item).Single()));
        Assert.False((await world.ViewAsync(world.Second, round)).CanSupport(view.CommentsOf(item).Single()));
        world.Refused("RoundSupportColleagues", (await world.Answers.SupportAsync(world.Second, comment, true)).Refusal);
        world.Refused("RoundSupportOwn", (await world.Answers.SupportAsync(world.First, comment, true)).Refusal);
        world.Refused("RoundItemCommented", (await world.Answers.NoCommentsAsync(world.Colleague, item)).Refusal);
        world.Refused("RoundCommentSupported", (await world.Comments.TakeBackAsync(world.First, comment)).Refusal);
        Done(await world.Answers.SupportAsync(world.Colleague, comment, false));
        Done(await world.Comments.WithdrawAsync(world.First, comment));
        world.Refused("RoundCommentNotSent", (await world.Answers.SupportAsync(world.Colleague, comment, true)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C4_OutsideTheAudience_OrAsAGuestAgainstTheRules_NobodyComments(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var guest = world.Group.Guest.Id;
        var town = await world.OrganisationAsync("Město Horní");
        var round = await world.OpenAsync(world.Input() with { Invitees = [RoundInviteeInput.Organisation(town.Id), RoundInviteeInput.Person(world.Chair), RoundInviteeInput.Person(guest)] });
        await world.SendAsync(world.First, round, null, world.Comment("za město"));
        await world.SendAsync(world.Colleague, round, null, world.Comment("také za město"));
        await world.SendAsync(world.Chair, round, null, world.Comment("předsedkyně"));
        foreach (var (person, code) in new[] { (world.Second, "RoundNotAsked"), (world.Secretary, "RoundNotAsked"), (world.Group.Administrator.Id, "RoundNotAsked"), (guest, "RoundGuestsMayNot") })
        {
            world.Refused(code, (await world.Comments.SaveDraftAsync(person, round, null, world.Comment("x"))).Refusal);
            world.Refused(code, (await world.Comments.SendAsync(person, round, null, world.Comment("x"))).Refusal);
            world.Refused(code, (await world.Answers.NoCommentsToRestAsync(person, round)).Refusal);
            world.Refused(code, (await world.ViewAsync(person, round)).RefusalToComment);
        }
        Assert.Equal(["Město Horní", "Alena Vrbová", "Hana Lišková"], (await world.ViewAsync(world.Secretary, round)).Parties.Select(p => p.Party.Name));
        await world.GuestsMayCommentAsync();
        await world.SendAsync(guest, round, null, world.Comment("host"));
        Assert.Equal(4, (await world.ViewAsync(world.Second, round)).CommentsOf(null).Count());
    }
}
