using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.People.Fields;
using Workspace.Web.Texts.Blocks;
using Workspace.Web.Votes.Minuted;

namespace Workspace.Web.Texts.History;

public sealed partial class HistoryPage
{
    private const int LongestPlay = 60_000;
    private static readonly (int Least, int Most) Pace = (150, 1_200);

    private HistoryView? view;
    private HistoryWording? wording;
    private TextVersion? shown;
    private VersionComparison? comparison;
    private IReadOnlyList<FormattedLine> lines = [];
    private Func<BlockLine, string>? labels;
    private (long TextId, long? At, long? From, long? To) loadedFor;
    private int index;
    private int? wanted;
    private bool isPlaying, isFollowDue;
    private string? notice;
    private string restoreId = NewId();
    private ElementReference paper;
    private IJSObjectReference? module;

    [Inject]
    private TextHistoryService History { get; set; } = null!;

    [Inject]
    private BlockLabels Labels { get; set; } = null!;

    [Inject]
    private CurrentGroup Group { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime JS { get; set; } = null!;

    [Inject]
    private IStringLocalizer<HistoryStrings> S { get; set; } = null!;

    [Parameter]
    public long TextId { get; set; }

    /// <summary>The version shown; the newest without it.</summary>
    [SupplyParameterFromQuery]
    public long? At { get; set; }

    [SupplyParameterFromQuery]
    public long? From { get; set; }

    [SupplyParameterFromQuery]
    public long? To { get; set; }

    private bool IsComparing => From is not null || To is not null;

    private string CompareAddress => AddressOf(index > 0 && shown is not null && shown.Version < view!.Version ? shown.Version : 0, view!.Version);

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Text(TextId), LiveTopic.Person(Me), .. view is null ? [] : new[] { LiveTopic.Group(view.Subject.GroupId) }];

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (loadedFor != (TextId, At, From, To))
            await ReloadAsync();
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        loadedFor = (TextId, At, From, To);
        view = (await History.OpenAsync(Me, TextId, cancellationToken)).Value;
        if (view is null)
            return;
        Group.Enter(view.Subject.GroupId);
        labels = await Labels.OfTextAsync(TextId, cancellationToken);
        wording = new(S, view.Names, view.Subject.TimeZone);
        if (IsComparing)
        {
            isPlaying = false;
            comparison = (await History.CompareAsync(Me, TextId, From ?? 0, To ?? view.Version, cancellationToken)).Value;
            lines = FormattedLines.Of(comparison?.Pieces.Select(piece => new Passage(piece.Text, piece.Kind, piece.AuthorId, piece.At)) ?? [], labels);
            view = comparison is null ? null : view;
            return;
        }
        comparison = null;
        var version = At ?? view.Version;
        index = IndexOf(version);
        await ShowAsync(version, cancellationToken);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isFollowDue)
            return;
        isFollowDue = false;
        try
        {
            module ??= await JS.InvokeAsync<IJSObjectReference>("import", "/" + Assets["js/history.js"]);
            await module.InvokeVoidAsync("follow", paper);
        }
        catch (JSDisconnectedException)
        {
        }
    }

    protected override void Dispose(bool disposing)
    {
        isPlaying = false;
        base.Dispose(disposing);
    }

    private async Task ShowAsync(long version, CancellationToken cancellationToken)
    {
        var before = index > 0 ? view!.Steps[index - 1].Version : 0;
        shown = (await History.AtAsync(Me, TextId, version, before, cancellationToken)).Value;
        lines = FormattedLines.Of(shown?.Pieces.Select(piece => new Passage(piece.Text, Difference.Same, piece.AuthorId, piece.At, piece.IsNew)) ?? [], labels);
        view = shown is null ? null : view;
    }

    /// <summary>While one version is being read, the slider may move on; only where it has come to is read then.</summary>
    private async Task MoveAsync(int to)
    {
        var isMoving = wanted is not null;
        wanted = to;
        if (isMoving)
            return;
        while (wanted is { } next && view is not null)
        {
            index = Math.Clamp(next, 0, view.Steps.Count - 1);
            await ShowAsync(view.Steps[index].Version, CancellationToken.None);
            isFollowDue = true;
            if (wanted == next)
                wanted = null;
        }
        wanted = null;
    }

    private Task SlideAsync(ChangeEventArgs change)
    {
        isPlaying = false;
        return int.TryParse((string?)change.Value, CultureInfo.InvariantCulture, out var to) ? MoveAsync(to) : Task.CompletedTask;
    }

    private async Task MoveByHandAsync(int to)
    {
        isPlaying = false;
        await MoveAsync(to);
        Settle();
    }

    /// <summary>The address becomes that of the moment where the slider came to rest.</summary>
    private void Settle()
    {
        if (view is null || IsComparing)
            return;
        At = view.Steps[index].Version;
        loadedFor = (TextId, At, From, To);
        Navigation.NavigateTo(AddressOf(At.Value), replace: true);
    }

    private async Task PlayOrPause()
    {
        isPlaying = !isPlaying;
        if (!isPlaying || view is null)
            return;
        if (index == view.Steps.Count - 1)
            await MoveAsync(0);
        var pace = Math.Clamp(LongestPlay / view.Steps.Count, Pace.Least, Pace.Most);
        while (isPlaying && view is not null && index < view.Steps.Count - 1)
        {
            StateHasChanged();
            await Task.Delay(pace);
            if (isPlaying)
                await MoveAsync(index + 1);
        }
        if (isPlaying)
            Settle();
        isPlaying = false;
    }

    private async Task<Refusal?> RestoreAsync(long version)
    {
        var outcome = await History.RestoreAsync(Me, TextId, version, restoreId);
        if (outcome.Refusal is { } refusal)
            return refusal;
        restoreId = NewId();
        notice = S["Restored"];
        (At, From, To) = (null, null, null);
        await ReloadAsync();
        Navigation.NavigateTo($"/texts/{TextId}/history");
        return null;
    }

    private void Compare(long from, long to) => Navigation.NavigateTo(AddressOf(from, to));

    private string AddressOf(long version) => string.Create(CultureInfo.InvariantCulture, $"/texts/{TextId}/history?at={version}");

    private string AddressOf(long from, long to) => string.Create(CultureInfo.InvariantCulture, $"/texts/{TextId}/history?from={from}&to={to}");

    private int IndexOf(long version)
    {
        var found = view!.Steps.Count - 1;
        while (found > 0 && view.Steps[found - 1].Version >= version)
            found--;
        return found;
    }

    /// <summary>The named moments as versions, with beginning and end.</summary>
    private IEnumerable<(long Version, string Name)> Named() =>
        [(0, S["Beginning"]), .. view!.Moments.Where(moment => moment.Version > 0 && moment.Version < view.Version).Select(moment => (moment.Version, NameOf(moment))), (view.Version, S["Now"])];

    /// <summary>The steps, and the version that a permalink named although no step ends there.</summary>
    private IEnumerable<HistoryStep> StepsWith(long version)
    {
        var last = version == comparison!.From ? comparison.FromLast : comparison.ToLast;
        var steps = view!.Steps.Where(step => step.Version > 0);
        return last is not { } stroke || view.Steps.Any(step => step.Version == version)
            ? steps
            : steps.Append(new(stroke.Version, stroke.AuthorId, stroke.At)).OrderBy(step => step.Version);
    }

    private string NameOf(HistoryMoment moment) => S["MomentAt", S[$"Moment_{moment.Kind}"], wording!.TimeOf(moment.At, "MinuteFormat")];

    private string Told() => shown?.Last is { } last ? wording!.WhoAndWhen(last.AuthorId, last.At) : S["Beginning"];

    /// <summary>Where on the slider a moment lies, in percent.</summary>
    private string PlaceOf(HistoryMoment moment) =>
        (100.0 * IndexOf(moment.Version) / Math.Max(1, view!.Steps.Count - 1)).ToString("0.##", CultureInfo.InvariantCulture);

    private string Summary()
    {
        var (added, removed) = (comparison!.Words.Sum(count => count.Added), comparison.Words.Sum(count => count.Removed));
        return comparison.Pieces.All(piece => piece.Kind == Difference.Same) ? S["NoDifference"]
            : added + removed == 0 ? S["OnlySigns"]
            : $"{(added > 0 ? S.Count("WordsAdded", added) : "")} {(removed > 0 ? S.Count("WordsRemoved", removed) : "")}".Trim();
    }

    private static long VersionOf(ChangeEventArgs change) =>
        long.TryParse((string?)change.Value, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static string NewId() => $"r{Guid.NewGuid():N}"[..32];

    private RenderFragment RestoreButton(long version, Stroke? last, string label) => builder =>
    {
        if (view is not { CanRestore: true } || version == view.Version)
            return;
        builder.OpenComponent<ConfirmButton>(0);
        builder.SetKey(version);
        builder.AddAttribute(1, nameof(ConfirmButton.Label), label);
        builder.AddAttribute(2, nameof(ConfirmButton.Question), S["RestoreQuestion", last is { } stroke ? wording!.TimeOf(stroke.At) : S["Beginning"]].Value);
        builder.AddAttribute(3, nameof(ConfirmButton.Confirmed), (Func<Task<Refusal?>>)(() => RestoreAsync(version)));
        builder.CloseComponent();
    };
}
