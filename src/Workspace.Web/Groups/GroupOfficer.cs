using Workspace.Web.Live;

namespace Workspace.Web.Groups;

public enum Office { Chair, ViceChair, Secretary }

/// <summary>An office of the group held by a person from one day to another, both included.</summary>
public sealed class GroupOfficer : IAnnounced, IPeriod
{
    private GroupOfficer()
    {
    }

    public GroupOfficer(long groupId, long personId, Office office, DateOnly from, DateOnly? to = null)
    {
        GroupId = groupId;
        PersonId = personId;
        Office = office;
        From = from;
        To = to;
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public long PersonId { get; private set; }

    public Office Office { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId), LiveTopic.Person(PersonId)];

    public void End(DateOnly lastDay) => To = lastDay;
}
