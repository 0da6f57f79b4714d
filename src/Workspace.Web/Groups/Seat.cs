using Workspace.Web.Live;

namespace Workspace.Web.Groups;

/// <summary>
/// A vote belongs to a seat, not to a person (P2). A seat is an organisation's, one of its units', or a named person's;
/// an organisation may have several.
/// </summary>
public sealed class Seat : IAnnounced, IPeriod
{
    private Seat()
    {
    }

    public Seat(long groupId, long? organisationId, long? unitId, long? personId, DateOnly from, int position)
    {
        GroupId = groupId;
        OrganisationId = organisationId;
        UnitId = unitId;
        PersonId = personId;
        From = from;
        Position = position;
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public long? OrganisationId { get; private set; }

    public long? UnitId { get; private set; }

    /// <summary>Set where the seat is a named person's own and not an organisation's.</summary>
    public long? PersonId { get; private set; }

    public int Position { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day on which the seat exists; null while it goes on.</summary>
    public DateOnly? To { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId)];

    public void End(DateOnly lastDay) => To = lastDay;

    public void MoveTo(int position) => Position = position;
}
