using Workspace.Text;

namespace Workspace.Web.Texts.Comments;

/// <summary>Words that a change depends on, with where they stand in the version it was made in.</summary>
public sealed record HeldPassage(TextAnchor Anchor, string Words)
{
    /// <summary>Whether they still stand there after other changes that led to the document.</summary>
    public bool StandsAfter(IEnumerable<ChangeSet> changes, TextDocument document)
    {
        var now = changes.Aggregate(Anchor, (anchor, change) => anchor.Map(change));
        return now.Length == Words.Length && document.Slice(now.From, now.To) == Words;
    }
}
