using Microsoft.AspNetCore.Components;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance;

/// <summary>The roll: a choice for each seat for who keeps it, the sheet for everybody else. Stands below a heading of the second level.</summary>
public sealed partial class RollPanel
{
    private MeetingRoomView? view;
    private Refusal? refusal;
    private string? message;
    private string guestName = "", guestOrganisation = "";
    private RollLabel? removed;

    [Parameter, EditorRequired]
    public long MeetingId { get; set; }

    [Inject]
    private MeetingService Meetings { get; set; } = null!;

    [Inject]
    private RollService Service { get; set; } = null!;

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Meeting(MeetingId)];

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        view = (await Meetings.RoomAsync(Me, MeetingId, cancellationToken)).Value;

    private static string ClassOf(RollState? state) => state switch
    {
        RollState.Present or RollState.Online => "here",
        null => "unmarked",
        _ => "away",
    };

    private async Task MarkAllAsync() => await EndAsync(await Service.MarkAllAsync(Me, MeetingId), S["AllMarked"]);

    private async Task MarkSeatAsync(RollSeat seat, ChangeEventArgs change)
    {
        var (state, person) = RollChoice.Read<RollState>(change.Value as string);
        await EndAsync(await Service.MarkSeatAsync(Me, MeetingId, seat.SeatId, state, person));
    }

    private async Task MarkPersonAsync(long personId, ChangeEventArgs change) =>
        await EndAsync(await Service.MarkPersonAsync(Me, MeetingId, personId, RollChoice.Read<RollState>(change.Value as string).Kind));

    private async Task CorrectAsync(RollTime since, DateTimeOffset at) =>
        await EndAsync(await Service.CorrectTimeAsync(Me, MeetingId, since.ChangeId, at), S["TimeCorrected"]);

    private async Task AddAsync(string name, string? organisation)
    {
        var outcome = await Service.AddGuestAsync(Me, MeetingId, name, organisation);
        if (outcome.IsDone)
            guestName = guestOrganisation = "";
        await EndAsync(outcome);
    }

    private async Task RemoveAsync(RollLabel label)
    {
        var outcome = await Service.RemoveGuestAsync(Me, MeetingId, label.EntryId);
        await EndAsync(outcome, S["GuestRemoved", label.Name]);
        removed = outcome.IsDone ? label : null;
    }

    private Task EndAsync(Outcome outcome, string? done = null)
    {
        refusal = outcome.Refusal;
        message = outcome.IsDone ? done : null;
        removed = null;
        return ReloadAsync();
    }
}
