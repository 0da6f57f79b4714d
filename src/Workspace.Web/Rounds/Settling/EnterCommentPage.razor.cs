using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.People;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Settling;

/// <summary>Comments that came otherwise, entered one after another for whom they are of (R29).</summary>
public sealed partial class EnterCommentPage
{
    private const int GistLength = 70;

    private RoundView? view;
    private ElementReference title;
    private SentComment? entered;
    private PersonChoice? person;
    private OrganisationChoice? organisation;
    private string name = "", wording = "", reason = "", time = "";
    private string draftId = NewDraftId();
    private CommentKind kind;
    private DateOnly? day;
    private long itemId;
    private bool isTitleDue;

    [Parameter]
    public long RoundId { get; set; }

    [Inject]
    private RoundService Service { get; set; } = null!;

    [Inject]
    private EnteredCommentService Entering { get; set; } = null!;

    [Inject]
    private CurrentGroup Current { get; set; } = null!;

    [Inject]
    private IStringLocalizer<SettlingStrings> S { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RoundStrings> T { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalStrings> R { get; set; } = null!;

    private string Zone => view!.Info.TimeZone;

    /// <summary>Null for the whole document.</summary>
    private RoundItem? Item => view!.Items.FirstOrDefault(i => i.Id == itemId);

    private IReadOnlyList<(long, string)> Items => [(0, T["WholeDocument"]), .. view!.Items.Select(i => (i.Id, $"{i.Citation} {Excerpt.Of(i.Wording, GistLength)}"))];

    private IReadOnlyList<(CommentKind, string)> Kinds => [.. Enum.GetValues<CommentKind>().Select(k => (k, T["Kind_" + k].Value))];

    private RenderFragment Leave => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "class", "btn quiet");
        builder.AddAttribute(2, "href", $"/rounds/{RoundId}/settlement");
        builder.AddContent(3, S["BackToSettling"]);
        builder.CloseElement();
    };

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Round(RoundId)];

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        view = (await Service.ReadAsync(Me, RoundId, cancellationToken)).Value is { CanLead: true } found ? found : null;
        if (view is not null)
            Current.Enter(view.Round.GroupId);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isTitleDue)
            return;
        isTitleDue = false;
        await title.FocusAsync();
    }

    private static string NewDraftId() => Guid.NewGuid().ToString("N");

    private static string Plain(string text) => text.ReplaceLineEndings("\n");

    /// <summary>The wording to edit is the item's, unless another was already written.</summary>
    private void ChooseItem(long chosen)
    {
        var isUntouched = wording.Length == 0 || Plain(wording) == Item?.Wording;
        itemId = chosen;
        if (isUntouched)
            wording = Item?.Wording ?? "";
    }

    private async Task<Refusal?> SaveAsync()
    {
        // The form calls this, and what stands around it is not its own to show anew.
        entered = null;
        StateHasChanged();
        DateTimeOffset? arrived = null;
        if (day is not null || time.Length > 0)
        {
            if (day is not { } date || !TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out var clock))
                return new("RoundArrivalIncomplete");
            arrived = date.At(clock, Zone);
        }
        var input = new CommentInput(draftId) { Kind = kind, ProposedWording = Item is null ? null : wording, Reason = reason };
        var sent = await Entering.EnterAsync(Me, RoundId, Item?.Id, input, new(person?.Id, organisation?.Id, person is null ? name : "", arrived));
        if (sent.Refusal is { } refusal)
            return refusal;
        // Whose it is and when it came stay: a letter mostly brings several.
        (entered, draftId, itemId, wording, reason) = (sent.Value, NewDraftId(), 0, "", "");
        (kind, isTitleDue) = (CommentKind.Advisory, true);
        StateHasChanged();
        return null;
    }
}
