namespace Workspace.Web.Rounds;

/// <summary>What is entered of a round before it opens.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="ClosesAt">The first moment that is too late; see <see cref="RoundDeadline"/>.</param>
public sealed record RoundInput(string Title, DateTimeOffset ClosesAt)
{
    public string Call { get; init; } = "";

    /// <summary>When it opens by itself; null where it is opened by hand.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    public EssentialRight EssentialBy { get; init; }

    /// <summary>Who is asked; empty for the whole membership.</summary>
    public IReadOnlyList<RoundInviteeInput> Invitees { get; init; } = [];
}
