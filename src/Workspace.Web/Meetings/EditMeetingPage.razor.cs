using Microsoft.AspNetCore.Components;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;

namespace Workspace.Web.Meetings;

public sealed partial class EditMeetingPage
{
    private MeetingRoomView? view;
    private MeetingInput input = new();
    private MeetingDetails? seen;
    private long inputOf;
    private Refusal? refusal;
    private bool isSaved, isAsking;

    [Parameter]
    public long MeetingId { get; set; }

    [Inject]
    private MeetingService Meetings { get; set; } = null!;

    [Inject]
    private CurrentGroup Current { get; set; } = null!;

    private MeetingInfo? Meeting => view?.Room.Meeting;

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Meeting(MeetingId)];

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        view = (await Meetings.RoomAsync(Me, MeetingId, cancellationToken)).Value;
        if (Meeting is null)
            return;
        Current.Enter(Meeting.GroupId);
        // What is being typed stays, whatever others change meanwhile.
        if (inputOf != MeetingId)
            (input, inputOf, seen) = (MeetingInput.Of(Meeting), MeetingId, MeetingDetails.Of(Meeting));
    }

    private async Task SaveAsync()
    {
        var details = input.Read(Meeting!.TimeZone);
        refusal = details.Value is { } read ? (await Meetings.EditAsync(Me, MeetingId, read, seen)).Refusal : details.Refusal;
        isSaved = refusal is null;
        await ReloadAsync();
        // Saving once more is then done in knowledge of what the page shows to be stored now.
        if ((isSaved || refusal == Refusal.Conflict) && Meeting is not null)
            seen = MeetingDetails.Of(Meeting);
    }

    private async Task CancelAsync()
    {
        refusal = (await Meetings.CancelAsync(Me, MeetingId)).Refusal;
        isAsking = isSaved = false;
        await ReloadAsync();
    }
}
