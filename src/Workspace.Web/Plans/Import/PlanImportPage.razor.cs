using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.Plans.Import.Reading;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import;

/// <summary>Choose a file or paste a table, look at what was understood and correct it, save, take back.</summary>
public sealed partial class PlanImportPage
{
    private PlanInfo? plan;
    private BodyDirectory? directory;
    private ImportDraft? draft;
    private Refusal? refusal;
    private string? busy;
    private long? saved;
    private int savedItems;
    private bool isUndone, isFocusDue;
    private CancellationTokenSource? cancel;
    private ElementReference heading;

    [Parameter]
    public long PlanId { get; set; }

    [Inject]
    private PlanService Plans { get; set; } = null!;

    [Inject]
    private PlanImportService Service { get; set; } = null!;

    [Inject]
    private CurrentGroup Current { get; set; } = null!;

    [Inject]
    private IStringLocalizer<ImportStrings> S { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalStrings> R { get; set; } = null!;

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Plan(PlanId), LiveTopic.Directory];

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        plan = (await Plans.FindAsync(Me, PlanId, cancellationToken)).Value is { CanManage: true } view ? view.Content.Plan : null;
        directory = (await Service.DirectoryAsync(Me, PlanId, cancellationToken)).Value;
        if (plan is not null)
            Current.Enter(plan.GroupId);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isFocusDue)
            return;
        isFocusDue = false;
        await heading.FocusAsync();
    }

    private Task ReadFileAsync(IBrowserFile file) => ReadAsync(file.Name, async token =>
    {
        if (file.Size > ImportLimits.Bytes)
            return new Refusal("ImportTooLarge", ImportLimits.Bytes / (1024 * 1024));
        await using var content = file.OpenReadStream(ImportLimits.Bytes, token);
        return await Service.ReadAsync(Me, PlanId, content, Rows, token);
    });

    private Task ReadTableAsync(string html) => ReadAsync("", token => Service.ReadPastedAsync(Me, PlanId, html, null, token));

    private Task ReadTextAsync(string text) => ReadAsync("", token => Service.ReadPastedAsync(Me, PlanId, null, text, token));

    private Progress<int> Rows => new(rows => InvokeAsync(() =>
    {
        if (busy is null)
            return;
        busy = S.Count("ReadRows", rows);
        StateHasChanged();
    }));

    private Task ReadAsync(string source, Func<CancellationToken, Task<Outcome<ReadPlan>>> read) => WorkAsync(S["Reading"], async token =>
    {
        var outcome = await read(token);
        refusal = outcome.Refusal;
        if (outcome.Value is { } understood)
            draft = new(understood, source);
    });

    private Task SaveAsync() => WorkAsync(S["Saving"], async token =>
    {
        var plan = draft!.Plan;
        var done = 0;
        var progress = new Progress<int>(items => InvokeAsync(() =>
        {
            if (busy is null)
                return;
            busy = S["SavedItems", done += items, plan.Items.Count];
            StateHasChanged();
        }));
        var outcome = await Service.SaveAsync(Me, PlanId, plan, progress, token);
        refusal = outcome.Refusal;
        if (!outcome.IsDone)
            return;
        (saved, savedItems, draft) = (outcome.Value, plan.Items.Count, null);
    });

    /// <summary>One thing at a time; it can be broken off.</summary>
    private async Task WorkAsync(string what, Func<CancellationToken, Task> work)
    {
        if (busy is not null)
            return;
        (busy, refusal, saved, isUndone) = (what, null, null, false);
        cancel = new();
        try
        {
            await work(cancel.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            refusal = new("ImportCancelled");
        }
        catch (IOException)
        {
            // The browser stopped sending, for instance because the file was moved meanwhile.
            refusal = new("ImportBroken");
        }
        finally
        {
            cancel.Dispose();
            (cancel, busy, isFocusDue) = (null, null, true);
        }
    }

    private async Task UndoAsync(long import)
    {
        refusal = (await Service.UndoAsync(Me, import)).Refusal;
        if (refusal is null)
            (saved, isUndone, isFocusDue) = (null, true, true);
    }

    private void Leave() => (draft, refusal, isFocusDue) = (null, null, true);
}
