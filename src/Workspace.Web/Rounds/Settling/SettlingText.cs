using System.Security.Cryptography;
using System.Text;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Texts;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Rounds.Settling;

/// <summary>A comment that is being settled.</summary>
/// <param name="Key">Names the change of the text that comes of it, so that it is made once.</param>
public sealed record CommentCase(RoundComment Comment, RoundItem? Item, string Key);

/// <summary>Brings accepted wordings into the live texts of items, each once, however often and on whichever server it is asked for.</summary>
public sealed class SettlingText(TextPassages passages, TextSessions sessions, RevisionLog log)
{
    private const int Tries = 20;

    /// <returns>The item's text as it is committed now.</returns>
    public async Task<string?> ReadAsync(long textId) => (await passages.ReadNowAsync(textId))?.Text;

    /// <summary>The version by which the comment's change is in the text; null where it is not.</summary>
    public async Task<long?> FindAsync(CommentCase settled, CancellationToken cancellationToken) =>
        settled.Item is null ? null : (await log.LastOfClientAsync(settled.Item.TextId, settled.Key, cancellationToken))?.Version;

    /// <summary>Whether all the proposed wordings fit into the texts one after another; else the comment that does not.</summary>
    public async Task<Refusal?> CheckAsync(IEnumerable<CommentCase> cases, CancellationToken cancellationToken)
    {
        Dictionary<long, string> texts = [];
        foreach (var one in cases)
        {
            if (one.Comment.ProposedWording is not { } proposed || await FindAsync(one, cancellationToken) is not null)
                continue;
            if (!texts.TryGetValue(one.Item!.TextId, out var current) && (current = await ReadAsync(one.Item.TextId)) is null)
                return Refusal.NotFound;
            var merged = WordingMerge.Of(one.Item.Wording, proposed, current);
            if (merged.IsConflict)
                return new("RoundSettlementConflict", one.Item.Citation);
            texts[one.Item.TextId] = merged.After;
        }
        return null;
    }

    /// <summary>Makes the author's change of the frozen wording in the text as it is now.</summary>
    public Task<Outcome<long>> AcceptAsync(CommentCase accepted, long by, CancellationToken cancellationToken) => SubmitAsync(
        accepted, accepted.Comment.AuthorId ?? by,
        current => WordingMerge.Of(accepted.Item!.Wording, accepted.Comment.ProposedWording!, current).Change is { } change ? change : new Refusal("RoundSettlementConflict", accepted.Item.Citation),
        cancellationToken);

    /// <summary>Makes the text what the one who settles wrote.</summary>
    public Task<Outcome<long>> EditAsync(CommentCase edited, long by, string wording, string? seen, CancellationToken cancellationToken) => SubmitAsync(
        edited with { Key = KeyOf(edited, by, wording) }, by,
        current => seen is not null && seen != current ? new Refusal("RoundSettlementStale") : WordDifference.Change(current.Length, 0, current, wording),
        cancellationToken);

    /// <summary>Another wording is another change: one that a killed server has written and not noted does not pass for it.</summary>
    private static string KeyOf(CommentCase edited, long by, string wording) =>
        $"{edited.Key}e{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{by}\n{wording}")))}"[..TextRevision.ClientIdLength];

    /// <returns>The version that holds it.</returns>
    private async Task<Outcome<long>> SubmitAsync(CommentCase settled, long author, Func<string, Outcome<ChangeSet>> change, CancellationToken cancellationToken)
    {
        var textId = settled.Item!.TextId;
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await FindAsync(settled, cancellationToken) is { } done)
                return done;
            if (await passages.ReadNowAsync(textId) is not { } now)
                return Refusal.NotFound;
            var made = change(now.Text);
            if (made.Refusal is { } refusal)
                return refusal;
            if (made.Value!.IsEmpty)
                return now.Version;
            var answer = await sessions.SubmitAsync(textId, new(author, settled.Key, 1, now.Version, [made.Value])
            {
                Holds = now.Text.Length == 0 ? null : new(new(0, now.Text.Length), now.Text),
            });
            if (answer.Refused is null)
                return answer.Version;
            // Somebody wrote in between: it is worked out again on what stands there then.
            if (answer.Refused is not (TextRefusals.Passed or TextRefusals.Forged))
                return answer.Refused == TextRefusals.Locked ? new Refusal("TextLocked") : new Refusal("RoundSettlementUnfit");
        }
        return Refusal.Conflict;
    }
}
