using Workspace.Web.Live;

namespace Workspace.Web.Meetings.Speakers;

/// <summary>
/// Somebody asks for the floor, is given it, and has spoken; or takes the request back. Somebody is a person, or a guest
/// whom the roll names in words.
/// </summary>
public sealed class SpeakerRequest : IAnnounced
{
    public const int NameLength = 200;

    private SpeakerRequest()
    {
    }

    public SpeakerRequest(long meetingId, long? agendaItemId, long? personId, string? guestName, int position, DateTimeOffset askedAt)
    {
        MeetingId = meetingId;
        AgendaItemId = agendaItemId;
        PersonId = personId;
        GuestName = guestName;
        Position = position;
        AskedAt = askedAt;
    }

    public long Id { get; private set; }

    public long MeetingId { get; private set; }

    /// <summary>What was under discussion when the floor was asked for.</summary>
    public long? AgendaItemId { get; private set; }

    public long? PersonId { get; private set; }

    public string? GuestName { get; private set; }

    /// <summary>Place among those who wait, the smallest first.</summary>
    public int Position { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? GivenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Ended without having spoken.</summary>
    public bool IsWithdrawn { get; private set; }

    public bool IsSpeaking => GivenAt is not null && EndedAt is null;

    public bool IsWaiting => GivenAt is null && EndedAt is null;

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Speakers(MeetingId)];

    public void Give(DateTimeOffset at) => GivenAt = at;

    public void End(DateTimeOffset at)
    {
        EndedAt = at;
        IsWithdrawn = GivenAt is null;
    }

    public void PlaceAt(int position) => Position = position;
}
