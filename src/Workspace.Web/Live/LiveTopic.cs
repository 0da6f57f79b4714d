namespace Workspace.Web.Live;

/// <summary>Something that people watch, for instance one meeting. Says that it changed, never what.</summary>
public readonly record struct LiveTopic(string Kind, long Id)
{
    /// <summary>The organisations, people and groups as lists; one topic, since they change seldom.</summary>
    public static readonly LiveTopic Directory = new("directory", 0);

    public static LiveTopic Person(long id) => new("person", id);

    public static LiveTopic Group(long id) => new("group", id);

    public static LiveTopic Meeting(long id) => new("meeting", id);

    /// <summary>The list of speakers of a meeting.</summary>
    public static LiveTopic Speakers(long meetingId) => new("speakers", meetingId);

    public static LiveTopic Text(long id) => new("text", id);

    public static LiveTopic Parse(string value) =>
        value.Split(':') is [var kind, var id] ? new(kind, long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)) : default;

    public override string ToString() => $"{Kind}:{Id}";
}

/// <summary>An entity whose change is announced to whoever watches one of its topics.</summary>
public interface IAnnounced
{
    IEnumerable<LiveTopic> Topics { get; }
}
