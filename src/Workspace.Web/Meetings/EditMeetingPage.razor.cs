using Microsoft.AspNetCore.Components;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;

namespace Workspace.Web.Meetings;

public sealed partial class EditMeetingPage
{
    private MeetingRoomView? view;
    private MeetingInput input = new();
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
            (input, inputOf) = (MeetingInput.Of(Meeting), MeetingId);
    }

    private async Task SaveAsync()
    {
        var details = input.Read(Meeting!.TimeZone);
        refusal = details.Value is { } read ? (await Meetings.EditAsync(Me, MeetingId, read)).Refusal : details.Refusal;
        isSaved = refusal is null;
        await ReloadAsync();
    }

    private async Task CancelAsync()
    {
        refusal = (await Meetings.CancelAsync(Me, MeetingId)).Refusal;
        isAsking = isSaved = false;
        await ReloadAsync();
    }
}
