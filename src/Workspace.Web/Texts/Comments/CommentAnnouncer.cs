using System.Threading.Channels;
using Workspace.Web.Live;

namespace Workspace.Web.Texts.Comments;

/// <summary>
/// Tells those who have a text open of its comments, whichever server committed them. One thread is read after the
/// other, so that nobody is told an older state after a newer one.
/// </summary>
public sealed class CommentAnnouncer(LiveUpdates live, CommentThreads threads, TextAudience audience, ILogger<CommentAnnouncer> log) : BackgroundService
{
    private readonly Channel<long> changed = Channel.CreateUnbounded<long>(new() { SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        live.Announced += Hear;
        live.MissedSome += TellAll;
        try
        {
            await foreach (var commentId in changed.Reader.ReadAllAsync(stoppingToken))
                await TellAsync(commentId, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            live.Announced -= Hear;
            live.MissedSome -= TellAll;
        }
    }

    private void Hear(LiveTopic topic)
    {
        if (topic.Kind == TextComment.TopicKind)
            changed.Writer.TryWrite(topic.Id);
    }

    private void TellAll()
    {
        foreach (var textId in audience.Watched())
            audience.TellComment(textId, null);
    }

    private async Task TellAsync(long commentId, CancellationToken cancellationToken)
    {
        try
        {
            if (await threads.FindAsync(commentId, cancellationToken) is { } found && audience.IsWatched(found.TextId))
                audience.TellComment(found.TextId, found.Thread);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(fault, "Comment {CommentId} was not told; who has the text open sees it when they open it again", commentId);
        }
    }
}
