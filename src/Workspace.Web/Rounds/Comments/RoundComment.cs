using Workspace.Web.Live;

namespace Workspace.Web.Rounds.Comments;

/// <summary>Essential (zásadní) or advisory (doporučující), R31.</summary>
public enum CommentKind { Advisory, Essential }

public enum CommentState { Draft, Sent, Withdrawn }

/// <summary>A comment on an item of a round, or on the whole document (R30). A draft is seen by who writes it only.</summary>
public sealed class RoundComment : IAnnounced
{
    public const int WordingLength = 100_000;
    public const int ReasonLength = 20_000;
    public const int NameLength = 300;

    private RoundComment()
    {
    }

    public RoundComment(long roundId, long? itemId, long? writerId, string draftId, DateTimeOffset at)
    {
        (RoundId, ItemId, WriterId, DraftId, SavedAt) = (roundId, itemId, writerId, draftId, at);
        TextKey = $"c{Guid.NewGuid():N}"[..24];
    }

    public long Id { get; private set; }

    public long RoundId { get; private set; }

    /// <summary>Null for the whole document.</summary>
    public long? ItemId { get; private set; }

    /// <summary>Who wrote it here, null for the public; with <see cref="DraftId"/> unique in the round, so that what is sent twice is stored once.</summary>
    public long? WriterId { get; private set; }

    public string DraftId { get; private set; } = "";

    /// <summary>Names the change of the item's text that comes of it, so that it is made once.</summary>
    public string TextKey { get; private set; } = "";

    /// <summary>Whose it is; null for the public, and where it was entered for somebody who is not known here.</summary>
    public long? AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    /// <summary>The organisation the author spoke for at that time.</summary>
    public long? OrganisationId { get; private set; }

    public string OrganisationName { get; private set; } = "";

    /// <summary>What it says, as far as words say it.</summary>
    public string Words => Reason.Length > 0 ? Reason : Quotation ?? ProposedWording ?? "";

    /// <summary>The person who speaks, else the organisation.</summary>
    public string Author => AuthorName.Length > 0 ? AuthorName : OrganisationName;

    /// <summary>The organisation it was sent for, else the person.</summary>
    public string Party => OrganisationName.Length > 0 ? OrganisationName : AuthorName;

    /// <summary>The secretary who entered it for its author; null where the author wrote it.</summary>
    public long? EnteredById { get; private set; }

    public CommentState State { get; private set; }

    public CommentKind Kind { get; private set; }

    /// <summary>A passage of the frozen wording; both null for the item as a whole.</summary>
    public int? PassageFrom { get; private set; }

    public int? PassageTo { get; private set; }

    public string? Quotation { get; private set; }

    /// <summary>The whole wording as the author wants it, or none.</summary>
    public string? ProposedWording { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When it was sent or entered here.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it arrived, which decides whether it is late.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>How often it was sent: from one to the next it may say something else.</summary>
    public int Sendings { get; private set; }

    /// <summary>Arrived after the deadline (R29).</summary>
    public bool IsLate { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsEssential => Kind == CommentKind.Essential;

    /// <summary>Nobody hears of a draft that is being saved.</summary>
    public IEnumerable<LiveTopic> Topics => State == CommentState.Draft ? [] : [LiveTopic.Round(RoundId)];

    public void Save(CommentInput input, string? quotation, DateTimeOffset at)
    {
        (Kind, Reason, ProposedWording, SavedAt) = (input.Kind, input.Reason.Trim(), input.ProposedWording, at);
        (PassageFrom, PassageTo, Quotation) = (input.Passage?.From, input.Passage?.To, quotation);
    }

    /// <param name="author">Whose it is, as they are called now.</param>
    /// <param name="receivedAt">When it arrived.</param>
    /// <param name="isLate">By the round's deadline.</param>
    /// <param name="at">Now.</param>
    /// <param name="enteredById">Who enters it for the author.</param>
    public void Send(CommentAuthor author, DateTimeOffset receivedAt, bool isLate, DateTimeOffset at, long? enteredById = null)
    {
        (AuthorId, AuthorName, OrganisationId, OrganisationName) = (author.PersonId, author.Name, author.OrganisationId, author.Organisation);
        (State, ReceivedAt, IsLate, SentAt, EnteredById) = (CommentState.Sent, receivedAt, isLate, at, enteredById);
        Sendings++;
    }

    /// <summary>Makes it a draft again.</summary>
    public void TakeBack() => (State, SentAt, ReceivedAt, IsLate) = (CommentState.Draft, null, null, false);

    /// <summary>Its author withdraws, and a colleague who agreed stands by it.</summary>
    public void PassTo(long personId, string name)
    {
        (AuthorId, AuthorName) = (personId, name);
        Sendings++;
    }

    public bool Says(CommentInput input) =>
        (Kind, Reason, ProposedWording, PassageFrom, PassageTo) == (input.Kind, input.Reason.Trim(), input.ProposedWording, input.Passage?.From, input.Passage?.To);

    public void Withdraw(DateTimeOffset at) => (State, WithdrawnAt) = (CommentState.Withdrawn, at);

    /// <summary>For a deadline that was moved on.</summary>
    public void Judge(bool isLate) => IsLate = isLate;
}

/// <summary>Whose a comment is, as they were called at that time.</summary>
public sealed record CommentAuthor(long? PersonId, string Name, long? OrganisationId, string Organisation);
