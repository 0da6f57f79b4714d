using Workspace.Text;

namespace Workspace.Web.Texts;

/// <summary>
/// Works out the revisions that a batch of submissions makes of a text, without touching its history: they count only
/// once they are committed, and are worked out anew if another server commits first.
/// </summary>
public sealed class TextBatch(TextHistory history, DateTimeOffset at)
{
    private readonly List<KnownRevision> added = [];
    private readonly Dictionary<string, ClientProgress> progress = [];

    public IReadOnlyList<KnownRevision> Added => added;

    /// <summary>The text as it is after what was added.</summary>
    public TextDocument Document { get; private set; } = history.Document;

    private long Version => history.Version + added.Count;

    /// <summary>Takes all changes of a submission or none. What is stored already is acknowledged and not applied again.</summary>
    /// <param name="submission">What came in.</param>
    /// <param name="older">Revisions from the submission's base version up to those the history keeps; empty where it reaches back far enough.</param>
    public Submitted Take(Submission submission, IReadOnlyList<KnownRevision> older)
    {
        var known = ProgressOf(submission.ClientId);
        if (known.Sequence > 0 && known.AuthorId != submission.PersonId)
            return Submitted.Refuse(TextRefusals.Forged);
        if (submission.FirstSequence < 1 || submission.FirstSequence > known.Sequence + 1)
            return Submitted.Refuse(TextRefusals.Sequence);
        if (submission.LastSequence <= known.Sequence)
            return Submitted.At(known.Version);
        if (submission.BaseVersion < 0 || submission.BaseVersion > Version)
            return Submitted.Refuse(TextRefusals.Unfit);

        var over = Over(submission.BaseVersion, older);
        if (!Follows(submission, over))
            return Submitted.Refuse(TextRefusals.Unfit);
        if (submission.Holds is { } held && !held.StandsAfter(over.Select(earlier => earlier.Changes), Document))
            return Submitted.Refuse(TextRefusals.Passed);
        var rebased = Rebase.InTurn(
            [.. submission.Changes.Select(change => (submission.ClientId, change))],
            over);
        if (rebased.Count != submission.LastSequence - known.Sequence)
            return Submitted.Refuse(TextRefusals.Sequence);

        var result = Document;
        foreach (var change in rebased)
        {
            if (TextRules.Check(change, result) is { } fault)
                return Submitted.Refuse(TextRefusals.Of(fault));
            result = change.Apply(result);
        }
        Document = result;
        foreach (var change in rebased)
            Add(submission, change);
        return Submitted.At(Version);
    }

    private ClientProgress ProgressOf(string clientId) =>
        progress.TryGetValue(clientId, out var latest) ? latest : history.ProgressOf(clientId);

    private void Add(Submission submission, ChangeSet change)
    {
        var sequence = ProgressOf(submission.ClientId).Sequence + 1;
        added.Add(new(Version + 1, submission.PersonId, submission.ClientId, sequence, at, change, change.ToJson()));
        progress[submission.ClientId] = new(sequence, Version, submission.PersonId);
    }

    private List<(string ClientId, ChangeSet Changes)> Over(long baseVersion, IReadOnlyList<KnownRevision> older)
    {
        var over = new List<(string, ChangeSet)>();
        foreach (var revision in older)
            over.Add((revision.ClientId, revision.Changes));
        if (baseVersion < history.Version)
            foreach (var revision in history.Since(Math.Max(baseVersion, history.FirstKnown)))
                over.Add((revision.ClientId, revision.Changes));
        foreach (var revision in added.Skip((int)Math.Max(0, baseVersion - history.Version)))
            over.Add((revision.ClientId, revision.Changes));
        return over;
    }

    /// <summary>Whether the first change fits the base version, and each other the one before it.</summary>
    private bool Follows(Submission submission, List<(string ClientId, ChangeSet Changes)> over)
    {
        var length = over.Count > 0 ? over[0].Changes.Length : Document.Length;
        foreach (var change in submission.Changes)
        {
            if (change.Length != length)
                return false;
            length = change.NewLength;
        }
        return true;
    }
}
