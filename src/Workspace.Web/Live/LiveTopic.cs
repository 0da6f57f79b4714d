namespace Workspace.Web.Live;

/// <summary>Something that people watch, for instance one meeting. Says that it changed, never what.</summary>
public readonly record struct LiveTopic(string Kind, long Id)
{
    /// <summary>The organisations, people and groups as lists; one topic, since they change seldom.</summary>
    public static readonly LiveTopic Directory = new("directory", 0);

    public static LiveTopic Person(long id) => new("person", id);

    public static LiveTopic Group(long id) => new("group", id);

    public static LiveTopic Meeting(long id) => new("meeting", id);

    /// <summary>The votes of a meeting, down to each ballot.</summary>
    public static LiveTopic Votes(long meetingId) => new("votes", meetingId);

    /// <summary>That a vote of the group was opened or has ended: for the card that comes to everybody.</summary>
    public static LiveTopic Voting(long groupId) => new("voting", groupId);

    /// <summary>The list of speakers of a meeting.</summary>
    public static LiveTopic Speakers(long meetingId) => new("speakers", meetingId);

    /// <summary>A plan with its areas, items and rounds of comments.</summary>
    public static LiveTopic Plan(long id) => new("plan", id);

    /// <summary>What stands in the items of a plan; told on each server by itself, about once a second.</summary>
    public static LiveTopic Wordings(long planId) => new("wordings", planId);

    /// <summary>Which plans a group has.</summary>
    public static LiveTopic Plans(long groupId) => new("plans", groupId);

    /// <summary>A comment round with its comments, answers and settlement; drafts are not announced.</summary>
    public static LiveTopic Round(long id) => new("round", id);

    public static LiveTopic Task(long id) => new("task", id);

    /// <summary>The tasks of a group, each change of them.</summary>
    public static LiveTopic Tasks(long groupId) => new("tasks", groupId);

    /// <summary>The tasks given under the items of a meeting, as its minutes show them.</summary>
    public static LiveTopic MeetingTasks(long meetingId) => new("meeting-tasks", meetingId);

    public static LiveTopic Text(long id) => new("text", id);

    /// <summary>The id of what the topic is about, if it is of that kind: <c>topic.IdAs(LiveTopic.Votes)</c>.</summary>
    public long? IdAs(Func<long, LiveTopic> kind) => kind(Id) == this ? Id : null;

    public static LiveTopic Parse(string value) =>
        value.Split(':') is [var kind, var id] ? new(kind, long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)) : default;

    public override string ToString() => $"{Kind}:{Id}";
}

/// <summary>An entity whose change is announced to whoever watches one of its topics.</summary>
public interface IAnnounced
{
    IEnumerable<LiveTopic> Topics { get; }
}
