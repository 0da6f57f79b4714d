using Workspace.Text;

namespace Workspace.Web.Texts.Comments;

/// <summary>Finds passages of older versions in the text as it is now, and what they said.</summary>
public sealed class TextPassages(TextSessions sessions, RevisionLog log)
{
    private const int Portion = 5_000;

    /// <summary>The newest version, and everything committed above a version.</summary>
    public sealed record Recent(long Version, IReadOnlyList<KnownRevision> Revisions)
    {
        public IEnumerable<KnownRevision> Above(long version) => Revisions.Skip((int)(version - (Version - Revisions.Count)));
    }

    /// <param name="textId">The text.</param>
    /// <param name="oldest">The version to begin with.</param>
    /// <param name="newest">A version that is known to exist, perhaps by another server's commit.</param>
    /// <returns>Null if there is no such text, or not so many versions.</returns>
    public async Task<Recent?> ReadAboveAsync(long textId, long oldest, long newest)
    {
        if (oldest < 0 || await sessions.OpenAsync(textId) is not { } session)
            return null;
        if ((await session.ReadAsync(newest)).Version < newest)
            return null;
        var (version, _, revisions) = await session.ReadAsync(oldest);
        return new(version, revisions ?? await ReadFarAsync(textId, oldest, version));
    }

    /// <summary>The text as it is now, with its version.</summary>
    public async Task<(long Version, string Text)?> ReadNowAsync(long textId) =>
        await sessions.OpenAsync(textId) is { } session && await session.ReadAsync(null) is { Text: { } text, Version: var version }
            ? (version, text)
            : null;

    /// <summary>A passage of a version, with its words; null if the version has no such place, or it would part a character.</summary>
    public async Task<CommentedPassage?> FindAsync(long textId, long version, TextAnchor anchor)
    {
        if (anchor.From < 0 || anchor.IsGone || await ReadAboveAsync(textId, version, version) is not { } recent
            || await ReadNowAsync(textId) is not { } now)
            return null;
        // Something may have been committed between the two.
        if (now.Version > recent.Version)
            recent = (await ReadAboveAsync(textId, version, now.Version))!;
        if (anchor.To > (recent.Revisions.Count > 0 ? recent.Revisions[0].Changes.Length : now.Text.Length))
            return null;
        var over = recent.Revisions.Take((int)(now.Version - version)).ToList();
        var words = Surviving(anchor, over, now.Text) ?? await ReplayAsync(textId, version, anchor);
        return char.IsLowSurrogate(words[0]) || char.IsHighSurrogate(words[^1]) ? null : new(version, anchor, words);
    }

    /// <summary>The words of the passage, if all of them are still in the text.</summary>
    private static string? Surviving(TextAnchor anchor, IReadOnlyList<KnownRevision> over, string now)
    {
        // A change that deletes the passage, taken along: what it deletes in the end is what is left of it.
        var deletion = ChangeSet.Replace(over.Count > 0 ? over[0].Changes.Length : now.Length, anchor.From, anchor.To, "");
        foreach (var revision in over)
            deletion = deletion.Map(revision.Changes);
        if (deletion.Length - deletion.NewLength < anchor.Length)
            return null;
        // Brought back into a text of nothing but zeros, which no text holds, they stand out.
        return deletion.Invert(now).Apply(new string('\0', deletion.NewLength)).Replace("\0", "", StringComparison.Ordinal);
    }

    private async Task<string> ReplayAsync(long textId, long version, TextAnchor anchor)
    {
        var revisions = await ReadFarAsync(textId, 0, version);
        var document = revisions.Aggregate(TextDocument.Empty, (text, revision) => revision.Changes.Apply(text));
        return document.Slice(anchor.From, anchor.To);
    }

    private async Task<IReadOnlyList<KnownRevision>> ReadFarAsync(long textId, long above, long upTo)
    {
        List<KnownRevision> revisions = [];
        while (above + revisions.Count < upTo)
        {
            var next = above + revisions.Count;
            var portion = await log.ReadAsync(textId, next, (int)Math.Min(Portion, upTo - next));
            if (portion.Count == 0)
                throw new InvalidOperationException($"Text {textId} has no revision {next + 1}.");
            revisions.AddRange(portion.Select(KnownRevision.Of));
        }
        return revisions;
    }
}
