using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Rounds.Comments;

public sealed partial class CommentComposer : IDisposable
{
    private CommentDraft? watched;
    private long? stored;
    private string? fieldDue;
    private bool isSending, isUnsent;

    [Parameter, EditorRequired]
    public CommentDraft Draft { get; set; } = null!;

    /// <summary>Null for the whole document.</summary>
    [Parameter]
    public RoundItem? Item { get; set; }

    /// <summary>For which organisation the comment will be.</summary>
    [Parameter]
    public string? Organisation { get; set; }

    [Parameter]
    public bool CanMarkEssential { get; set; }

    /// <summary>The deadline has passed: what is sent now is marked so.</summary>
    [Parameter]
    public bool IsLate { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Deadline { get; set; }

    [Parameter, EditorRequired]
    public string TimeZone { get; set; } = "";

    /// <summary>Under which name the browser keeps what is typed.</summary>
    [Parameter, EditorRequired]
    public string Owner { get; set; } = "";

    [Parameter, EditorRequired]
    public RoundScript Script { get; set; } = null!;

    /// <summary>It has just been begun: the caret goes to where one writes.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    /// <summary>It is stored for the first time.</summary>
    [Parameter]
    public EventCallback Stored { get; set; }

    [Parameter]
    public EventCallback<SentComment> Sent { get; set; }

    [Parameter]
    public EventCallback Dropped { get; set; }

    /// <summary>The deadline passed while this was written.</summary>
    [Parameter]
    public EventCallback Passed { get; set; }

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RoundStrings> Words { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RoundPageStrings> S { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalStrings> R { get; set; } = null!;

    private bool IsRunning => RendererInfo.IsInteractive;

    private string? Quotation => Draft.Passage is { } passage && Item is not null ? CommentCheck.Quotation(Item.Wording, passage) : null;

    private string StateText => Draft.State switch
    {
        DraftState.Saving => S["Saving"],
        DraftState.Saved => S["SavedAt", Draft.SavedAt!.Value.In(TimeZone)],
        DraftState.Failed => S["Unsaved"],
        DraftState.Unsaved => S["NotYetSaved"],
        _ => "",
    };

    protected override void OnParametersSet()
    {
        if (watched == Draft)
            return;
        if (watched is not null)
            watched.Changed -= Follow;
        (watched, stored) = (Draft, Draft.CommentId);
        Draft.Changed += Follow;
        fieldDue = TakesFocus ? "reason" : null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (fieldDue is not { } field)
            return;
        fieldDue = null;
        await Script.FocusAsync(Id(field), field == "wording" ? Draft.Passage : null);
    }

    private string Id(string part) => $"{part}-{Draft.DraftId}";

    private void Follow()
    {
        var isNew = Draft.State == DraftState.Saved && stored != Draft.CommentId;
        stored = Draft.CommentId;
        StateHasChanged();
        if (Draft.State == DraftState.Saved)
            _ = Script.KeptAsync(Owner, Draft.Input);
        if (isNew)
            _ = Stored.InvokeAsync();
    }

    private Task ChooseAsync(CommentKind kind)
    {
        Draft.Kind = kind;
        return Draft.SaveNowAsync();
    }

    private Task LeavePassageAsync()
    {
        (Draft.Passage, fieldDue) = (null, "reason");
        return Draft.SaveNowAsync();
    }

    private void Turn(string field) => fieldDue = field;

    private async Task SubmitAsync()
    {
        // Between the last drawing and the click the deadline may have passed: that is said first.
        if (IsLate || isSending)
            return;
        if (Time.GetUtcNow() >= Deadline)
            await Passed.InvokeAsync();
        else
            await SendAsync();
    }

    private async Task<Refusal?> SendLateAsync()
    {
        await SendAsync();
        return null;
    }

    private async Task SendAsync()
    {
        if (isSending)
            return;
        (isSending, isUnsent) = (true, false);
        var sent = await Draft.SendAsync();
        (isSending, isUnsent) = (false, sent is null);
        if (sent is { IsDone: true, Value: { } comment })
        {
            await Script.ForgetAsync(Owner, Draft.DraftId);
            await Sent.InvokeAsync(comment);
        }
        else if (Draft.Refusal is { } refusal)
        {
            fieldDue = FieldOf(refusal);
        }
    }

    private async Task<Refusal?> DropAsync()
    {
        if (await Draft.DropAsync() is { } refusal)
            return refusal;
        await Script.ForgetAsync(Owner, Draft.DraftId);
        await Dropped.InvokeAsync();
        return null;
    }

    private static string? FieldOf(Refusal refusal) => refusal.Code switch
    {
        "RoundEssentialReason" or "RoundCommentEmpty" or "RoundCommentReasonTooLong" => "reason",
        "RoundCommentWordingTooLong" => "wording",
        "RoundEssentialByMembers" => "kind",
        _ => null,
    };

    private Refusal? Error(string field) => Draft.Refusal is { } refusal && Draft.State != DraftState.Failed && FieldOf(refusal) == field ? refusal : null;

    private string? Invalid(string field) => Error(field) is null ? null : "true";

    private string? Described(string field) => Error(field) is null ? null : Id($"{field}-error");

    public void Dispose()
    {
        if (watched is not null)
            watched.Changed -= Follow;
    }
}
