using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;
using Workspace.Web.Localization;

namespace Workspace.Web.Votes.Register;

/// <summary>The register of a group's resolutions (V13): whoever may read the group's matters may search it.</summary>
public sealed class ResolutionService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, LiveUpdates updates, TimeProvider time) : IDisposable
{
    public const int PageSize = 50;

    private readonly SharedReadings<Kept> kept = new(updates, time, t => t.IdAs(LiveTopic.Voting), id => ReadAsync(factory, id));

    public void Dispose() => kept.Dispose();

    public async Task<Outcome<ResolutionList>> SearchAsync(long by, long groupId, ResolutionQuery query, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!(await access.FindAsync(db, groupId, by, time.Today(), cancellationToken)).CanRead)
            return Refusal.NotFound;
        var group = await db.Groups.Where(g => g.Id == groupId).Names().SingleAsync(cancellationToken);
        var all = await db.Resolutions.AsNoTracking().Where(r => r.GroupId == groupId).Select(r => new { r.Year, r.MeetingId }).ToListAsync(cancellationToken);
        var years = all.Select(r => r.Year).Distinct().OrderDescending().ToList();
        var held = all.Select(r => r.MeetingId).ToHashSet();
        var meetings = (await db.Meetings.AsNoTracking().Where(m => held.Contains(m.Id)).OrderByDescending(m => m.StartsAt).ThenByDescending(m => m.Id)
                .Select(m => new { m.Id, m.NumberText, m.Title, m.StartsAt, m.TimeZone }).ToListAsync(cancellationToken))
            .ConvertAll(m => (Meeting: new ResolutionMeeting(m.Id, m.NumberText, m.Title, m.StartsAt.DayIn(m.TimeZone)), m.TimeZone));

        // Which words are alike and whether a count adopts is nothing a database can tell; a group has some hundreds of them.
        var found = await db.Resolutions.AsNoTracking()
            .Where(r => r.GroupId == groupId && (query.Year == null || r.Year == query.Year) && (query.MeetingId == null || r.MeetingId == query.MeetingId))
            .OrderByDescending(r => r.Year).ThenByDescending(r => r.Number)
            .Join(db.Votes.Include(v => v.Options), r => r.VoteId, v => v.Id, (r, v) => new { r.NumberText, r.At, Vote = v })
            .ToListAsync(cancellationToken);
        var words = SearchText.Fold(query.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rows = found
            .Select(r =>
            {
                var (meeting, zone) = meetings.Find(m => m.Meeting.Id == r.Vote.MeetingId);
                return new ResolutionRow(r.Vote, r.NumberText, r.At.DayIn(zone), meeting);
            })
            .Where(r => (query.State is null || r.State == query.State) && IsAbout(r, words))
            .ToList();
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (rows.Count + PageSize - 1) / PageSize));
        return new ResolutionList(group, [.. rows.Skip((page - 1) * PageSize).Take(PageSize)], rows.Count, page, all.Count, years, [.. meetings.Select(m => m.Meeting)]);
    }

    /// <summary>Whether the group has any; the caller checks who may know.</summary>
    public async Task<bool> HasAnyAsync(long groupId, CancellationToken cancellationToken = default) => (await kept.FindAsync(groupId, cancellationToken))!.HasAny;

    private static async Task<Kept?> ReadAsync(IDbContextFactory<WorkspaceDb> factory, long groupId)
    {
        await using var db = await factory.CreateDbContextAsync();
        return new(await db.Resolutions.AnyAsync(r => r.GroupId == groupId));
    }

    private static bool IsAbout(ResolutionRow row, string[] words)
    {
        if (words.Length == 0)
            return true;
        var text = SearchText.Fold($"{row.NumberText} {row.Vote.Wording}");
        return Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Asked by every page of the group.</summary>
    private sealed record Kept(bool HasAny);
}
