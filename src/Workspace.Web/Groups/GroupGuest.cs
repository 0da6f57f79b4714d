using Workspace.Web.Live;

namespace Workspace.Web.Groups;

/// <summary>A guest of the group: reads and speaks, never proposes and never votes (R1).</summary>
public sealed class GroupGuest : IAnnounced, IPeriod
{
    private GroupGuest()
    {
    }

    public GroupGuest(long groupId, long personId, DateOnly from, bool hasDeclinedMembership)
    {
        GroupId = groupId;
        PersonId = personId;
        From = from;
        HasDeclinedMembership = hasDeclinedMembership;
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public long PersonId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>Membership was offered and declined, which leaves them a guest (R2).</summary>
    public bool HasDeclinedMembership { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId), LiveTopic.Person(PersonId)];

    public void End(DateOnly lastDay) => To = lastDay;

    public void MarkDeclined() => HasDeclinedMembership = true;
}
