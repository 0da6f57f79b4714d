using Workspace.Text;

namespace Workspace.Web.Texts.History;

/// <summary>Who made a change, when, and the version it leads to.</summary>
public readonly record struct Stroke(long Version, long AuthorId, DateTimeOffset At);

/// <summary>A stretch of text of one writer. <see cref="AuthorId"/> is null where nobody knows who wrote it.</summary>
public readonly record struct AuthorRun(int Length, long? AuthorId, DateTimeOffset? At);

/// <summary>
/// The whole history of a text, woven from its revisions as they come. Versions may have gaps, where revisions were
/// folded into one. Not for several threads at once.
/// </summary>
public sealed class WovenText(string start)
{
    /// <summary>What one person wrote with shorter pauses counts as written at once.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    private readonly List<Stroke> strokes = [];

    public TextWeave Weave { get; } = new(start);

    public IReadOnlyList<Stroke> Strokes => strokes;

    /// <summary>The newest version; 0 if nothing was changed yet.</summary>
    public long Version => strokes.Count > 0 ? strokes[^1].Version : 0;

    /// <exception cref="ArgumentException">The change does not follow the ones before it.</exception>
    public void Add(Stroke stroke, ChangeSet changes)
    {
        Weave.Add(changes);
        strokes.Add(stroke);
    }

    /// <summary>How many changes a version holds: the number of its last one.</summary>
    public int ChangeOf(long version)
    {
        var (from, to) = (0, strokes.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = strokes[middle].Version <= version ? (middle + 1, to) : (from, middle);
        }
        return from;
    }

    /// <summary>How many changes had been made at a moment.</summary>
    public int ChangeAt(DateTimeOffset moment)
    {
        // The clocks of two servers may differ a little, and times then go back: the last one counts.
        var change = strokes.FindLastIndex(stroke => stroke.At <= moment);
        return change + 1;
    }

    /// <summary>Who made a change; null for what was there before all changes.</summary>
    public Stroke? MadeBy(int change) => change == 0 ? null : strokes[change - 1];

    public string TextAt(long version) => Weave.TextAfter(ChangeOf(version));

    /// <summary>Who wrote what of a version, one run after another, all together as long as the text.</summary>
    public IReadOnlyList<AuthorRun> RunsAt(long version)
    {
        var runs = new List<AuthorRun>();
        foreach (var piece in Weave.After(ChangeOf(version)))
        {
            var stroke = MadeBy(piece.Origin);
            var run = new AuthorRun(piece.Length, stroke?.AuthorId, stroke?.At);
            if (runs.Count > 0 && Join(runs[^1], run) is { } joined)
                runs[^1] = joined;
            else
                runs.Add(run);
        }
        return runs;
    }

    private static AuthorRun? Join(AuthorRun run, AuthorRun next)
    {
        if (run.AuthorId != next.AuthorId || (run.At - next.At)?.Duration() > Together)
            return null;
        return new(run.Length + next.Length, run.AuthorId, run.At > next.At ? run.At : next.At);
    }
}
