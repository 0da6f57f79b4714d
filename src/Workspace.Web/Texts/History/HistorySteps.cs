namespace Workspace.Web.Texts.History;

/// <summary>A stop of the slider: what one person wrote without a longer pause.</summary>
/// <param name="Version">The version it leads to; 0 for the text before all changes.</param>
/// <param name="AuthorId">Null for the beginning.</param>
/// <param name="At">When its last change was made.</param>
public sealed record HistoryStep(long Version, long? AuthorId, DateTimeOffset? At);

public static class HistorySteps
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>More cannot be told apart on a slider; bursts of several people who write at once are then folded too.</summary>
    private const int Most = 400;

    public static IReadOnlyList<HistoryStep> Of(IReadOnlyList<Stroke> strokes)
    {
        List<HistoryStep> steps = [new(0, null, null)];
        var begun = DateTimeOffset.MinValue;
        foreach (var stroke in strokes)
        {
            var last = steps[^1];
            var goesOn = last.AuthorId == stroke.AuthorId && stroke.At - last.At < Pause && stroke.At - begun < Longest;
            if (goesOn)
                steps.RemoveAt(steps.Count - 1);
            else
                begun = stroke.At;
            steps.Add(new(stroke.Version, stroke.AuthorId, stroke.At));
        }
        return Thinned(steps);
    }

    private static List<HistoryStep> Thinned(List<HistoryStep> steps)
    {
        if (steps.Count <= Most)
            return steps;
        return [.. Enumerable.Range(0, Most).Select(i => steps[(int)((long)i * (steps.Count - 1) / (Most - 1))])];
    }
}
