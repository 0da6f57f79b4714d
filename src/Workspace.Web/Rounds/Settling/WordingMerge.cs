using Workspace.Text;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Rounds.Settling;

/// <summary>What accepting a proposed wording would do to the text as it is now.</summary>
/// <param name="Change">Of the text as it is now; null where a passage was changed on both sides.</param>
/// <param name="After">The text as it would be; as it is now in case of a conflict.</param>
public sealed record MergedWording(ChangeSet? Change, string After)
{
    public bool IsConflict => Change is null;
}

public static class WordingMerge
{
    /// <summary>Brings what the author changed of the frozen wording into the text as it is now, word by word.</summary>
    public static MergedWording Of(string frozen, string proposed, string current)
    {
        if (current == proposed)
            return new(ChangeSet.Empty(current.Length), current);
        var since = WordDifference.Find(frozen, current).ToList();
        // What stands there already, for instance by a comment alike, is not done twice.
        var wanted = WordDifference.Find(frozen, proposed).Where(w => !since.Contains(w)).ToList();
        if (wanted.Any(w => since.Any(s => Meet(w, s))))
            return new(null, current);
        var change = ChangeSet.Of(frozen.Length, wanted).Map(ChangeSet.Of(frozen.Length, since));
        return new(change, change.Apply(current));
    }

    /// <summary>Whether two changes of one wording concern the same words; an insertion meets what ends or begins at its place.</summary>
    private static bool Meet((int From, int To, string Insert) one, (int From, int To, string Insert) other) =>
        one.From == one.To || other.From == other.To
            ? one.From <= other.To && other.From <= one.To
            : one.From < other.To && other.From < one.To;
}
