using Workspace.Text;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Texts;

/// <summary>Changes of one editor, each made after the one before, the first in <see cref="BaseVersion"/> of the text.</summary>
public sealed record Submission(long PersonId, string ClientId, long FirstSequence, long BaseVersion, IReadOnlyList<ChangeSet> Changes)
{
    /// <summary>What must still stand in the text when the changes are made; null where they are welcome in any case.</summary>
    public HeldPassage? Holds { get; init; }

    public TaskCompletionSource<Submitted> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long LastSequence => FirstSequence + Changes.Count - 1;
}
