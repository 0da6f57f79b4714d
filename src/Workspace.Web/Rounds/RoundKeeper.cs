using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Rounds;

/// <summary>Looks every few seconds whether a round is to open, to close or to be reminded of. Every server does; the held round makes it happen once.</summary>
public sealed class RoundKeeper(IDbContextFactory<WorkspaceDb> factory, RoundLeadService service, TimeProvider time, ILogger<RoundKeeper> log)
    : PulsingService(TimeSpan.FromSeconds(3), time, log)
{
    /// <summary>Does what is due now.</summary>
    public override async Task BeatAsync(CancellationToken cancellationToken = default)
    {
        var now = Time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rounds = await db.Rounds.Where(r => r.State == RoundState.Open || (r.State == RoundState.Prepared && r.OpensAt <= now))
            .Select(r => new { r.Id, r.State, r.OpenedAt, r.ClosesAt, r.RemindedAt }).ToListAsync(cancellationToken);
        foreach (var round in rounds)
        {
            if (round.State == RoundState.Prepared || now >= round.ClosesAt || (round.RemindedAt is null && now >= RoundTelling.RemindsAt(round.OpenedAt!.Value, round.ClosesAt)))
                await service.KeepAsync(round.Id, cancellationToken);
        }
    }
}
