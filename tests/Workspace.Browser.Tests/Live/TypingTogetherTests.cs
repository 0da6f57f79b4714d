using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;

namespace Workspace.Browser.Tests.Live;

/// <summary>Three people type into one item at once, while lines are lost, pages reloaded and the server killed.</summary>
public sealed class TypingTogetherTests(Browsers browsers) : IClassFixture<Browsers>
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(45);
    private static readonly (string Key, string Letters)[] People = [("member-1", "aábcčdďeéě"), ("member-2", "fghiíjklmn"), ("secretary", "rřsštťuúůvyýzž")];

    [Fact]
    public async Task ThreeBrowsers_WithALostLineAndAReload_ShowTheSameTextWithNothingMissing()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var meeting = await LiveMeeting.FindAsync(server);
        var textId = await meeting.EmptyTextAsync();
        var typists = await OpenAsync(server, meeting, textId);

        using var end = new CancellationTokenSource();
        Task[] typing = [.. typists.Select(typist => typist.TypeAsync(end.Token))];
        await Task.Delay(TimeSpan.FromSeconds(5));
        await typists[1].Page.Context.SetOfflineAsync(true);
        await Task.Delay(TimeSpan.FromSeconds(3));
        await typists[2].ReloadAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        await Assertions.Expect(typists[1].Mark).ToHaveAttributeAsync("data-state", "kept");
        await typists[1].Page.Context.SetOfflineAsync(false);
        await Task.Delay(TimeSpan.FromSeconds(10));
        await end.CancelAsync();
        await Task.WhenAll(typing);

        await AssertSameAsync(meeting, textId, typists);
    }

    [Theory, InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task ServerKilledWhileThreeType_LosesNothingSeenOrCalledSaved_AndTheBrowsersFinishEqual(DatabaseKind database)
    {
        var connection = database == DatabaseKind.PostgreSql ? await PostgreSqlServer.NewDatabaseAsync() : null;
        await using var server = await ServerProcess.StartNewAsync(database, connectionString: connection);
        var meeting = await LiveMeeting.FindAsync(server);
        var textId = await meeting.EmptyTextAsync();
        var typists = await OpenAsync(server, meeting, textId);

        using var end = new CancellationTokenSource();
        Task[] typing = [.. typists.Select(typist => typist.TypeAsync(end.Token))];
        await Task.Delay(TimeSpan.FromSeconds(4));
        server.Kill();

        var stored = await StoredAsync(database, server, connection, textId);
        foreach (var typist in typists)
        {
            await Assertions.Expect(typist.Mark).ToHaveAttributeAsync("data-state", new System.Text.RegularExpressions.Regex("kept|offline"), new() { Timeout = 30_000 });
            var shown = await typist.ShownAsync();
            // All that a page shows of the others has come from the server, and so must be on disk.
            foreach (var other in typists.Where(other => other != typist))
                Assert.StartsWith(other.OwnOf(shown), other.OwnOf(stored));
        }
        await Task.Delay(TimeSpan.FromSeconds(1));
        await server.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(6));
        await end.CancelAsync();
        await Task.WhenAll(typing);

        await AssertSameAsync(meeting, textId, typists);
    }

    [Fact]
    public async Task Mark_SaysSavedOnlyWhatSurvivesAKill()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var meeting = await LiveMeeting.FindAsync(server);
        var textId = await meeting.EmptyTextAsync();
        var typist = (await OpenAsync(server, meeting, textId))[0];
        for (var i = 0; i < 30; i++)
        {
            await typist.Page.Keyboard.InsertTextAsync("a");
            await typist.Page.WaitForFunctionAsync("() => document.querySelector('[data-save-mark]').dataset.state === 'saved'");
        }
        server.Kill();
        Assert.Equal(new string('a', 30), await StoredAsync(DatabaseKind.Sqlite, server, null, textId));
    }

    private async Task<Typist[]> OpenAsync(ServerProcess server, LiveMeeting meeting, long textId)
    {
        var typists = new List<Typist>();
        foreach (var (key, letters) in People)
        {
            var typist = new Typist(await browsers.SignInAsync(server, key), textId, letters);
            await typist.OpenAsync($"{server.Url}/meetings/{meeting.Id}");
            typists.Add(typist);
        }
        return [.. typists];
    }

    private static async Task AssertSameAsync(LiveMeeting meeting, long textId, Typist[] typists)
    {
        foreach (var typist in typists)
            await Assertions.Expect(typist.Mark).ToHaveAttributeAsync("data-state", "saved", new() { Timeout = (float)Settling.TotalMilliseconds });
        // A page that has just been reloaded still brings what the one before it had kept.
        var waited = System.Diagnostics.Stopwatch.StartNew();
        var text = await meeting.TextAsync(textId);
        while (typists.Any(typist => typist.Typed != typist.OwnOf(text)) && waited.Elapsed < Settling)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            text = await meeting.TextAsync(textId);
        }
        foreach (var typist in typists)
        {
            Assert.True(typist.Typed.Length > 40, "Somebody could hardly type.");
            Assert.True(typist.Typed == typist.OwnOf(text), $"Typed:\n{typist.Typed}\nStored:\n{typist.OwnOf(text)}\nAll:\n{text}");
            await typist.Page.WaitForFunctionAsync(
                "([id, text]) => [...document.querySelectorAll(`[data-text-id='${id}'] .cm-line`)].map(l => { const c = l.cloneNode(true); for (const t of c.querySelectorAll('.caret')) t.remove(); return c.textContent; }).join('\\n') === text",
                new object[] { textId, text },
                new() { Timeout = (float)Settling.TotalMilliseconds });
        }
    }

    /// <summary>Reads the database of a dead server.</summary>
    private static async Task<string> StoredAsync(DatabaseKind database, ServerProcess server, string? connection, long textId)
    {
        await using WorkspaceDb db = database == DatabaseKind.Sqlite
            ? new SqliteWorkspaceDb(new DbContextOptionsBuilder<SqliteWorkspaceDb>().UseSqlite($"Data Source={server.DatabaseFile};Pooling=False").Options)
            : new PostgreSqlWorkspaceDb(new DbContextOptionsBuilder<PostgreSqlWorkspaceDb>().UseNpgsql(connection).Options);
        return (await RevisionLog.LoadAsync(db, textId))!.Document.ToString();
    }
}
