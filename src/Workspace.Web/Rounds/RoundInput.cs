namespace Workspace.Web.Rounds;

/// <summary>What is entered of a round before it opens.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="ClosesAt">The first moment that is too late; see <see cref="RoundDeadline"/>.</param>
public sealed record RoundInput(string Title, DateTimeOffset ClosesAt)
{
    public string Call { get; init; } = "";

    /// <summary>When it opens by itself; null where it is opened by hand.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    public RoundAudience Audience { get; init; }

    /// <summary>A round of the same plan for the other audience, with which this one is settled jointly (R34).</summary>
    public long? JointWithId { get; init; }

    public EssentialRight EssentialBy { get; init; }

    /// <summary>Who is asked; empty for the whole membership. In a round for the public nobody is.</summary>
    public IReadOnlyList<RoundInviteeInput> Invitees { get; init; } = [];
}
