using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Tests.Texts.Comments;

public sealed class SuggestionTests
{
    private const string Wording = "vzala na vědomí návrh";

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Accepted_BecomesAChangeByItsAuthor_OfTheWordsThatDiffer(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();
        await table.EditAsync(0, 4, "Rada kraje");

        Assert.True((await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)).IsDone);

        Assert.Equal("Rada kraje vzala na vědomí návrh rozpočtu.", await table.TextAsync());
        Assert.Equal(Wording, await table.PassageAsync());
        var last = (await table.People.RevisionsAsync())[^1];
        Assert.Equal((3, table.Author.Id), (last.Version, last.AuthorId));
        Assert.Equal("""[11,[9,"vzala na vědomí"],16]""", last.Changes);
        var thread = await table.ThreadAsync();
        Assert.Equal((SuggestionOutcome.Accepted, table.Writer.Id), (thread.Suggestion!.Outcome, thread.Suggestion.DecidedBy!.Id));
        Assert.NotNull(thread.ResolvedAt);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task AcceptedByManyAtOnce_EntersTheTextOnce(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal("Rada vzala na vědomí návrh rozpočtu.", await table.TextAsync());
        Assert.Equal(2, (await table.People.RevisionsAsync()).Count);
        Assert.Equal(Wording, await table.PassageAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task AfterThePassageChanged_WhoAcceptsIsAskedAgain(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();
        await table.EditAsync(14, 14, " jednomyslně");

        Assert.Equal("PassageChanged", Code(await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)));
        Assert.Equal("PassageChanged", Code(await table.Suggestions.AcceptAsync(table.Writer.Id, id, null)));
        Assert.Equal("Rada schválila jednomyslně návrh rozpočtu.", await table.TextAsync());
        Assert.True((await table.Suggestions.AcceptAsync(table.Writer.Id, id, "schválila jednomyslně návrh")).IsDone);

        Assert.Equal("Rada vzala na vědomí návrh rozpočtu.", await table.TextAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task ChangeOfThePassage_CommittedJustBeforeTheSuggestion_IsNotLost(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var loaded = (await table.World.Get<RevisionLog>().LoadAsync(table.TextId))!;
        await table.EditAsync(14, 14, " jednomyslně");

        // What was read before that edit is submitted after it.
        var change = WordDifference.Change(loaded.Document.Length, 5, CommentTable.Passage, Wording);
        var answer = await table.World.Get<TextSessions>().SubmitAsync(
            table.TextId,
            new(table.Author.Id, "suggestion", 1, loaded.Version, [change]) { Holds = new(new(5, 20), CommentTable.Passage) });

        Assert.Equal(TextRefusals.Passed, answer.Refused);
        Assert.Equal("Rada schválila jednomyslně návrh rozpočtu.", await table.TextAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task AcceptingWhileOthersWriteAround_LosesNothing(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
                await table.EditAsync(0, 0, "x");
        });

        Assert.True((await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)).IsDone);
        await writing;

        Assert.Equal($"{new string('x', 30)}Rada {Wording} rozpočtu.", await table.TextAsync());
        Assert.Equal(Wording, await table.PassageAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task AcceptedButNotNoted_IsNotedAndNotInsertedAgain(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();
        await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage);
        // As after a stop of the server between the two.
        await using (var db = table.World.Db())
            await db.Comments.ExecuteUpdateAsync(set => set.SetProperty(c => c.Outcome, null as SuggestionOutcome?));

        Assert.Equal("SuggestionDecided", Code(await table.Suggestions.RejectAsync(table.Writer.Id, id, "Pozdě.")));
        Assert.True((await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)).IsDone);

        Assert.Equal(2, (await table.People.RevisionsAsync()).Count);
        Assert.Equal(SuggestionOutcome.Accepted, (await table.ThreadAsync()).Suggestion!.Outcome);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Rejected_SaysWhy_AndStaysDecided(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();

        Assert.Equal("ReasonMissing", Code(await table.Suggestions.RejectAsync(table.Writer.Id, id, " ")));
        Assert.Equal("ReasonTooLong", Code(await table.Suggestions.RejectAsync(table.Writer.Id, id, new('x', TextComment.MaxReason + 1))));
        Assert.True((await table.Suggestions.RejectAsync(table.Writer.Id, id, "Hlasovalo se.")).IsDone);

        var thread = await table.ThreadAsync();
        Assert.Equal((SuggestionOutcome.Rejected, "Hlasovalo se.", null as DateTimeOffset?), (thread.Suggestion!.Outcome, thread.Suggestion.Reason, thread.ResolvedAt));
        Assert.Equal("SuggestionDecided", Code(await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)));
        Assert.Equal("SuggestionDecided", Code(await table.Suggestions.RejectAsync(table.Writer.Id, id, "znovu")));
        Assert.Equal("SuggestionDecided", Code(await table.Comments.RewriteAsync(table.Author.Id, id, null, "jinak")));
        Assert.Equal("SuggestionDecided", Code(await table.Comments.WithdrawAsync(table.Author.Id, id, null)));
        Assert.Equal(CommentTable.Sentence, await table.TextAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task DecidingIsForWhoMayWrite_WhileTheTextIsOpen(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();
        var guest = table.People.Guest.Id;
        Assert.Equal("NotAllowed", Code(await table.Suggestions.AcceptAsync(guest, id, CommentTable.Passage)));
        Assert.Equal("NotAllowed", Code(await table.Suggestions.RejectAsync(guest, id, "x")));

        await table.People.ChangeTextAsync(text => text.Lock(table.World.Time.GetUtcNow()));
        Assert.Equal("TextLocked", Code(await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)));
        Assert.Equal("TextLocked", Code(await table.Suggestions.RejectAsync(table.Writer.Id, id, "x")));

        await table.People.ChangeTextAsync(text => text.Unlock());
        await table.World.Get<TextAccess>().FindAsync(table.TextId, table.Writer.Id);
        await table.People.LockUnannouncedAsync(table.World.Time.GetUtcNow());
        Assert.Equal("TextLocked", Code(await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)));
        Assert.Equal(CommentTable.Sentence, await table.TextAsync());
        Assert.Null((await table.ThreadAsync()).Suggestion!.Outcome);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SuggestionWhosePassageIsGone_CannotBeAccepted(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();
        await table.EditAsync(5, 20, "");

        Assert.Equal("PassageGone", Code(await table.Suggestions.AcceptAsync(table.Writer.Id, id, "")));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SuggestionToDelete_Deletes(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync("");

        Assert.True((await table.Suggestions.AcceptAsync(table.Writer.Id, id, CommentTable.Passage)).IsDone);

        Assert.Equal("Rada  rozpočtu.", await table.TextAsync());
        var anchor = (await table.ThreadAsync()).Anchor;
        Assert.Equal(anchor.From, anchor.To);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SuggestionThatStandsThereAlready_IsAcceptedWithoutAChange(DatabaseKind kind)
    {
        await using var table = await CommentTable.LayAsync(kind);
        var id = await table.SuggestAsync();
        await table.EditAsync(5, 14, "vzala na vědomí");

        Assert.True((await table.Suggestions.AcceptAsync(table.Writer.Id, id, Wording)).IsDone);

        Assert.Equal(2, (await table.People.RevisionsAsync()).Count);
        Assert.Equal(SuggestionOutcome.Accepted, (await table.ThreadAsync()).Suggestion!.Outcome);
    }

    /// <summary>Each server has its own sessions; only the database decides.</summary>
    [Fact]
    public async Task AcceptedOnTwoServersAtOnce_EntersTheTextOnce()
    {
        var connection = await PostgreSqlServer.NewDatabaseAsync();
        await using var one = await World.CreateAsync(DatabaseKind.PostgreSql, connection);
        await using var two = await World.CreateAsync(DatabaseKind.PostgreSql, connection);
        var people = await MinutesTable.LayAsync(one.Get<IDbContextFactory<WorkspaceDb>>(), one.Time.GetUtcNow());
        var table = new CommentTable(one, people);
        await table.EditAsync(0, 0, CommentTable.Sentence);
        var id = await table.SuggestAsync();
        await two.Get<TextSessions>().OpenAsync(table.TextId);

        var outcomes = await Task.WhenAll(new[] { one, two, one, two }.Select(server =>
            server.Get<SuggestionService>().AcceptAsync(table.Writer.Id, id, CommentTable.Passage)));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal("Rada vzala na vědomí návrh rozpočtu.", await table.TextAsync());
        Assert.Equal(2, (await people.RevisionsAsync()).Count);
        foreach (var server in new[] { one, two })
        {
            var (_, threads) = (await server.Get<CommentThreads>().ReadAsync(table.Author.Id, table.TextId))!.Value;
            Assert.Equal(new AnchorMessage(2, 5, 26), Assert.Single(threads).Anchor);
        }
    }

    private static string? Code(Outcome outcome) => outcome.Refusal?.Code;
}
