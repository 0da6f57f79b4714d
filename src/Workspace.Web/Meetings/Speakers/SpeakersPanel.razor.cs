using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Meetings.Speakers;

public partial class SpeakersPanel
{
    private ElementReference heading;
    private SpeakerListView? view;
    private Refusal? refusal;
    private bool hasMovedOn;

    [Parameter, EditorRequired]
    public MeetingRoom Room { get; set; } = null!;

    /// <summary>Whether the reader writes the minutes, and so may put the speaker's name there.</summary>
    [Parameter]
    public bool CanWrite { get; set; }

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Speakers(Room.Meeting.Id), LiveTopic.Meeting(Room.Meeting.Id)];

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        view = (await Speakers.ListAsync(Me, Room.Meeting.Id, cancellationToken)).Value;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!hasMovedOn || view is null)
            return;
        // The button that was clicked is gone.
        hasMovedOn = false;
        await heading.FocusAsync();
    }

    private bool IsIdle(SpeakerList list) => !list.IsSpeaking(Me) && list.WaitingOf(Me) is null;

    private TimeSpan Elapsed(DateTimeOffset since) => Time.GetUtcNow() is var now && now > since ? now - since : TimeSpan.Zero;

    private string? NoteOf(SpeakerLine line) => line.ItemId is null || line.ItemId == Room.Meeting.CurrentItemId ? null
        : Room.Agenda.FirstOrDefault(item => item.Id == line.ItemId) is { } item ? S["OfItem", item.Number].Value
        : S["OfRemovedItem"].Value;

    /// <summary>One button, so that the focus stays where it is whatever its turn.</summary>
    private Task ActAsync(MouseEventArgs click)
    {
        if (view is not { List: var list } || click.Detail > 1)
            return Task.CompletedTask;
        return DoAsync(list.IsSpeaking(Me) ? Speakers.EndAsync(Me, list.Speaking!.RequestId)
            : list.WaitingOf(Me) is { } own ? Speakers.WithdrawAsync(Me, own.RequestId)
            : Speakers.AskAsync(Me, Room.Meeting.Id));
    }

    /// <summary>The second click of a double click would meet whoever has moved up to that place.</summary>
    private Task GiveAsync(SpeakerLine line, MouseEventArgs click) => click.Detail > 1
        ? Task.CompletedTask
        : DoAsync(Speakers.GiveAsync(Me, line.RequestId, view?.List.Speaking?.RequestId), isMovingOn: true);

    private Task AskForAsync(PresentSpeaker present) => DoAsync(present.PersonId is { } personId
        ? Speakers.AskForAsync(Me, Room.Meeting.Id, personId)
        : Speakers.AskForGuestAsync(Me, Room.Meeting.Id, present.EntryId!.Value));

    private async Task DoAsync(Task<Outcome> step, bool isMovingOn = false)
    {
        refusal = (await step).Refusal;
        hasMovedOn = isMovingOn && refusal is null;
        await ReloadAsync();
    }
}
