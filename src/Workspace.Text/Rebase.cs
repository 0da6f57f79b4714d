namespace Workspace.Text;

/// <summary>Brings changes made in an older version of a text up to the version it has now.</summary>
/// <remarks>
/// In both ways of doing it, <c>own</c> are the changes of one client, each made after the one before, and begin with
/// its first change that the version they were made in does not hold. <c>over</c> are all changes since that version in
/// their order. Own changes found in <c>over</c> (by client, counted from the head) are confirmed and left out of the
/// result; the others fit, one after another, behind the last of <c>over</c>.
/// </remarks>
public static class Rebase
{
    /// <summary>
    /// Maps over the changes one at a time. A client that also takes in revisions one at a time arrives at the same
    /// text whenever they reach it, so this is what the keeper of the order uses.
    /// </summary>
    /// <remarks>The same as <see cref="Over"/> called once for each of <paramref name="over"/>, in linear time.</remarks>
    /// <exception cref="ArgumentException">The changes do not follow each other.</exception>
    public static IReadOnlyList<ChangeSet> InTurn(
        IReadOnlyList<(string ClientId, ChangeSet Changes)> own, IReadOnlyList<(string ClientId, ChangeSet Changes)> over)
    {
        var mapped = own.Select(o => o.Changes).ToArray();
        var confirmed = 0;
        foreach (var (clientId, changes) in over)
        {
            if (confirmed == own.Count)
                break;
            if (own[confirmed].ClientId == clientId)
            {
                confirmed++;
                continue;
            }
            var passed = changes.Sections;
            for (var i = confirmed; i < mapped.Length; i++)
            {
                var next = i + 1 < mapped.Length ? Pass(passed, mapped[i]) : passed;
                mapped[i] = mapped[i].MapOver(passed);
                passed = next;
            }
        }
        return mapped[confirmed..];
    }

    /// <summary>Maps over all changes composed into one, exactly as CodeMirror's rebaseUpdates does.</summary>
    /// <remarks>
    /// A client agrees with the result only if it takes in the same changes composed in the same way. Where they reach
    /// it in other portions (one deletes, the next inserts at the same place) its text can differ from then on without
    /// anybody noticing: <see cref="ChangeSet.Map(ChangeSet, bool)"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The changes do not follow each other.</exception>
    public static IReadOnlyList<ChangeSet> Over(
        IReadOnlyList<(string ClientId, ChangeSet Changes)> own, IReadOnlyList<(string ClientId, ChangeSet Changes)> over)
    {
        if (own.Count == 0)
            return [];
        Sections? passed = null;
        var confirmed = 0;
        foreach (var (clientId, changes) in over)
        {
            if (confirmed < own.Count && own[confirmed].ClientId == clientId)
            {
                passed = passed is null ? null : Pass(passed, own[confirmed].Changes);
                confirmed++;
            }
            else
            {
                passed = passed is null ? changes.Sections : Join(passed, changes.Sections);
            }
        }
        var result = new ChangeSet[own.Count - confirmed];
        for (var i = 0; i < result.Length; i++)
        {
            var changes = own[confirmed + i].Changes;
            result[i] = passed is null ? changes : changes.MapOver(passed);
            passed = passed is null || i + 1 == result.Length ? passed : Pass(passed, changes);
        }
        return result;
    }

    /// <summary>The changes passed over, as they apply after an own one.</summary>
    private static Sections Pass(Sections passed, ChangeSet own) => passed.Map(own.Sections, before: true);

    private static Sections Join(Sections passed, Sections next)
    {
        if (passed.NewLength == next.Length && (passed.IsEmpty || next.IsEmpty))
            return passed.IsEmpty ? next : passed;
        return passed.Compose(next);
    }
}
