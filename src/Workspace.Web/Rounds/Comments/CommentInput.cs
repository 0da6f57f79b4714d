namespace Workspace.Web.Rounds.Comments;

/// <summary>A passage of the frozen wording, in UTF-16 units.</summary>
public sealed record CommentPassage(int From, int To);

/// <summary>What is entered of a comment.</summary>
/// <param name="DraftId">1 to 32 letters and digits, chosen by the page when a comment is begun.</param>
public sealed record CommentInput(string DraftId)
{
    public CommentKind Kind { get; init; }

    /// <summary>None for the item as a whole.</summary>
    public CommentPassage? Passage { get; init; }

    /// <summary>The whole frozen wording as it should be; null for a comment without one.</summary>
    public string? ProposedWording { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>When the draft was saved from which this was written; refused where another window has saved it since. Null overwrites.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>For whom the secretary enters a comment ('zaneseno za').</summary>
/// <param name="PersonId">A person who is known here.</param>
/// <param name="OrganisationId">An organisation that is known here.</param>
/// <param name="Name">Who sent it, where no person is given.</param>
/// <param name="ReceivedAt">When it arrived; without it, it arrived now.</param>
public sealed record EnteredFor(long? PersonId, long? OrganisationId, string Name, DateTimeOffset? ReceivedAt);
