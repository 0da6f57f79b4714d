using Workspace.Web.Attendance;
using Workspace.Web.Groups;

namespace Workspace.Web.Meetings.Speakers;

/// <summary>Somebody on the list.</summary>
/// <param name="RequestId">Of the request.</param>
/// <param name="PersonId">Null for a guest named in words.</param>
/// <param name="Name">As it is put into the minutes.</param>
/// <param name="ItemId">What was under discussion when the floor was asked for.</param>
/// <param name="GivenAt">Since when they speak; null while they wait.</param>
public sealed record SpeakerLine(long RequestId, long? PersonId, string Name, long? ItemId, DateTimeOffset? GivenAt);

/// <summary>Who speaks in a meeting and who waits, in order. Read once per server and change, never altered.</summary>
public sealed record SpeakerList(long GroupId, string TimeZone, MeetingState State, SpeakerLine? Speaking, IReadOnlyList<SpeakerLine> Waiting)
{
    /// <summary>In the order in which they are offered to whoever writes.</summary>
    public IEnumerable<string> Names => (Speaking is null ? Waiting : Waiting.Prepend(Speaking)).Select(line => line.Name);

    public bool IsSpeaking(long personId) => Speaking?.PersonId == personId;

    public SpeakerLine? WaitingOf(long personId) => Waiting.FirstOrDefault(line => line.PersonId == personId);
}

/// <summary>The list and what one person may do with it.</summary>
public sealed record SpeakerListView(SpeakerList List, GroupStanding Standing)
{
    public bool CanAsk => List.State == MeetingState.Live;

    public bool CanGive => Standing.CanLead && List.State == MeetingState.Live;
}

/// <summary>Somebody whom the roll says to be there: a person, or a guest named in words.</summary>
public sealed record PresentSpeaker(long? PersonId, long? EntryId, string Name)
{
    public static IEnumerable<PresentSpeaker> Of(Roll roll) =>
    [
        .. roll.Seats.Where(seat => seat.IsPresent && seat.PersonId is not null).Select(seat => new PresentSpeaker(seat.PersonId, null, seat.PersonName ?? seat.Label)),
        .. roll.Others.Where(other => other.IsPresent).Select(other => new PresentSpeaker(other.PersonId, null, other.Name)),
        .. roll.Labels.Select(label => new PresentSpeaker(null, label.EntryId, label.Name)),
    ];
}
