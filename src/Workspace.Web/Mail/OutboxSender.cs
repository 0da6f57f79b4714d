using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Mail;

/// <summary>
/// Sends what waits in the outbox. A message is claimed first, by moving its next attempt forward; of several servers
/// one succeeds, and if it dies the message is free again when the claim has run out. What remains: a server that dies
/// after the mail server has said yes and before that is written down will have the message sent again; it then
/// carries the same Message-ID.
/// </summary>
public sealed class OutboxSender(IDbContextFactory<WorkspaceDb> factory, SmtpPost post, TimeProvider time, ILogger<OutboxSender> log)
    : PulsingService(TimeSpan.FromSeconds(3), time, log)
{
    /// <summary>Longer than one attempt can take.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    /// <summary>Sends everything that is due, one after another.</summary>
    /// <returns>How many messages the mail server accepted.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken = default)
    {
        var sent = 0;
        while (!cancellationToken.IsCancellationRequested && await ClaimNextAsync(cancellationToken) is { } id)
        {
            // Not cancelled in the middle: whether the message went out would then be unknown.
            if (await SendAsync(id))
                sent++;
        }
        return sent;
    }

    public override Task BeatAsync(CancellationToken cancellationToken = default) => SendDueAsync(cancellationToken);

    private async Task<long?> ClaimNextAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            var now = Time.GetUtcNow();
            var oldest = now - GiveUpAfter;
            var due = await db.Outbox
                .Where(m => m.SentAt == null && m.NextAttemptAt <= now && (m.Attempts == 0 || m.CreatedAt > oldest))
                .OrderBy(m => m.NextAttemptAt)
                .Select(m => new { m.Id, m.Attempts })
                .FirstOrDefaultAsync(cancellationToken);
            if (due is null)
                return null;
            var until = now + Claim;
            var claimed = await db.Outbox
                .Where(m => m.Id == due.Id && m.Attempts == due.Attempts)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, until).SetProperty(m => m.Attempts, due.Attempts + 1), cancellationToken);
            if (claimed == 1)
                return due.Id;
        }
    }

    private async Task<bool> SendAsync(long id)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        var message = await db.Outbox.SingleAsync(m => m.Id == id, CancellationToken.None);
        try
        {
            await post.SendAsync(message);
            message.Sent(Time.GetUtcNow());
        }
        catch (Exception fault) when (fault is SmtpException or FormatException or ArgumentException or InvalidOperationException)
        {
            Postpone(message, fault);
        }
        await db.SaveChangesAsync(CancellationToken.None);
        return message.SentAt is not null;
    }

    private void Postpone(OutboxMessage message, Exception fault)
    {
        var error = (fault.InnerException ?? fault).Message;
        var next = Time.GetUtcNow() + Pause(message.Attempts);
        if (next - message.CreatedAt >= GiveUpAfter)
        {
            message.GiveUp(error);
            Log.LogError("E-mail {Id} ({Key}) is given up after {Attempts} attempts: {Error}", message.Id, message.Key, message.Attempts, error);
            return;
        }
        message.Failed(error, next);
        Log.LogWarning("E-mail {Id} ({Key}) was not accepted, next attempt at {Next}: {Error}", message.Id, message.Key, next, error);
    }

    private static TimeSpan Pause(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts - 1, 16));
        return pause < LongestPause ? pause : LongestPause;
    }
}
