using Workspace.Web.Live;

namespace Workspace.Web.Plans;

/// <summary>A plan of a group for some years: areas with items, which are written together like minutes (C1, C3).</summary>
public sealed class Plan : IAnnounced
{
    public const int NameLength = 300;

    private Plan()
    {
    }

    public Plan(long groupId, string name, DateOnly from, DateOnly to, long by, DateTimeOffset at)
    {
        (GroupId, CreatedBy, CreatedAt) = (groupId, by, at);
        Describe(name, from, to);
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>First day of the period.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day of the period.</summary>
    public DateOnly To { get; private set; }

    /// <summary>The vote that approved it (C8); from then on its wording is kept.</summary>
    public long? ApprovedVoteId { get; private set; }

    public long CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public bool IsApproved => ApprovedVoteId is not null;

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Plan(Id), LiveTopic.Plans(GroupId)];

    public void Describe(string name, DateOnly from, DateOnly to) => (Name, From, To) = (name.Trim(), from, to);

    public void Approve(long? voteId) => ApprovedVoteId = voteId;
}
