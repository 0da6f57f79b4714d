using System.Collections.Concurrent;
using Workspace.Web.Localization;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;

namespace Workspace.Web.Rounds;

/// <summary>A round without its comments.</summary>
public sealed record RoundInfo(CommentRound Round, string PlanName, string GroupName, string GroupShortName, string TimeZone);

/// <summary>Somebody who agrees with a comment.</summary>
public sealed record RoomPerson(long Id, string Name);

/// <summary>How a comment was settled before, and who had decided so, by name.</summary>
public sealed record EarlierSettlement(SettlementChange Change, string By);

/// <summary>A sent comment with what came of it.</summary>
/// <param name="Comment">As it was sent.</param>
/// <param name="EnteredBy">Who entered it for its author.</param>
/// <param name="Supporters">Colleagues who agree with it.</param>
/// <param name="Settlement">Null while it is not settled, or not told.</param>
/// <param name="SettledBy">By name.</param>
/// <param name="History">What the settlement was before, oldest first.</param>
public sealed record RoomComment(
    RoundComment Comment, string? EnteredBy, IReadOnlyList<RoomPerson> Supporters, Settlement? Settlement, string? SettledBy, IReadOnlyList<EarlierSettlement> History)
{
    public bool IsDispute => Settlement?.IsDispute(Comment.IsEssential) == true;

    public bool IsInsistedOn => IsDispute && Settlement!.Answer == SettlementAnswer.Insists;
}

/// <summary>How far somebody who was asked has answered (R35).</summary>
/// <param name="Party">Who was asked.</param>
/// <param name="Items">Items with an answer: a comment, agreement with one, or 'without comments'.</param>
/// <param name="Comments">Comments sent, those on the whole document among them.</param>
public sealed record PartyProgress(AskedParty Party, int Items, int Comments)
{
    public bool HasAnswered => Items > 0 || Comments > 0;
}

/// <summary>A round as it is shared by all who look at it: read once per server and change, never altered. Drafts are not in it.</summary>
public sealed class RoundRoom
{
    private readonly ILookup<long, RoomComment> byItem;

    /// <summary>Of the items that were asked about: thousands of comments may stand at one of them.</summary>
    private readonly ConcurrentDictionary<long, ILookup<string, RoomComment>> byWish = new();

    public RoundRoom(
        RoundInfo info, IReadOnlyList<RoundItem> items, IReadOnlyList<RoomComment> comments, ILookup<long, long> noComments, IReadOnlyList<AskedParty> parties)
    {
        (Info, Items, Comments, NoComments) = (info, items, comments, noComments);
        byItem = comments.ToLookup(c => c.Comment.ItemId ?? 0);
        ByAuthor = comments.SelectMany(c => c.Supporters.Select(s => s.Id).Append(c.Comment.AuthorId ?? 0), (c, person) => (person, c)).ToLookup(p => p.person, p => p.c);
        Parties = [.. parties.Select(ProgressOf)];
        ItemsById = items.ToDictionary(i => i.Id);
    }

    public RoundInfo Info { get; }

    /// <summary>In the plan's order.</summary>
    public IReadOnlyList<RoundItem> Items { get; }

    public IReadOnlyDictionary<long, RoundItem> ItemsById { get; }

    /// <summary>All that were sent and not withdrawn, by the order of sending.</summary>
    public IReadOnlyList<RoomComment> Comments { get; }

    /// <summary>Items that a person has no comments on.</summary>
    public ILookup<long, long> NoComments { get; }

    /// <summary>Comments of a person, or that they agree with.</summary>
    public ILookup<long, RoomComment> ByAuthor { get; }

    public IReadOnlyList<PartyProgress> Parties { get; }

    /// <param name="itemId">Null for the whole document.</param>
    public IEnumerable<RoomComment> CommentsOf(long? itemId) => byItem[itemId ?? 0];

    /// <summary>Items that a person has answered.</summary>
    public HashSet<long> AnsweredBy(long personId) =>
        [.. NoComments[personId], .. ByAuthor[personId].Select(c => c.Comment.ItemId).OfType<long>()];

    /// <summary>Other comments on the same item that ask for the same.</summary>
    public IEnumerable<long> Alike(RoomComment comment)
    {
        var wishes = byWish.GetOrAdd(comment.Comment.ItemId ?? 0, item => byItem[item].ToLookup(WishOf));
        return wishes[WishOf(comment)].Where(c => c != comment).Select(c => c.Comment.Id);
    }

    private static string WishOf(RoomComment comment) => SearchText.Fold(comment.Comment.ProposedWording ?? comment.Comment.Reason).Trim();

    private PartyProgress ProgressOf(AskedParty party)
    {
        var own = party.People.SelectMany(p => ByAuthor[p])
            .Concat(party.OrganisationId is { } organisation ? Comments.Where(c => c.Comment.OrganisationId == organisation) : []).DistinctBy(c => c.Comment.Id).ToList();
        var items = own.Select(c => c.Comment.ItemId).OfType<long>().Concat(party.People.SelectMany(p => NoComments[p])).Distinct().Count();
        return new(party, items, own.Count);
    }
}
