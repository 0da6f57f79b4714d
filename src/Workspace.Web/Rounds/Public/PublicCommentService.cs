using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Public;

/// <summary>Rounds for the public: anybody reads them once they are open, and comments without an account (R34).</summary>
public sealed class PublicCommentService(RoundRooms rooms, RoundChanges rounds, IDbContextFactory<WorkspaceDb> factory, TimeProvider time)
{
    public const int MostPerRound = 5_000;
    public const int WordingLength = 50_000;
    public const int ReasonLength = 10_000;

    /// <summary>The round; not found unless it is for the public and was opened.</summary>
    public async Task<Outcome<PublicRound>> ReadAsync(long roundId, CancellationToken cancellationToken = default)
    {
        if (await rooms.FindAsync(roundId, cancellationToken) is not { Info.Round: { IsPublic: true, State: not RoundState.Prepared } round } room)
            return Refusal.NotFound;
        return new PublicRound(room.Info, room.Items, round.State == RoundState.Settled ? [.. room.Comments.Select(Shown)] : [], round.IsLate(time.GetUtcNow()));
    }

    /// <summary>What was sent under a key; null where nothing was.</summary>
    public async Task<PublicReceipt?> FindSentAsync(long roundId, string key, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var comment = await db.RoundComments.AsNoTracking().SingleOrDefaultAsync(c => c.RoundId == roundId && c.WriterId == null && c.DraftId == key, cancellationToken);
        if (comment is null)
            return null;
        var item = await db.RoundItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == comment.ItemId, cancellationToken);
        return new(item, comment.AuthorName, comment.OrganisationName, comment.ProposedWording, comment.Reason, comment.ReceivedAt!.Value, comment.IsLate);
    }

    /// <summary>Takes a comment; the moment that counts is the server's, while the round stands still (R29).</summary>
    /// <param name="roundId">A round for the public.</param>
    /// <param name="itemId">The round's item; null for the whole document.</param>
    /// <param name="input">What it says, and who says it.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome<SentComment>> SendAsync(long roundId, long? itemId, PublicCommentInput input, CancellationToken cancellationToken = default) =>
        rounds.ByPublicAsync<SentComment>(roundId, async change =>
        {
            var (db, round) = (change.Db, change.Round);
            if (round.State == RoundState.Prepared)
                return Refusal.NotFound;
            var item = itemId is null ? null : await db.RoundItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == itemId && i.RoundId == roundId, cancellationToken);
            if (item is null && itemId is not null)
                return Refusal.NotFound;
            var (name, organisation) = (input.Name.Trim(), input.Organisation.Trim());
            var plain = CommentCheck.Plain(new(input.Key) { ProposedWording = input.ProposedWording, Reason = input.Reason }, item, isSending: true);
            if ((CommentCheck.OfDraft(plain, item) ?? OfAuthor(name, organisation) ?? OfLength(plain, item) ?? CommentCheck.OfSent(plain, mayBeEssential: false)) is { } refusal)
                return refusal;
            if (await db.RoundComments.SingleOrDefaultAsync(c => c.RoundId == roundId && c.WriterId == null && c.DraftId == input.Key, cancellationToken) is { } before)
            {
                var isSame = (before.ItemId, before.ProposedWording, before.Reason, before.AuthorName, before.OrganisationName)
                    == (itemId, plain.ProposedWording, plain.Reason.Trim(), name, organisation);
                return isSame ? new SentComment(before.Id, before.IsLate) : new Refusal("RoundPublicSentBefore");
            }
            if (round.RefusalToComment is { } closed)
                return closed;
            if (await db.RoundComments.CountAsync(c => c.RoundId == roundId && c.WriterId == null, cancellationToken) >= MostPerRound)
                return new Refusal("RoundPublicFull");
            var comment = new RoundComment(roundId, itemId, null, input.Key, change.Now);
            comment.Save(plain, null, change.Now);
            var receivedAt = RoundCommentService.Arrival(change);
            comment.Send(new(null, name, null, organisation), receivedAt, round.IsLate(receivedAt), change.Now);
            db.Add(comment);
            await db.SaveChangesAsync(cancellationToken);
            return new SentComment(comment.Id, comment.IsLate);
        }, cancellationToken);

    private static Refusal? OfAuthor(string name, string organisation) =>
        name.Length == 0 ? new("RoundPublicNameMissing")
        : name.Length > RoundComment.NameLength || !IsLine(name) ? new("RoundPublicNameInvalid", RoundComment.NameLength)
        : organisation.Length > RoundComment.NameLength || !IsLine(organisation) ? new("RoundPublicOrganisationInvalid", RoundComment.NameLength)
        : null;

    /// <summary>Shorter than those of members; an item that is long itself may be reworded all the same.</summary>
    private static Refusal? OfLength(CommentInput input, RoundItem? item)
    {
        var longest = Math.Max(WordingLength, 2 * (item?.Wording.Length ?? 0));
        return input.ProposedWording?.Length > longest ? new("RoundCommentWordingTooLong", longest)
            : input.Reason.Trim().Length > ReasonLength ? new("RoundCommentReasonTooLong", ReasonLength) : null;
    }

    private static bool IsLine(string text) => PlainText.IsStorable(text) && !text.Any(char.IsControl);

    private static PublicComment Shown(RoomComment comment) => new(
        comment.Comment.ItemId, comment.Comment.OrganisationName, comment.Comment.IsLate, comment.Comment.ProposedWording, comment.Comment.Reason,
        comment.Settlement is { } settlement
            ? new(settlement.Outcome, settlement.Reason, settlement.Wording == comment.Comment.ProposedWording ? null : settlement.Wording)
            : null);
}
