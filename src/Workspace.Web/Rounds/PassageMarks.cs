using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds;

/// <summary>A stretch of a wording, commented on or not.</summary>
public sealed record MarkedPiece(string Text, bool IsMarked);

/// <summary>Lays commented passages over a wording: together the pieces are the wording, unit by unit.</summary>
public static class PassageMarks
{
    public static IEnumerable<MarkedPiece> Of(string wording, IEnumerable<CommentPassage> passages)
    {
        var at = 0;
        foreach (var (from, to) in passages.OrderBy(p => p.From))
        {
            var (start, end) = (Math.Clamp(from, at, wording.Length), Math.Clamp(to, at, wording.Length));
            if (start > at && end > start)
                yield return new(wording[at..start], false);
            if (end <= start)
                continue;
            yield return new(wording[start..end], true);
            at = end;
        }
        if (at < wording.Length)
            yield return new(wording[at..], false);
    }
}
