using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.Localization;

namespace Workspace.Web.Rounds.Settling;

/// <summary>Comments of a round settled one after another (C6); what is listed and which one is taken up stands in the address.</summary>
public sealed partial class SettlementPage
{
    private readonly Dictionary<long, DecisionDraft> drafts = [];
    private SettlementDesk? desk;
    private SettlementPreview? preview;
    private SettlementAddress? asked;
    private ElementReference title, heading;
    private (string Text, long CommentId)? saved;
    private long? currentId, focusFor;
    private bool isListOpen, isGone, isTitleDue;

    [Parameter]
    public long RoundId { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    private string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = "item")]
    private string? Item { get; set; }

    [SupplyParameterFromQuery(Name = "org")]
    private string? Organisation { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Q { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? Page { get; set; }

    [SupplyParameterFromQuery(Name = "comment")]
    private string? Comment { get; set; }

    [Inject]
    private SettlementService Service { get; set; } = null!;

    [Inject]
    private SettlingService Settling { get; set; } = null!;

    [Inject]
    private CurrentGroup Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IStringLocalizer<SettlingStrings> S { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RoundStrings> T { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalStrings> R { get; set; } = null!;

    /// <summary>Without the comment and the page: what links lead on from.</summary>
    private SettlementAddress Address => new(RoundId, asked!.Filter);

    private DecisionDraft Draft => drafts[currentId!.Value];

    /// <summary>Why what is taken up is not decided on now.</summary>
    private Refusal? RefusalToDecide => SettlementCheck.Of(desk!.View.Info.Round.State, desk.Current?.Comment.Settlement);

    /// <summary>What was typed is not taken away, even where saving it will be refused.</summary>
    private bool IsDeciding => desk!.View.CanSettle && (RefusalToDecide is null || Draft.IsTouched);

    /// <summary>Its author has no other way to say it.</summary>
    private bool IsAnswerAwaited => desk is { View.CanSettle: true, Current.Comment: { Comment: { EnteredById: not null, AuthorId: null }, Settlement: { ToldAt: not null, AgendaItemId: null, Answer: null } } };

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Round(RoundId)];

    protected override async Task OnParametersSetAsync()
    {
        var filter = SettlementAddress.FilterOf(Show, Kind, Outcome, Item, Organisation, Q);
        var now = new SettlementAddress(RoundId, filter, SettlementAddress.NumberOf(Comment), (int?)SettlementAddress.NumberOf(Page) is > 0 and { } page ? page : null);
        var isOther = now != asked;
        if (asked is not null && filter != asked.Filter)
            currentId = now.CommentId == asked.CommentId ? null : now.CommentId;
        else
            currentId = now.CommentId ?? currentId;
        asked = now;
        var isFirst = !IsLoaded;
        await base.OnParametersSetAsync();
        if (isOther && !isFirst)
            await ReloadAsync();
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var named = currentId;
        var read = (await Service.TakeUpAsync(Me, RoundId, asked!.Filter, named, asked.Page, cancellationToken)).Value;
        var taken = read?.Current;
        var seen = taken?.Item is null ? null : (await Service.PreviewAsync(Me, taken.Comment.Comment.Id, null, cancellationToken)).Value;
        // Meanwhile another comment may have been asked for, which is loaded next.
        if (named != currentId)
            return;
        (desk, preview) = (read, seen);
        if (desk is null)
            return;
        Current.Enter(desk.View.Info.Round.GroupId);
        isGone = named is not null && taken?.Comment.Comment.Id != named;
        currentId = taken?.Comment.Comment.Id;
        if (taken is not null)
            Follow(taken);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isTitleDue)
        {
            isTitleDue = false;
            await title.FocusAsync();
        }
        if (focusFor is null || focusFor != desk?.Current?.Comment.Comment.Id)
            return;
        focusFor = null;
        await heading.FocusAsync();
    }

    private void Follow(SettlementCurrent current)
    {
        var id = current.Comment.Comment.Id;
        foreach (var (other, draft) in drafts)
        {
            if (other != id && !draft.IsTouched)
                drafts.Remove(other);
        }
        if (!drafts.TryGetValue(id, out var mine))
            drafts[id] = mine = new();
        mine.Follow(current.Comment.Settlement);
        mine.Alike.IntersectWith(current.Alike.Select(c => c.Comment.Id));
    }

    private async Task<Refusal?> SaveAsync()
    {
        var (id, draft) = (currentId!.Value, Draft);
        var (known, looked) = (draft.Known, Time.GetUtcNow());
        await ReloadAsync();
        if (currentId != id || desk?.Current is not { } current)
            return Refusal.NotFound;
        var refusal = draft.Known != known && current.Comment.Settlement is { } faster
            ? new("RoundSettlementOvertaken", current.Comment.SettledBy ?? "", T["Outcome_" + faster.Outcome].Value)
            : await SettleAsync(current, draft, looked);
        // The form is told what was read anew.
        StateHasChanged();
        return refusal;
    }

    private async Task<Refusal?> SettleAsync(SettlementCurrent current, DecisionDraft draft, DateTimeOffset looked)
    {
        if (draft.Decide(current.Comment.Comment.ProposedWording is not null, preview) is not { } decision)
            return new("RoundOutcomeMissing");
        var id = current.Comment.Comment.Id;
        var refusal = (await Settling.SettleAsync(Me, [id, .. draft.Alike], decision with { LookedAt = looked })).Refusal;
        if (refusal is { Code: "RoundSettlementOvertaken", Arguments: [var who, SettlementOutcome outcome] })
            refusal = new(refusal.Code, who, T["Outcome_" + outcome].Value);
        if (refusal is null)
            drafts.Remove(id);
        await ReloadAsync();
        if (refusal is null)
            GoOn(id, current, decision.Outcome);
        return refusal;
    }

    /// <summary>Says what was saved and takes up the next that waits.</summary>
    private void GoOn(long id, SettlementCurrent settled, SettlementOutcome outcome)
    {
        var words = S["Saved", settled.Item?.Citation ?? T["WholeDocument"], settled.Comment.Comment.Party, T["Outcome_" + outcome]];
        if (desk?.Current?.NextUnsettled is { } next)
        {
            saved = (words, id);
            focusFor = next;
            Navigation.NavigateTo(Address.To(next).Href);
        }
        else
            saved = ($"{words} {S["NothingWaits"]}", id);
    }

    private Task StepDoneAsync()
    {
        isTitleDue = true;
        return ReloadAsync();
    }
}
