using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Settling;

/// <summary>Reads the settlement of a round for chair, secretary and administrator.</summary>
public sealed class SettlementService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, RoundRooms rooms, SettlingText texts, TimeProvider time)
{
    public async Task<Outcome<SettlementView>> ReadAsync(long by, long roundId, SettlementFilter filter, CancellationToken cancellationToken = default)
    {
        if (await rooms.FindAsync(roundId, cancellationToken) is not { } room)
            return Refusal.NotFound;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var (info, now) = (room.Info, time.GetUtcNow());
        var standing = await access.FindAsync(db, info.Round.GroupId, by, now.DayIn(info.TimeZone), cancellationToken);
        if (standing.RefusalToManage is { } refusal)
            return refusal;
        var words = SearchText.Fold(filter.Search).Trim();
        var found = room.Comments.Where(c => Passes(c, filter) && (words.Length == 0 || Speaks(c.Comment, words)))
            .OrderBy(c => c.Comment.ItemId is { } item ? room.ItemsById[item].Position : -1).ThenBy(c => c.Comment.IsLate).ThenBy(c => c.Comment.SentAt).ThenBy(c => c.Comment.Id).ToList();
        var meeting = await db.Meetings.Where(m => m.GroupId == info.Round.GroupId && m.Form != MeetingForm.PerRollam && m.StartsAt >= now
                && (m.State == MeetingState.Planned || m.State == MeetingState.Invited))
            .OrderBy(m => m.StartsAt).Select(m => new PlannedMeeting(m.Id, m.Title, m.StartsAt, m.TimeZone)).FirstOrDefaultAsync(cancellationToken);
        return new SettlementView(
            info, room.Items,
            [.. found.Skip(filter.Skip).Take(filter.Take ?? int.MaxValue).Select(c => new SettlementRow(c, c.Comment.ItemId is { } item ? room.ItemsById[item] : null, [.. room.Alike(c)]))],
            found.Count, Count(room.Comments),
            [.. room.Comments.Where(c => c.Comment.OrganisationId != null).Select(c => new OwnOrganisation(c.Comment.OrganisationId!.Value, c.Comment.OrganisationName))
                .DistinctBy(o => o.Id).OrderBy(o => o.Name, People.CzechOrder.Names)],
            meeting, standing.CanPrepare);
    }

    /// <summary>What accepting a comment's wording, or an edited one in place of it, would do to the item's text as it is now.</summary>
    public async Task<Outcome<SettlementPreview>> PreviewAsync(long by, long commentId, string? wording = null, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await db.RoundComments.Where(c => c.Id == commentId && c.State == CommentState.Sent)
            .Select(c => new { Comment = c, Item = db.RoundItems.FirstOrDefault(i => i.Id == c.ItemId), GroupId = db.Rounds.Where(r => r.Id == c.RoundId).Select(r => r.GroupId).First() })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, found.GroupId, by, time.Today(), cancellationToken);
        if (standing.RefusalToManage is { } refusal)
            return refusal;
        if (found.Item is not { } item || (wording ?? found.Comment.ProposedWording) is not { } proposed)
            return new Refusal("RoundSettlementNothingProposed");
        if (await texts.ReadAsync(item.TextId) is not { } current)
            return Refusal.NotFound;
        if (wording is not null)
            return new SettlementPreview(item.Wording, current, wording.ReplaceLineEndings("\n"), false);
        var merged = WordingMerge.Of(item.Wording, proposed, current);
        return new SettlementPreview(item.Wording, current, merged.After, merged.IsConflict);
    }

    private static bool Passes(RoomComment comment, SettlementFilter filter) =>
        filter.Show switch
        {
            SettlementShow.Unsettled => comment.Settlement is null,
            SettlementShow.Settled => comment.Settlement is not null,
            SettlementShow.Disputes => comment.IsDispute,
            SettlementShow.Insisted => comment.IsInsistedOn,
            SettlementShow.Late => comment.Comment.IsLate,
            SettlementShow.Untold => comment.Settlement is { ToldAt: null },
            _ => true,
        }
        && (filter.Kind is null || comment.Comment.Kind == filter.Kind)
        && (filter.Outcome is null || comment.Settlement?.Outcome == filter.Outcome)
        && (filter.ItemId is null || (comment.Comment.ItemId ?? SettlementFilter.WholeDocument) == filter.ItemId)
        && (filter.OrganisationId is null || comment.Comment.OrganisationId == filter.OrganisationId);

    private static bool Speaks(RoundComment comment, string words) =>
        new[] { comment.Reason, comment.ProposedWording ?? "", comment.AuthorName, comment.OrganisationName }.Any(text => SearchText.Fold(text).Contains(words, StringComparison.Ordinal));

    private static SettlementCounts Count(IReadOnlyList<RoomComment> comments) => new(
        comments.Count,
        comments.Count(c => c.Settlement is not null),
        comments.Count(c => c.IsDispute),
        comments.Count(c => c.IsInsistedOn),
        comments.Count(c => c.Comment.IsLate),
        comments.Count(c => c.Settlement is { ToldAt: null }),
        comments.Where(c => c.Settlement is not null).CountBy(c => c.Settlement!.Outcome).ToDictionary());
}
