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
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var read = await AdmitAsync(db, by, roundId, cancellationToken);
        return read.Refusal is { } refusal ? refusal : View(read.Value!, filter, Find(read.Value!.Room, filter));
    }

    /// <summary>What the page of settling shows: a page of the list, and one comment with all that is needed to settle it.</summary>
    /// <param name="by">Chair, secretary or administrator.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="filter">What is listed; which part of it is said by <paramref name="page"/>.</param>
    /// <param name="commentId">The comment to take up; null for the first that waits.</param>
    /// <param name="page">From 1; null for the one that holds the comment.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<Outcome<SettlementDesk>> TakeUpAsync(long by, long roundId, SettlementFilter filter, long? commentId, int? page, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var read = await AdmitAsync(db, by, roundId, cancellationToken);
        if (read.Refusal is { } refusal)
            return refusal;
        var room = read.Value!.Room;
        var order = OrderOf(room);
        var found = Find(room, filter);
        var current = SettlementDesk.Take(room, found, commentId, order);
        if (current?.Comment.Settlement?.AgendaItemId is { } agendaItem)
            current = current with { AgendaMeetingId = await db.AgendaItems.Where(i => i.Id == agendaItem).Select(i => (long?)i.MeetingId).SingleOrDefaultAsync(cancellationToken) };
        var last = Math.Max(0, (found.Count - 1) / SettlementDesk.PageSize);
        var shown = Math.Clamp(page is { } asked ? asked - 1 : current is null ? 0 : SettlementDesk.PlaceOf(current.Comment, found, order) / SettlementDesk.PageSize, 0, last);
        var view = View(read.Value, filter with { Skip = shown * SettlementDesk.PageSize, Take = SettlementDesk.PageSize }, found);
        return new SettlementDesk(view, shown + 1, current, room.Comments.Count(c => c.IsInsistedOn && c.Settlement!.AgendaItemId is null));
    }

    /// <summary>What accepting a comment's wording, or an edited one in place of it, would do to the item's text as it is now; nothing where none is proposed.</summary>
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
        if (found.Item is not { } item)
            return new Refusal("RoundSettlementNothingProposed");
        if (await texts.ReadAsync(item.TextId) is not { } current)
            return Refusal.NotFound;
        if (wording is not null)
            return new SettlementPreview(item.Wording, current, wording.ReplaceLineEndings("\n"), false);
        if (found.Comment.ProposedWording is not { } proposed)
            return new SettlementPreview(item.Wording, current, current, false);
        var merged = WordingMerge.Of(item.Wording, proposed, current);
        return new SettlementPreview(item.Wording, current, merged.After, merged.IsConflict);
    }

    private sealed record Reading(RoundRoom Room, PlannedMeeting? Meeting, bool CanSettle);

    private async Task<Outcome<Reading>> AdmitAsync(WorkspaceDb db, long by, long roundId, CancellationToken cancellationToken)
    {
        if (await rooms.FindAsync(roundId, cancellationToken) is not { } room)
            return Refusal.NotFound;
        var (info, now) = (room.Info, time.GetUtcNow());
        var standing = await access.FindAsync(db, info.Round.GroupId, by, now.DayIn(info.TimeZone), cancellationToken);
        if (standing.RefusalToManage is { } refusal)
            return refusal;
        var meeting = await db.Meetings.Where(m => m.GroupId == info.Round.GroupId && m.Form != MeetingForm.PerRollam && m.StartsAt >= now
                && (m.State == MeetingState.Planned || m.State == MeetingState.Invited))
            .OrderBy(m => m.StartsAt).Select(m => new PlannedMeeting(m.Id, m.Title, m.StartsAt, m.TimeZone)).FirstOrDefaultAsync(cancellationToken);
        return new Reading(room, meeting, standing.CanPrepare);
    }

    /// <summary>By item, the whole document first; in each item the late ones last.</summary>
    private static Comparer<RoomComment> OrderOf(RoundRoom room)
    {
        (int, bool, DateTimeOffset?, long) KeyOf(RoomComment c) => (c.Comment.ItemId is { } item ? room.ItemsById[item].Position : -1, c.Comment.IsLate, c.Comment.SentAt, c.Comment.Id);
        return Comparer<RoomComment>.Create((one, other) => KeyOf(one).CompareTo(KeyOf(other)));
    }

    private static List<RoomComment> Find(RoundRoom room, SettlementFilter filter)
    {
        var words = SearchText.Fold(filter.Search).Trim();
        return [.. room.Comments.Where(c => Passes(c, filter) && (words.Length == 0 || Speaks(c.Comment, words))).Order(OrderOf(room))];
    }

    private static SettlementView View(Reading read, SettlementFilter filter, List<RoomComment> found) => new(
        read.Room.Info, read.Room.Items,
        [.. found.Skip(filter.Skip).Take(filter.Take ?? int.MaxValue).Select(c => new SettlementRow(c, SettlementDesk.ItemOf(read.Room, c), [.. read.Room.Alike(c)]))],
        found.Count, Count(read.Room.Comments),
        [.. read.Room.Comments.Where(c => c.Comment.OrganisationId != null).Select(c => new OwnOrganisation(c.Comment.OrganisationId!.Value, c.Comment.OrganisationName))
            .DistinctBy(o => o.Id).OrderBy(o => o.Name, People.CzechOrder.Names)],
        read.Meeting, read.CanSettle);

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
