using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Home;

public sealed record HomeMeeting(
    long Id, string NumberText, string Title, string Group, DateTimeOffset StartsAt, string TimeZone, MeetingForm Form, string? Place, MeetingState State);

public sealed record HomeGroup(long Id, string Name, string ShortName, string? ParentBody);

/// <summary>What stands before a person now: the meeting that runs, the next ones, the last ones, their groups.</summary>
public sealed record HomeView(
    IReadOnlyList<HomeMeeting> Running, IReadOnlyList<HomeMeeting> Coming, IReadOnlyList<HomeMeeting> Past, IReadOnlyList<HomeGroup> Groups);

public sealed class HomeService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    private const int Shown = 5;

    public async Task<HomeView> ReadAsync(long personId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var groups = await access.Readable(db, personId, time.Today())
            .OrderBy(g => g.ParentId != null).ThenBy(g => g.ShortName)
            .Select(g => new HomeGroup(g.Id, g.Name, g.ShortName, g.ParentBody))
            .ToListAsync(cancellationToken);
        var ids = groups.Select(g => g.Id).ToList();
        var now = time.GetUtcNow();

        IQueryable<HomeMeeting> Of(IQueryable<Meeting> meetings) => meetings.Where(m => ids.Contains(m.GroupId)).Take(Shown).Select(m => new HomeMeeting(
            m.Id, m.NumberText, m.Title, db.Groups.Where(g => g.Id == m.GroupId).Select(g => g.ShortName).First(),
            m.StartsAt, m.TimeZone, m.Form, m.Place, m.State));

        var all = db.Meetings.AsNoTracking();
        return new(
            // Votes per rollam run for days: those that wait for an answer are shown as such.
            await Of(all.Where(m => m.Form != MeetingForm.PerRollam && (m.State == MeetingState.Live || m.State == MeetingState.Adjourned)).OrderBy(m => m.StartsAt)).ToListAsync(cancellationToken),
            await Of(all.Where(m => (m.State == MeetingState.Planned || m.State == MeetingState.Invited) && m.EndsAt >= now).OrderBy(m => m.StartsAt))
                .ToListAsync(cancellationToken),
            await Of(all.Where(m => m.State == MeetingState.Closed).OrderByDescending(m => m.StartsAt)).ToListAsync(cancellationToken),
            groups);
    }
}
