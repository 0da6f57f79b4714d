using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.People.Fields;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds;

/// <summary>The member's page of a round: one item after another, with the reader's answer to each. The item stands in the address, 0 for the whole document.</summary>
public sealed partial class RoundPage : IAsyncDisposable
{
    /// <summary>Comments that are shown at once.</summary>
    private const int Page = 50;

    private RoundView? view;
    private RoundDrafts? drafts;
    private RoundScript? script;
    private RoundItem? item;
    private (long Round, string? Item, string? Show) loadedFor;
    private RoundSteps? steps;
    private Refusal? problem;
    private string? begun;
    private string announced = "";
    private int most = Page;
    private bool isMissing, isNextDue, isWatchDue, isRestored;

    [Parameter]
    public long RoundId { get; set; }

    [SupplyParameterFromQuery(Name = "item")]
    private string? ItemId { get; set; }

    /// <summary>'mine' for the reader's comments on all items.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [Inject]
    private RoundService Rounds { get; set; } = null!;

    [Inject]
    private RoundCommentService Comments { get; set; } = null!;

    [Inject]
    private RoundAnswerService Answers { get; set; } = null!;

    [Inject]
    private CurrentGroup Current { get; set; } = null!;

    [Inject]
    private Notices Notices { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime JS { get; set; } = null!;

    [Inject]
    private ILogger<RoundPage> Log { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RoundPageStrings> S { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalStrings> R { get; set; } = null!;

    private bool IsMine => Show == "mine";

    private bool IsFirst => ItemId is null && !IsMine;

    private bool IsLate => view!.Round.State is not RoundState.Prepared && view.Round.IsLate(Time.GetUtcNow());

    private bool CanComment => view!.RefusalToComment is null;

    private ItemMark Mark => item is null ? ItemMark.Nothing : view!.MarkOf(item.Id);

    private string Owner => string.Create(CultureInfo.InvariantCulture, $"{Me}:{RoundId}");

    /// <summary>Items that 'without comments' to the rest would answer.</summary>
    private int Rest => !CanComment || IsLate ? 0 : view!.Items.Count(i => view.MarkOf(i.Id) == ItemMark.Nothing && !drafts!.Of(i.Id).Any(d => !d.IsEmpty));

    /// <summary>Settled comments to which the reader has not said anything yet.</summary>
    private int Awaiting => view!.Mine.Count(c => CommentActions.AwaitsAnswer(c, view));

    private IEnumerable<CommentPassage> Passages => view!.Mine.Select(m => m.Comment).Where(c => c.ItemId == item?.Id && c.AuthorId == Me)
        .Select(c => c is { PassageFrom: { } from, PassageTo: { } to } ? new CommentPassage(from, to) : null)
        .Concat(drafts!.Of(item?.Id).Select(d => d.Passage)).OfType<CommentPassage>();

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Round(RoundId), .. view is null ? [] : new[] { LiveTopic.Group(view.Round.GroupId) }];

    protected override async Task OnParametersSetAsync()
    {
        // What is known is shown at once; what was saved elsewhere meanwhile comes with the reading.
        if (view?.Round.Id == RoundId)
            Choose();
        await base.OnParametersSetAsync();
        if (loadedFor != (RoundId, ItemId, Show))
            await ReloadAsync();
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        loadedFor = (RoundId, ItemId, Show);
        script ??= new(JS, "/" + Assets["js/round.js"]);
        if (drafts?.RoundId != RoundId)
            drafts = new(new(Comments, Me, RoundId, Time, Log));
        var before = drafts.Stored.ToHashSet();
        view = (await Rounds.ReadAsync(Me, RoundId, cancellationToken)).Value;
        if (view is null)
            return;
        Current.Enter(view.Round.GroupId);
        drafts.Take(view.Drafts, before);
        Choose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (view is null || script is null)
            return;
        if (isNextDue)
        {
            isNextDue = false;
            await (steps?.FocusNextAsync() ?? Task.CompletedTask);
        }
        if (!isWatchDue)
            return;
        isWatchDue = false;
        await script.WatchAsync();
        if (isRestored)
            return;
        isRestored = true;
        foreach (var left in await script.LeftAsync(Owner))
            drafts!.Restore(left);
        StateHasChanged();
    }

    private void Choose()
    {
        var chosen = ItemId is null ? view!.Items.FirstOrDefault()
            : long.TryParse(ItemId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? view!.Items.FirstOrDefault(i => i.Id == id) : null;
        isMissing = chosen is null && ItemId is not (null or "0");
        if (chosen == item && isRestored)
            return;
        if (item is not null && chosen is not null && chosen != item)
            announced = S["NowAt", chosen.Citation];
        (item, problem, begun, most, isWatchDue) = (chosen, null, null, Page, true);
    }

    private async Task BeginAsync()
    {
        var passage = item is null ? null : await script!.SelectedAsync();
        // Nothing is begun twice: who has an empty one goes on in it.
        if (drafts!.Of(item?.Id).FirstOrDefault(d => d.IsEmpty && d.CommentId is null && d.Passage == passage) is { } empty)
            await script!.FocusAsync($"reason-{empty.DraftId}");
        else
            begun = drafts.Begin(item?.Id, passage).DraftId;
    }

    private async Task ShowSentAsync(CommentDraft draft, SentComment sent)
    {
        drafts!.Remove(draft);
        isNextDue = true;
        await ReloadAsync();
        Notices.Say(S[sent.IsLate ? "SentLate" : "Sent", item?.Citation ?? S["WholeDocument"]]);
    }

    private Task DropAsync(CommentDraft draft)
    {
        drafts!.Remove(draft);
        return ReloadAsync();
    }

    private async Task ReopenAsync(RoundComment comment)
    {
        drafts!.Reopen(comment.DraftId);
        begun = comment.DraftId;
        await ReloadAsync();
    }

    private async Task AnswerAsync(bool isNone)
    {
        problem = (isNone ? await Answers.NoCommentsAsync(Me, item!.Id) : await Answers.TakeBackNoCommentsAsync(Me, item!.Id)).Refusal;
        isNextDue = isNone && problem is null;
        await ReloadAsync();
    }

    private async Task<Refusal?> NoneToRestAsync()
    {
        await drafts!.SaveAsync();
        var outcome = await Answers.NoCommentsToRestAsync(Me, RoundId);
        await ReloadAsync();
        if (outcome.IsDone)
            Notices.Say(S.Count("NoneToRestDone", outcome.Value));
        return outcome.Refusal;
    }

    /// <summary>The deadline has passed, or was moved on.</summary>
    private Task PassAsync() => ReloadAsync();

    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (script is not null)
            await script.DisposeAsync();
    }
}
