using Bunit;
using Microsoft.AspNetCore.Components;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;

namespace Workspace.Web.Tests.Rounds.Settling;

/// <summary>A closed round with comments, and the page on which they are settled.</summary>
public sealed class SettlingScene : IAsyncDisposable
{
    public static readonly string Nearer = RoundWorld.Counselling.Replace("30", "20");

    private readonly List<WorldPages> opened = [];

    private SettlingScene(RoundWorld rounds, long round) => (Rounds, Round) = (rounds, round);

    public RoundWorld Rounds { get; }

    public long Round { get; }

    /// <summary>Essential, on III/4, with a wording.</summary>
    public long Essential { get; private set; }

    /// <summary>Asks for the same wording.</summary>
    public long Alike { get; private set; }

    /// <summary>On III/5, without a wording.</summary>
    public long Advisory { get; private set; }

    public static async Task<SettlingScene> CreateAsync(bool isClosed = true)
    {
        var rounds = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var scene = new SettlingScene(rounds, await rounds.OpenAsync());
        scene.Essential = await rounds.SendAsync(rounds.First, scene.Round, "III/4", rounds.Comment("Z obcí je to daleko.", Nearer, CommentKind.Essential));
        scene.Alike = await rounds.SendAsync(rounds.Second, scene.Round, "III/4", rounds.Comment("Také bychom to uvítali.", Nearer));
        scene.Advisory = await rounds.SendAsync(rounds.Second, scene.Round, "III/5", rounds.Comment("Chybí pravidelnost."));
        if (isClosed)
            await rounds.CloseAsync(scene.Round);
        return scene;
    }

    public Task<IRenderedComponent<SettlementPage>> OpenAsync(string query = "", long? person = null, string culture = "cs")
    {
        var pages = new WorldPages(Rounds.World, person ?? Rounds.Secretary, culture);
        opened.Add(pages);
        pages.Navigation.NavigateTo($"/rounds/{Round}/settlement{query}");
        var page = pages.Render<SettlementPage>(parameters => parameters.Add(p => p.RoundId, Round));
        page.WaitForState(() => page.Markup.Length > 0, TimeSpan.FromSeconds(20));
        return Task.FromResult(page);
    }

    public async Task<RoomComment> FindAsync(long comment) => (await Rounds.TableAsync(Round)).Rows.Single(r => r.Comment.Comment.Id == comment).Comment;

    public async Task SettleAsync(long comment, SettlementOutcome outcome, string reason = "protože", long? by = null) =>
        MeetingWorld.Done(await Rounds.Settling.SettleAsync(by ?? Rounds.Secretary, [comment], new(outcome, reason)));

    public async ValueTask DisposeAsync()
    {
        foreach (var pages in opened)
            await pages.DisposeAsync();
        await Rounds.DisposeAsync();
    }
}

public static class SettlingActs
{
    public static Task ChooseAsync(this IRenderedComponent<SettlementPage> page, SettlementOutcome outcome) =>
        page.ActAsync(on => on.Find($"[data-settle-outcome='{(int)outcome + 1}']").ChangeAsync(outcome.ToString()));

    public static Task ReasonAsync(this IRenderedComponent<SettlementPage> page, string reason) => page.ActAsync(on => on.Find("#settle-reason").InputAsync(reason));

    public static Task WordAsync(this IRenderedComponent<SettlementPage> page, string wording) => page.ActAsync(on => on.Find("#settle-wording").ChangeAsync(wording));

    public static Task SaveAsync(this IRenderedComponent<SettlementPage> page) => page.ActAsync(on => on.Find("form.decision").SubmitAsync());

    public static Task PressAsync<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent => page.ActAsync(on => on.FindAll("button").First(b => b.TextContent.Trim() == label).ClickAsync());

    /// <summary>Waits for the heading of the comment that is taken up.</summary>
    public static void WaitForComment(this IRenderedComponent<SettlementPage> page, string heading) =>
        page.WaitForState(() => page.FindAll("#settling-comment").SingleOrDefault()?.TextContent == heading, TimeSpan.FromSeconds(20));
}
