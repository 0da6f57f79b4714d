using Microsoft.AspNetCore.Components;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings;

/// <summary>The agenda for who prepares it: add, edit, paste, move, remove and restore; for others a list to read.</summary>
public sealed partial class AgendaEditor
{
    private readonly Dictionary<long, AgendaRow?> rows = [];
    private MeetingRoomView? view;
    private Form form;
    private long formItem, dragged;
    private Refusal? refusal, formRefusal;
    private AgendaItemDetails? seen;
    private string? message;
    private long? undoId;
    private List<DraftLine> pasted = [];
    private ElementReference undoButton;
    private Func<ValueTask>? focus;

    private enum Form { None, New, NewInner, Edit, Paste }

    [Parameter, EditorRequired]
    public long MeetingId { get; set; }

    [Inject]
    private MeetingService Meetings { get; set; } = null!;

    [Inject]
    private AgendaService Agenda { get; set; } = null!;

    [Inject]
    private AgendaProposalService Proposals { get; set; } = null!;

    private bool CanEdit => view is { CanPrepare: true };

    private string PlannedText
    {
        get
        {
            var sum = view!.Room.Agenda.Sum(item => item.Details.PlannedMinutes ?? 0);
            var length = (int)(view.Room.Meeting.EndsAt - view.Room.Meeting.StartsAt).TotalMinutes;
            return sum == 0 ? S["PlannedNone"] : S[sum > length ? "PlannedOver" : "PlannedSum", sum, length];
        }
    }

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Meeting(MeetingId)];

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        view = (await Meetings.RoomAsync(Me, MeetingId, cancellationToken)).Value;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focus is not { } move)
            return;
        focus = null;
        await move();
    }

    private List<RoomItem> Siblings(RoomItem item) => [.. view!.Room.Agenda.Where(other => other.ParentId == item.ParentId)];

    private void Open(Form next, long item = 0)
    {
        (form, formItem, formRefusal, pasted) = (form == next && formItem == item ? Form.None : next, item, null, []);
        (refusal, message, undoId) = (null, null, null);
        seen = form == Form.Edit ? DetailsOf(item) : null;
    }

    private AgendaItemDetails? DetailsOf(long item) => view!.Room.Agenda.FirstOrDefault(i => i.Id == item)?.Details;

    private void CloseEdit()
    {
        var item = formItem;
        Open(Form.None);
        focus = () => rows.GetValueOrDefault(item)?.FocusEditAsync() ?? ValueTask.CompletedTask;
    }

    private void TakePasted(IReadOnlyList<AgendaDraft> drafts) => pasted = [.. drafts.Select(DraftLine.Of)];

    private async Task AddAsync(long? parentId, AgendaItemDetails details)
    {
        var outcome = await Agenda.AddAsync(Me, MeetingId, parentId, details);
        formRefusal = outcome.Refusal;
        if (outcome.IsDone)
            await EndAsync(null, S["ItemAdded", details.Title.Trim()]);
    }

    private async Task EditAsync(long itemId, AgendaItemDetails details)
    {
        formRefusal = (await Agenda.EditAsync(Me, itemId, details, seen)).Refusal;
        if (formRefusal == Refusal.Conflict)
        {
            // Saving once more is then done in knowledge of what the form shows to be stored now.
            await ReloadAsync();
            seen = DetailsOf(itemId);
        }
        if (formRefusal is not null)
            return;
        CloseEdit();
        await EndAsync(null, S["ItemSaved", details.Title.Trim()]);
    }

    private async Task AddPastedAsync()
    {
        AgendaDraft[] drafts = [.. pasted.Where(line => !string.IsNullOrWhiteSpace(line.Title)).Select(line => line.Draft)];
        var outcome = await Agenda.AddAllAsync(Me, MeetingId, drafts);
        if (outcome.IsDone)
            await EndAsync(null, S.Count("ItemsAdded", drafts.Length));
        else
            refusal = outcome.Refusal;
    }

    /// <summary>Adds those standing items that are not on the agenda yet.</summary>
    private async Task AddStandingAsync()
    {
        Open(Form.None);
        var standing = await Proposals.StandingAsync(Me, view!.Room.Meeting.GroupId);
        var there = view.Room.Agenda.Select(item => SearchText.Fold(item.Title)).ToHashSet();
        AgendaDraft[] missing = [.. (standing.Value ?? []).Where(draft => !there.Contains(SearchText.Fold(draft.Title)))];
        var refused = standing.Refusal ?? (missing.Length == 0 ? null : (await Agenda.AddAllAsync(Me, MeetingId, missing)).Refusal);
        await EndAsync(refused, missing.Length == 0 ? S["NoStanding"] : S.Count("ItemsAdded", missing.Length));
    }

    private async Task RemoveAsync(RoomItem item)
    {
        await EndAsync((await Agenda.RemoveAsync(Me, item.Id)).Refusal, S["ItemRemoved", item.Title]);
        if (refusal is not null)
            return;
        undoId = item.Id;
        focus = () => undoButton.FocusAsync();
    }

    private async Task RestoreAsync(long itemId)
    {
        var title = view!.Room.Removed.FirstOrDefault(item => item.Id == itemId)?.Title;
        await EndAsync((await Agenda.RestoreAsync(Me, itemId)).Refusal, S["ItemRestored", title ?? ""]);
        focus = () => rows.GetValueOrDefault(itemId)?.FocusEditAsync() ?? ValueTask.CompletedTask;
    }

    private async Task StepAsync(RoomItem item, AgendaStep step)
    {
        await MovedAsync(item, await Agenda.StepAsync(Me, item.Id, step));
        focus = () => rows.GetValueOrDefault(item.Id)?.FocusAsync(step) ?? ValueTask.CompletedTask;
    }

    private async Task DropAsync(AgendaDrop drop)
    {
        var item = view!.Room.Agenda.FirstOrDefault(other => other.Id == dragged);
        dragged = 0;
        if (item is not null)
            await MovedAsync(item, await Agenda.MoveAsync(Me, item.Id, drop.ParentId, drop.Position));
    }

    private Task MovedAsync(RoomItem item, Outcome<string> outcome) => EndAsync(outcome.Refusal, S["Moved", item.Title, outcome.Value ?? ""]);

    private async Task EndAsync(Refusal? refused, string done)
    {
        Open(Form.None);
        refusal = refused;
        message = refused is null ? done : null;
        await ReloadAsync();
    }
}
