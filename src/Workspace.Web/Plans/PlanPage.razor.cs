using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.Plans.Import;

namespace Workspace.Web.Plans;

/// <summary>A plan to read and to find in; what is looked for stands in the address.</summary>
public sealed partial class PlanPage
{
    private const int MostRemovedShown = 100;
    private WholePlan? view;
    private IReadOnlySet<long> shown = new HashSet<long>();
    private Refusal? refusal;

    [Parameter]
    public long PlanId { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Q { get; set; }

    [SupplyParameterFromQuery(Name = "owner")]
    private string? Owner { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [Inject]
    private PlanService Service { get; set; } = null!;

    [Inject]
    private PlanItemService Items { get; set; } = null!;

    [Inject]
    private PlanImportService ImportService { get; set; } = null!;

    [Inject]
    private CurrentGroup Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IStringLocalizer<PlanStrings> S { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalStrings> R { get; set; } = null!;

    private bool IsOwnerless => Show == "ownerless";

    private bool IsFiltered => IsOwnerless || !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Owner);

    private int Ownerless => view!.Content.Items.Count(item => !item.Owners.Any());

    private IReadOnlyList<(string, string)> Owners =>
    [
        ("", S["AllOwners"]),
        .. view!.Content.Items.SelectMany(item => item.Owners).Select(body => body.Name).Distinct().Order(People.CzechOrder.Names).Select(name => (name, name)),
    ];

    /// <summary>Areas with what is shown of them; without a filter the empty ones too.</summary>
    private IEnumerable<(ContentArea? Area, IReadOnlyList<ContentItem> Items)> Parts => view!.Content.Areas.Select(area => (ContentArea?)area).Prepend(null)
        .Select(area => (area, (IReadOnlyList<ContentItem>)[.. view.Content.ItemsOf(area?.Id).Where(item => shown.Contains(item.Id))]))
        .Where(part => part.Item2.Count > 0 || (part.area is not null && !IsFiltered));

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Plan(PlanId), LiveTopic.Wordings(PlanId), LiveTopic.Directory];

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        Filter();
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        view = (await Service.ReadAsync(Me, PlanId, cancellationToken)).Value;
        if (view is not null)
            Current.Enter(view.Content.Plan.GroupId);
        Filter();
    }

    private void Filter()
    {
        if (view is null)
            return;
        var words = SearchText.Fold(Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        shown = view.Content.Items.Where(item => (!IsOwnerless || !item.Owners.Any())
                && (string.IsNullOrEmpty(Owner) || item.Owners.Any(body => body.Name == Owner))
                && IsAbout(item, words))
            .Select(item => item.Id).ToHashSet();
    }

    private bool IsAbout(ContentItem item, string[] words)
    {
        if (words.Length == 0)
            return true;
        var text = SearchText.Fold(string.Join(' ', [item.Citation, view!.Wordings.GetValueOrDefault(item.TextId, ""), item.Details.Indicator, item.Details.Deadline.Text, .. item.Bodies.Select(body => body.Name)]));
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }

    private string With(string name, object? value) => Navigation.GetUriWithQueryParameter(name, value?.ToString());

    private void Go(string name, object? value) => Navigation.NavigateTo(With(name, value), replace: true);

    private async Task RestoreAsync(long itemId) => refusal = (await Items.RestoreItemAsync(Me, itemId)).Refusal;
}
