using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Tests.Texts.Comments;

/// <summary>A meeting's text with a sentence to comment on.</summary>
public sealed class CommentTable(World world, MinutesTable people) : IAsyncDisposable
{
    public const string Sentence = "Rada schválila návrh rozpočtu.";
    public const string Passage = "schválila návrh";
    private static readonly TextAnchor Place = new(5, 20);
    private int editors;

    public World World => world;

    public MinutesTable People => people;

    public long TextId => people.TextId;

    public Person Writer => people.Members[0];

    public Person Author => people.Members[1];

    public TextCommentService Comments => world.Get<TextCommentService>();

    public SuggestionService Suggestions => world.Get<SuggestionService>();

    public static async Task<CommentTable> LayAsync(DatabaseKind kind, bool isLive = true, string? connectionString = null)
    {
        var world = await World.CreateAsync(kind, connectionString);
        var people = await MinutesTable.LayAsync(world.Get<IDbContextFactory<WorkspaceDb>>(), world.Time.GetUtcNow(), isLive: isLive);
        var table = new CommentTable(world, people);
        await table.EditAsync(0, 0, Sentence);
        return table;
    }

    public Task<Outcome<long>> CommentAsync(Person by, string key = "k1", string body = "Opravdu schválila?", string? suggestion = null, long version = 1, TextAnchor? place = null) =>
        Comments.CommentAsync(by.Id, TextId, new(version, (place ?? Place).From, (place ?? Place).To, key, body, suggestion));

    /// <returns>The id of a comment with a suggestion.</returns>
    public async Task<long> SuggestAsync(string wording = "vzala na vědomí návrh", string key = "s1") =>
        Done(await CommentAsync(Author, key, "Neschvalovala.", wording));

    /// <summary>Replaces a part of the text as it is now, as one who writes in it.</summary>
    public async Task EditAsync(int from, int to, string insert)
    {
        var now = (await world.Get<RevisionLog>().LoadAsync(TextId))!;
        var change = ChangeSet.Replace(now.Document.Length, from, to, insert);
        var answer = await world.Get<TextSessions>().SubmitAsync(TextId, new(Writer.Id, $"editor{++editors}", 1, now.Version, [change]));
        Assert.Null(answer.Refused);
    }

    public async Task<string> TextAsync() => (await world.Get<RevisionLog>().LoadAsync(TextId))!.Document.ToString();

    public async Task<IReadOnlyList<CommentThread>> ThreadsAsync() => (await world.Get<CommentThreads>().ReadAsync(Writer.Id, TextId))!.Value.Threads;

    public async Task<CommentThread> ThreadAsync() => Assert.Single(await ThreadsAsync());

    /// <summary>What stands now where the comment's anchor is.</summary>
    public async Task<string> PassageAsync()
    {
        var anchor = (await ThreadAsync()).Anchor;
        Assert.Equal((await world.Get<RevisionLog>().LoadAsync(TextId))!.Version, anchor.Version);
        return (await TextAsync())[anchor.From..anchor.To];
    }

    public static long Done(Outcome<long> outcome)
    {
        Assert.Null(outcome.Refusal);
        return outcome.Value;
    }

    public async ValueTask DisposeAsync() => await world.DisposeAsync();
}
