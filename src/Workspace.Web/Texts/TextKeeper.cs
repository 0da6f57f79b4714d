using Workspace.Web.Account;
using Workspace.Web.Live;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Texts;

/// <summary>
/// Tells editors when their rights change (a meeting begins or ends, somebody leaves the group), cuts lines whose sign-in
/// has ended, and closes texts that nobody has open.
/// </summary>
public sealed class TextKeeper(TextAudience audience, TextAccess access, TextSessions sessions, SignInGuard signIns, LiveUpdates live, TimeProvider time, ILogger<TextKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim changed = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        void Hear(LiveTopic topic)
        {
            if (topic.Kind is not (RevisionLog.TopicKind or TextComment.TopicKind) && changed.CurrentCount == 0)
                changed.Release();
        }

        live.Announced += Hear;
        try
        {
            var sweptAt = time.GetTimestamp();
            while (!stoppingToken.IsCancellationRequested)
            {
                await changed.WaitAsync(Pulse, stoppingToken);
                await TryAsync(CutEndedAsync);
                await TryAsync(TellRightsAsync);
                if (time.GetElapsedTime(sweptAt) >= Pulse)
                {
                    access.ForgetExpired();
                    await TryAsync(sessions.CloseUnwatchedAsync);
                    sweptAt = time.GetTimestamp();
                }
                await Task.Delay(Pace, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            live.Announced -= Hear;
        }
    }

    /// <summary>An open line outlives a sign-out everywhere, which must end it.</summary>
    private async Task CutEndedAsync()
    {
        foreach (var connection in audience.Connections)
        {
            if (!await signIns.IsValidAsync(connection.User))
                connection.Cut();
        }
    }

    private async Task TellRightsAsync()
    {
        foreach (var connection in audience.Connections)
        {
            foreach (var (textId, could) in connection.Texts)
            {
                var rights = await access.FindAsync(textId, connection.Person.Id);
                var can = rights.Refusal is null;
                if (!rights.CanRead)
                    await audience.LeaveAsync(connection, textId);
                else if (can == could || !connection.Texts.TryUpdate(textId, can, could))
                    continue;
                if (rights.CanRead && !rights.IsLocked)
                    audience.TellAccess(connection, textId, can);
                else
                    audience.TellRefused(connection, textId, rights.Refusal!);
            }
        }
    }

    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Keeping the texts failed; it is tried again");
        }
    }
}
