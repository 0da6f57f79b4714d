using Npgsql;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Tests.Texts.Comments;

public sealed class TextCommentTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Comment_KeepsItsPassageThroughEditsAroundAndInsideIt(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        CommentTable.Done(await table.CommentAsync(table.Author));

        await table.EditAsync(0, 4, "Zastupitelstvo kraje");
        Assert.Equal(CommentTable.Passage, await table.PassageAsync());
        await table.EditAsync(31, 31, "jednomyslně ");
        Assert.Equal("schválila jednomyslně návrh", await table.PassageAsync());
        await table.EditAsync(48, 49, ", ");

        var thread = await table.ThreadAsync();
        Assert.Equal("schválila jednomyslně návrh", await table.PassageAsync());
        Assert.Equal((1, CommentTable.Passage, false), (thread.CreatedVersion, thread.Quotation, thread.IsQuotationCut));
        Assert.Equal((table.Author.Id, table.Author.Name, "Opravdu schválila?"), (thread.Author.Id, thread.Author.Name, thread.Body));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Comment_MadeInAnOldVersion_QuotesThatVersion(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        await table.EditAsync(0, 0, "Pozn.: ");
        await table.EditAsync(12, 12, "ne");
        CommentTable.Done(await table.CommentAsync(table.Author));

        Assert.Equal(CommentTable.Passage, (await table.ThreadAsync()).Quotation);
        Assert.Equal(CommentTable.Passage, await table.PassageAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Comment_OnWordsThatWereRewrittenMeanwhile_StillQuotesThem(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        await table.EditAsync(5, 14, "projednala");
        CommentTable.Done(await table.CommentAsync(table.Author));

        Assert.Equal(CommentTable.Passage, (await table.ThreadAsync()).Quotation);
        Assert.Equal("projednala návrh", await table.PassageAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task PassageThatWasDeleted_IsGone_ButStaysQuoted(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        CommentTable.Done(await table.CommentAsync(table.Author));
        await table.EditAsync(4, 21, "");
        await table.EditAsync(4, 4, " projednala změnu ");

        var thread = await table.ThreadAsync();
        Assert.Equal(thread.Anchor.From, thread.Anchor.To);
        Assert.Equal(CommentTable.Passage, thread.Quotation);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Anchor_IsStoredAnewAfterManyRevisions(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        CommentTable.Done(await table.CommentAsync(table.Author));
        for (var i = 0; i < 201; i++)
            await table.EditAsync(0, 0, "x");

        Assert.Equal(CommentTable.Passage, await table.PassageAsync());

        await using var db = table.World.Db();
        var stored = Assert.Single(db.Comments);
        Assert.Equal((202, 206, 221), (stored.AnchorVersion, stored.AnchorFrom, stored.AnchorTo));
        Assert.Equal((1, 5, 20), (stored.CreatedVersion, stored.From, stored.To));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SentTwice_IsStoredOnce(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => table.CommentAsync(table.Author)));
        var id = Assert.Single(ids.Select(CommentTable.Done).Distinct());

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => table.Comments.ReplyAsync(table.Writer.Id, id, "r1", "Ano.")));
        Assert.All(replies, reply => Assert.True(reply.IsDone));

        Assert.Equal("Ano.", Assert.Single((await table.ThreadAsync()).Replies).Body);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task EachChangeOfAThread_IsNewerThanTheOneBefore(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = CommentTable.Done(await table.CommentAsync(table.Author));
        var (author, writer) = (table.Author.Id, table.Writer.Id);
        List<int> seen = [(await table.ThreadAsync()).Changes];

        foreach (var act in new Func<Task<Outcome>>[]
        {
            () => table.Comments.ReplyAsync(writer, id, "r1", "Ano."),
            () => table.Comments.RewriteAsync(author, id, null, "Kdy schválila?"),
            () => table.Comments.ResolveAsync(author, id),
            () => table.Comments.ReopenAsync(writer, id),
        })
        {
            Assert.True((await act()).IsDone);
            seen.Add((await table.ThreadAsync()).Changes);
        }

        Assert.Equal([1, 2, 3, 4, 5], seen);
        var thread = await table.ThreadAsync();
        Assert.Equal(("Kdy schválila?", true, null as DateTimeOffset?), (thread.Body, thread.EditedAt is not null, thread.ResolvedAt));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhatIsOnesOwn_IsRewrittenAndTakenBack_UntilOthersAnswer(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = CommentTable.Done(await table.CommentAsync(table.Author));
        var (author, writer) = (table.Author.Id, table.Writer.Id);
        await table.Comments.ReplyAsync(writer, id, "r1", "Ano.");
        var replyId = (await table.ThreadAsync()).Replies[0].Id;

        Assert.Equal("NotAllowed", Code(await table.Comments.RewriteAsync(writer, id, null, "jinak")));
        Assert.Equal("NotAllowed", Code(await table.Comments.RewriteAsync(author, id, replyId, "jinak")));
        Assert.Equal("NotAllowed", Code(await table.Comments.WithdrawAsync(writer, id, null)));
        Assert.Equal("NotAllowed", Code(await table.Comments.WithdrawAsync(author, id, replyId)));
        Assert.Equal("NotFound", Code(await table.Comments.RewriteAsync(author, id, replyId + 1, "jinak")));
        Assert.Equal("NotFound", Code(await table.Comments.WithdrawAsync(author, id, replyId + 1)));
        Assert.Equal("CommentMissing", Code(await table.Comments.RewriteAsync(author, id, null, " ")));
        Assert.Equal("CommentAnswered", Code(await table.Comments.WithdrawAsync(author, id, null)));
        Assert.True((await table.Comments.RewriteAsync(writer, id, replyId, "Ano, 12. března.")).IsDone);
        Assert.Equal("Ano, 12. března.", (await table.ThreadAsync()).Replies[0].Body);
        Assert.True((await table.Comments.WithdrawAsync(writer, id, replyId)).IsDone);
        Assert.Empty((await table.ThreadAsync()).Replies);
        Assert.True((await table.Comments.WithdrawAsync(author, id, null)).IsDone);
        Assert.Empty(await table.ThreadsAsync());
        Assert.Equal("NotFound", Code(await table.Comments.ReplyAsync(writer, id, "r2", "Ještě něco")));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Resolving_IsForTheAuthorAndForWhoMayWrite(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind, isLive: false);
        var id = CommentTable.Done(await table.CommentAsync(table.Author));

        Assert.Equal("NotAllowed", Code(await table.Comments.ResolveAsync(table.Writer.Id, id)));
        Assert.True((await table.Comments.ResolveAsync(table.People.Secretary.Id, id)).IsDone);
        Assert.Equal(table.People.Secretary.Id, (await table.ThreadAsync()).ResolvedBy!.Id);
        Assert.Equal("NotAllowed", Code(await table.Comments.ReopenAsync(table.Writer.Id, id)));
        Assert.True((await table.Comments.ReopenAsync(table.Author.Id, id)).IsDone);
        Assert.Null((await table.ThreadAsync()).ResolvedAt);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhoMayNotReadTheText_LearnsNothingOfItsComments(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();
        var stranger = table.People.Stranger;
        foreach (var commentId in new[] { id, id + 1 })
        {
            Assert.Equal("NotFound", Code(await table.Comments.ReplyAsync(stranger.Id, commentId, "k", "x")));
            Assert.Equal("NotFound", Code(await table.Comments.ResolveAsync(stranger.Id, commentId)));
            Assert.Equal("NotFound", Code(await table.Comments.ReopenAsync(stranger.Id, commentId)));
            Assert.Equal("NotFound", Code(await table.Comments.RewriteAsync(stranger.Id, commentId, null, "x")));
            Assert.Equal("NotFound", Code(await table.Comments.WithdrawAsync(stranger.Id, commentId, null)));
            Assert.Equal("NotFound", Code(await table.Suggestions.AcceptAsync(stranger.Id, commentId, CommentTable.Passage)));
            Assert.Equal("NotFound", Code(await table.Suggestions.RejectAsync(stranger.Id, commentId, "x")));
        }
        Assert.Equal("NotFound", (await table.CommentAsync(stranger)).Refusal?.Code);
        Assert.Null(await table.World.Get<CommentThreads>().ReadAsync(stranger.Id, table.TextId));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Guests_CommentWhereTheRulesAllowIt_AndNeverPropose(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = CommentTable.Done(await table.CommentAsync(table.Author));
        var guest = table.People.Guest;
        Assert.Equal("CommentingNotAllowed", (await table.CommentAsync(guest)).Refusal?.Code);
        Assert.Equal("CommentingNotAllowed", Code(await table.Comments.ReplyAsync(guest.Id, id, "r1", "x")));
        Assert.NotNull(await table.World.Get<CommentThreads>().ReadAsync(guest.Id, table.TextId));

        var today = DateOnly.FromDateTime(table.World.Time.GetUtcNow().UtcDateTime);
        await table.World.AddAsync(new RulesOfProcedure(table.People.GroupId, 2, today.AddDays(-1), new() { MayGuestsComment = true }));

        CommentTable.Done(await table.CommentAsync(guest, "g1"));
        Assert.True((await table.Comments.ReplyAsync(guest.Id, id, "r1", "x")).IsDone);
        Assert.Equal("SuggestingNotAllowed", (await table.CommentAsync(guest, "g2", suggestion: "jinak")).Refusal?.Code);
        Assert.Equal("NotAllowed", Code(await table.Comments.ResolveAsync(guest.Id, id)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task BadInput_IsRefusedInWords(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var author = table.Author;
        async Task<string?> Try(string key = "k", string body = "x", string? suggestion = null, long version = 1, int from = 5, int to = 20) =>
            (await table.CommentAsync(author, key, body, suggestion, version, new(from, to))).Refusal?.Code;

        Assert.Equal("CommentUnfit", await Try(key: ""));
        Assert.Equal("CommentUnfit", await Try(key: new('k', 33)));
        Assert.Equal("CommentUnfit", await Try(key: "ž"));
        Assert.Equal("CommentMissing", await Try(body: " \n"));
        Assert.Equal("CommentTooLong", await Try(body: new('x', TextComment.MaxBody + 1)));
        Assert.Equal("PassageUnfit", await Try(version: 2));
        Assert.Equal("PassageUnfit", await Try(version: -1));
        Assert.Equal("PassageUnfit", await Try(version: 0));
        Assert.Equal("PassageUnfit", await Try(from: -1));
        Assert.Equal("PassageUnfit", await Try(to: 31));
        Assert.Equal("PassageUnfit", await Try(from: 20, to: 20));
        Assert.Equal("PassageTooLong", await Try(to: TextComment.MaxPassage + 6));
        Assert.Equal("SuggestionSame", await Try(suggestion: CommentTable.Passage));
        Assert.Equal("SuggestionTooLong", await Try(suggestion: new('x', (2 * TextComment.MaxPassage) + 1)));
        Assert.Empty(await table.ThreadsAsync());

        var id = CommentTable.Done(await table.CommentAsync(author));
        Assert.Equal("CommentUnfit", Code(await table.Comments.ReplyAsync(author.Id, id, null, "x")));
        Assert.Equal("CommentMissing", Code(await table.Comments.ReplyAsync(author.Id, id, "r", null)));
        Assert.Equal("CommentTooLong", Code(await table.Comments.ReplyAsync(author.Id, id, "r", new('x', TextComment.MaxBody + 1))));
        Assert.Equal("SuggestionMissing", Code(await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)));
        Assert.Equal("SuggestionMissing", Code(await table.Suggestions.RejectAsync(table.Writer.Id, id, "x")));
    }

    [Fact]
    public async Task EveryCommit_NotifiesTheOtherServersOfTheComment()
    {
        var address = await PostgreSqlServer.NewDatabaseAsync();
        await using var table = await CommentTable.LayAsync(DatabaseKind.PostgreSql, connectionString: address);
        await using var listener = new NpgsqlConnection(address);
        List<string> heard = [];
        listener.Notification += (_, message) => heard.AddRange(message.Payload.Split(' ').Skip(1));
        await listener.OpenAsync();
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgreSqlWorkspaceDb.TopicChannel}", listener))
            await listen.ExecuteNonQueryAsync();

        var id = CommentTable.Done(await table.CommentAsync(table.Author));
        Assert.True((await table.Comments.ReplyAsync(table.Writer.Id, id, "r1", "Ano.")).IsDone);
        Assert.False((await table.Comments.ReplyAsync(table.Writer.Id, id, "r2", "")).IsDone);

        // A query receives whatever was notified before it.
        await using (var query = new NpgsqlCommand("SELECT 1", listener))
            await query.ExecuteNonQueryAsync();
        Assert.Equal([$"comment:{id}", $"comment:{id}"], heard);
    }

    [Fact]
    public async Task PassageThatWouldPartACharacter_IsRefused_AlsoInAnOldVersion()
    {
        await using var table = await CommentTable.LayAsync(DatabaseKind.Sqlite);
        await table.EditAsync(0, 0, "😀 ");
        Assert.Equal("PassageUnfit", (await table.CommentAsync(table.Author, version: 2, place: new(1, 7))).Refusal?.Code);
        Assert.Equal("PassageUnfit", (await table.CommentAsync(table.Author, version: 2, place: new(0, 1))).Refusal?.Code);
        await table.EditAsync(5, 5, "x");
        Assert.Equal("PassageUnfit", (await table.CommentAsync(table.Author, version: 2, place: new(1, 7))).Refusal?.Code);
        CommentTable.Done(await table.CommentAsync(table.Author, version: 2, place: new(0, 7)));
        Assert.Equal("😀 Rada", (await table.ThreadAsync()).Quotation);
    }

    [Fact]
    public async Task LongPassage_IsQuotedByItsBeginning()
    {
        await using var table = await CommentTable.LayAsync(DatabaseKind.Sqlite);
        await table.EditAsync(0, 0, string.Concat(Enumerable.Repeat("😀", 600)));
        CommentTable.Done(await table.CommentAsync(table.Author, version: 2, place: new(0, 1200)));

        var thread = await table.ThreadAsync();
        Assert.Equal((string.Concat(Enumerable.Repeat("😀", 500)), true), (thread.Quotation, thread.IsQuotationCut));
    }

    private static string? Code(Outcome outcome) => outcome.Refusal?.Code;
}
