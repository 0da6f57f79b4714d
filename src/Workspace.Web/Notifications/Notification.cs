using Workspace.Web.Live;

namespace Workspace.Web.Notifications;

public enum NotificationKind
{
    PerRollamOpened, PerRollamReminder, PerRollamClosed, PerRollamFell,
    ItemProposed, ItemAccepted, ItemDeclined,
    RoundOpened, RoundReminder, RoundExtended, RoundClosed, RoundNotOpened, CommentsSettled, CommentInsisted,
    TaskGiven, TaskGivenUntil,
}

/// <summary>Something that a person is told in the application; the same goes out as an e-mail where there is a mail server.</summary>
public sealed class Notification : IAnnounced
{
    private Notification()
    {
    }

    /// <param name="personId">Who is told.</param>
    /// <param name="kind">What happened; names the sentence.</param>
    /// <param name="key">Names the cause; one notice for each person and key, so that nobody is told twice.</param>
    /// <param name="link">Where it leads, beginning with a slash.</param>
    /// <param name="subject">What it is about, as it was called then.</param>
    /// <param name="until">A deadline that the sentence names.</param>
    /// <param name="at">When.</param>
    public Notification(long personId, NotificationKind kind, string key, string link, string subject, DateTimeOffset? until, DateTimeOffset at) =>
        (PersonId, Kind, Key, Link, Subject, Until, At) = (personId, kind, key, link, subject, until, at);

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public NotificationKind Kind { get; private set; }

    public string Key { get; private set; } = "";

    public string Link { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public DateTimeOffset? Until { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Person(PersonId)];

    public void MarkRead(DateTimeOffset at) => ReadAt ??= at;
}
