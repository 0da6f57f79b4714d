using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes.PerRollam;

/// <summary>Looks every few seconds whether a vote per rollam has reached its deadline or is to be reminded of. Every server does; the held meeting makes it happen once.</summary>
public sealed class PerRollamKeeper(IDbContextFactory<WorkspaceDb> factory, PerRollamService service, TimeProvider time, ILogger<PerRollamKeeper> log)
    : PulsingService(TimeSpan.FromSeconds(3), time, log)
{
    private static readonly TimeSpan ReminderPulse = TimeSpan.FromMinutes(1);
    private DateTimeOffset reminded;

    /// <summary>Does what is due now.</summary>
    public override async Task BeatAsync(CancellationToken cancellationToken = default)
    {
        var now = Time.GetUtcNow();
        var isReminding = now - reminded >= ReminderPulse;
        if (isReminding)
            reminded = now;
        var horizon = isReminding ? now + PerRollamService.ReminderBefore : now;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var due = await db.Meetings.Where(m => m.Form == MeetingForm.PerRollam && m.State == MeetingState.Live && m.EndsAt <= horizon).Select(m => m.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
            await service.KeepAsync(id, cancellationToken);
    }
}
