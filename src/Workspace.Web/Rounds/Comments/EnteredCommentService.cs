using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;

namespace Workspace.Web.Rounds.Comments;

/// <summary>Comments that came otherwise, entered by chair or secretary for whom they are of ('zaneseno za').</summary>
public sealed class EnteredCommentService(RoundChanges rounds, GroupAccess access)
{
    /// <summary>
    /// Enters and sends a comment. One that arrived before the deadline and is entered after it is in time only if the moment
    /// of its arrival is stated, which is recorded (R29).
    /// </summary>
    /// <param name="by">Chair or secretary.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="itemId">The round's item; null for the whole document.</param>
    /// <param name="input">What it says.</param>
    /// <param name="source">Whose it is and when it arrived.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome<SentComment>> EnterAsync(long by, long roundId, long? itemId, CommentInput input, EnteredFor source, CancellationToken cancellationToken = default) =>
        rounds.ChangeAsync<SentComment>(by, RoundChanges.Of(roundId), RoundPrepareService.MayLead, async change =>
        {
            if (change.Round.RefusalToComment is { } closed)
                return closed;
            var found = await AuthorAsync(change, source, cancellationToken);
            if (found.Refusal is { } unknown)
                return unknown;
            var (author, isMember) = found.Value!;
            if (source.ReceivedAt > change.Now || source.ReceivedAt < change.Round.OpenedAt)
                return new Refusal("RoundArrivalInvalid");
            var written = await RoundCommentService.WriteAsync(change, itemId, input, isSending: true, cancellationToken);
            if (written.Refusal is { } refusal)
                return refusal;
            var comment = written.Value!;
            if (comment.State == CommentState.Draft)
            {
                if (CommentCheck.OfSent(input with { ProposedWording = comment.ProposedWording }, change.Round.MayMarkEssential(isMember)) is { } incomplete)
                    return incomplete;
                var receivedAt = source.ReceivedAt ?? RoundCommentService.Arrival(change);
                comment.Send(author, receivedAt, change.Round.IsLate(receivedAt), change.Now, by);
                if (author.PersonId is { } person)
                    await RoundCommentService.ReplaceNoCommentsAsync(change, person, itemId, cancellationToken);
                await change.Db.SaveChangesAsync(cancellationToken);
            }
            return new SentComment(comment.Id, comment.IsLate);
        }, cancellationToken);

    private sealed record Source(CommentAuthor Author, bool IsMember);

    private async Task<Outcome<Source>> AuthorAsync(RoundChange change, EnteredFor source, CancellationToken cancellationToken)
    {
        var (db, name) = (change.Db, source.Name.Trim());
        if (source.PersonId is null && source.OrganisationId is null && name.Length == 0)
            return new Refusal("RoundEnteredForMissing");
        if (name.Length > RoundComment.NameLength || !PlainText.IsStorable(name))
            return new Refusal("RoundEnteredForInvalid", RoundComment.NameLength);
        var organisation = source.OrganisationId is null ? null : await db.Organisations.Where(o => o.Id == source.OrganisationId).Select(o => new OwnOrganisation(o.Id, o.Name)).SingleOrDefaultAsync(cancellationToken);
        if (organisation is null && source.OrganisationId is not null)
            return Refusal.NotFound;
        if (source.PersonId is not { } personId)
        {
            var day = change.Today;
            var hasSeat = organisation is not null && await db.Seats.On(day).AnyAsync(
                s => s.GroupId == change.Round.GroupId && s.OrganisationId == organisation.Id, cancellationToken);
            return new Source(new(null, name, organisation?.Id, organisation?.Name ?? ""), hasSeat);
        }
        if (!await db.People.AnyAsync(p => p.Id == personId, cancellationToken))
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, change.Round.GroupId, personId, change.Today, cancellationToken);
        var organisations = organisation is null ? await RoundRights.OrganisationsAsync(db, standing, cancellationToken) : [organisation];
        return new Source(await RoundRights.AuthorAsync(db, personId, organisations, cancellationToken), standing.IsMember);
    }
}
