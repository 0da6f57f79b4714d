using Workspace.Web.Live;

namespace Workspace.Web.Meetings;

/// <summary>A file that belongs to an agenda item; served as a download only.</summary>
public sealed class AgendaAttachment : IAnnounced
{
    private AgendaAttachment()
    {
    }

    public AgendaAttachment(long meetingId, long agendaItemId, string fileName, byte[] content, string sha256, long uploadedById, DateTimeOffset at)
    {
        MeetingId = meetingId;
        AgendaItemId = agendaItemId;
        FileName = fileName;
        Content = content;
        Length = content.Length;
        Sha256 = sha256;
        UploadedById = uploadedById;
        UploadedAt = at;
    }

    public long Id { get; private set; }

    public long MeetingId { get; private set; }

    public long AgendaItemId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Hexadecimal, lower case.</summary>
    public string Sha256 { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public long UploadedById { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Meeting(MeetingId)];
}
