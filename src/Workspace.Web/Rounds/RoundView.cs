using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds;

/// <summary>What the reader has said on an item.</summary>
public enum ItemMark { Nothing, Draft, Mine, NoComments }

/// <summary>A round as one person sees it: what is shared, and what is their own.</summary>
public sealed class RoundView
{
    private readonly RoundRoom room;
    private readonly HashSet<long> answered;
    private readonly HashSet<long> none;
    private readonly HashSet<long> drafted;

    public RoundView(RoundRoom room, GroupStanding standing, IReadOnlyList<OwnOrganisation> organisations, Refusal? refusal, IReadOnlyList<RoundComment> drafts)
    {
        (this.room, Standing, Organisations, RefusalToComment, Drafts) = (room, standing, organisations, refusal, drafts);
        answered = room.AnsweredBy(standing.PersonId);
        none = [.. room.NoComments[standing.PersonId]];
        drafted = [.. drafts.Select(d => d.ItemId).OfType<long>()];
    }

    public RoundInfo Info => room.Info;

    public CommentRound Round => room.Info.Round;

    public GroupStanding Standing { get; }

    /// <summary>Frozen items in the plan's order; none before the round opens.</summary>
    public IReadOnlyList<RoundItem> Items => room.Items;

    /// <summary>That the reader speaks for; comments are sent for the first.</summary>
    public IReadOnlyList<OwnOrganisation> Organisations { get; }

    /// <summary>Why the reader may not comment; null where they may.</summary>
    public Refusal? RefusalToComment { get; }

    public bool CanMarkEssential => Round.MayMarkEssential(Standing.IsMember);

    /// <summary>May open, extend, close, enter for others and settle.</summary>
    public bool CanLead => Standing.CanPrepare;

    /// <summary>The reader's own drafts, which nobody else sees.</summary>
    public IReadOnlyList<RoundComment> Drafts { get; }

    /// <summary>Items that the reader has answered.</summary>
    public int Answered => answered.Count;

    public int AnsweredParties => room.Parties.Count(p => p.HasAnswered);

    public int AskedParties => room.Parties.Count;

    /// <summary>Who has answered and who has not; for chair, secretary and administrator.</summary>
    public IReadOnlyList<PartyProgress> Parties => SeesAll ? room.Parties : [];

    private bool SeesAll => Standing.CanPrepare || Standing.IsAdministrator;

    public ItemMark MarkOf(long itemId) => none.Contains(itemId) ? ItemMark.NoComments
        : answered.Contains(itemId) ? ItemMark.Mine
        : drafted.Contains(itemId) ? ItemMark.Draft : ItemMark.Nothing;

    public int CountOf(long? itemId) => room.CommentsOf(itemId).Count();

    /// <summary>Sent comments on an item, or on the whole document; how they were settled shows once their authors were told.</summary>
    public IEnumerable<RoomComment> CommentsOf(long? itemId) => room.CommentsOf(itemId).Select(Shown);

    /// <summary>The reader's own sent comments, and those they agree with.</summary>
    public IEnumerable<RoomComment> Mine => room.ByAuthor[Standing.PersonId].Select(Shown);

    public RoomComment? Find(long commentId) => room.Comments.FirstOrDefault(c => c.Comment.Id == commentId) is { } found ? Shown(found) : null;

    /// <summary>Whether the reader may agree with a comment: a colleague's, while the round is open.</summary>
    public bool CanSupport(RoomComment comment) => RefusalToComment is null && Round.State == RoundState.Open && comment.Comment.AuthorId != Standing.PersonId
        && Organisations.Any(o => o.Id == comment.Comment.OrganisationId);

    private RoomComment Shown(RoomComment comment) =>
        SeesAll || comment.Settlement?.ToldAt is not null ? comment : comment with { Settlement = null, SettledBy = null, History = [] };
}

/// <summary>A round in the list of a plan's.</summary>
public sealed record RoundSummary(
    long Id, string Title, RoundAudience Audience, RoundState State, DateTimeOffset? OpensAt, DateTimeOffset? OpenedAt, DateTimeOffset ClosesAt, DateTimeOffset? ClosedAt, int Comments, int Late, int Unsettled)
{
    /// <summary>From then on a comment is late.</summary>
    public DateTimeOffset Deadline => ClosedAt < ClosesAt ? ClosedAt.Value : ClosesAt;
}

/// <summary>An open round in which somebody is asked.</summary>
public sealed record MyRound(long Id, string Title, string PlanName, string GroupShortName, DateTimeOffset ClosesAt, string TimeZone, int Unanswered, int Items);
