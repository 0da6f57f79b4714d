using Workspace.Text;
using Workspace.Web.Data;

namespace Workspace.Web.Texts.Comments;

/// <summary>Deciding suggested wordings: accepted they become a change of the text by their author, rejected they get a reason.</summary>
public sealed class SuggestionService(CommentThreads threads, TextPassages passages, TextSessions sessions, RevisionLog log)
{
    /// <summary>
    /// Puts the suggestion in place of its passage. However often and wherever it is accepted, it enters the text once.
    /// </summary>
    /// <param name="by">Who may write the text.</param>
    /// <param name="commentId">The comment with the suggestion.</param>
    /// <param name="seen">What stood in the passage before the eyes of who accepts; if it is another now, they are asked again.</param>
    /// <param name="cancellationToken">Ends the reading; what is submitted is not taken back.</param>
    public async Task<Outcome> AcceptAsync(long by, long commentId, string? seen, CancellationToken cancellationToken = default)
    {
        TextComment? held = null;
        var allowed = await threads.ChangeAsync(by, commentId, change =>
        {
            held = change.Comment;
            return Task.FromResult(new Outcome(CheckDecider(change)));
        }, cancellationToken);
        if (!allowed.IsDone || held is not { SuggestionClientId: { } clientId, SuggestedWording: { } wording } comment)
            return allowed;
        if (comment.Outcome == SuggestionOutcome.Accepted)
            return Outcome.Done;
        if (comment.Outcome == SuggestionOutcome.Rejected)
            return new Refusal("SuggestionDecided");

        var place = await InsertAsync(comment, clientId, wording, seen ?? "");
        // It may stand there already: somebody else accepted it meanwhile, or the server was stopped before it was noted.
        return place.Refusal is { } refusal && await log.LastOfClientAsync(comment.TextId, clientId, cancellationToken) is null
            ? refusal
            : await threads.ChangeAsync(by, commentId, change =>
            {
                if (change.Comment.Outcome == SuggestionOutcome.Accepted)
                    return Task.FromResult(Outcome.Done);
                change.Comment.Accept(by, change.Now);
                if (place.Value is { } now && now.Version > change.Comment.AnchorVersion)
                    change.Comment.MoveTo(now.Version, new(now.From, now.To));
                return Task.FromResult(Outcome.Done);
            }, CancellationToken.None);
    }

    public async Task<Outcome> RejectAsync(long by, long commentId, string? reason, CancellationToken cancellationToken = default)
    {
        var words = TextRules.Normalise(reason ?? "").Trim();
        return await threads.ChangeAsync(by, commentId, async change =>
        {
            if (CheckDecider(change) is { } refused)
                return refused;
            if (words.Length == 0)
                return new Refusal("ReasonMissing");
            if (words.Length > TextComment.MaxReason)
                return new Refusal("ReasonTooLong", TextComment.MaxReason);
            if (change.Comment.Outcome is not null || await log.LastOfClientAsync(change.Comment.TextId, change.Comment.SuggestionClientId!, cancellationToken) is not null)
                return new Refusal("SuggestionDecided");
            change.Comment.Reject(by, words, change.Now);
            return Outcome.Done;
        }, cancellationToken);
    }

    private static Refusal? CheckDecider(ThreadChange change) =>
        change.Comment.SuggestedWording is null ? new("SuggestionMissing")
        : change.Rights.IsLocked ? new("TextLocked")
        : !change.Rights.CanEdit ? Refusal.NotAllowed : null;

    /// <returns>Where the wording stands now; nothing where it stood there already.</returns>
    private async Task<Outcome<AnchorMessage>> InsertAsync(TextComment comment, string clientId, string wording, string seen)
    {
        if (await passages.ReadNowAsync(comment.TextId) is not { } now || await passages.ReadAboveAsync(comment.TextId, comment.AnchorVersion, now.Version) is not { } recent)
            return new Refusal("PassageGone");
        var anchor = comment.Anchor.Map(recent.Above(comment.AnchorVersion).Take((int)(now.Version - comment.AnchorVersion)));
        if (anchor.IsGone)
            return new Refusal("PassageGone");
        var standing = now.Text[anchor.From..anchor.To];
        if (standing != seen)
            return new Refusal("PassageChanged");
        if (standing == wording)
            return new(null, null);

        var change = WordDifference.Change(now.Text.Length, anchor.From, standing, wording);
        var answer = await sessions.SubmitAsync(comment.TextId, new(comment.AuthorId, clientId, 1, now.Version, [change]) { Holds = new(anchor, standing) });
        if (answer.Refused is { } code)
        {
            return code == TextRefusals.Passed ? new Refusal("PassageChanged")
                : code == TextRefusals.Locked ? new Refusal("TextLocked")
                : code == TextRefusals.Gone ? Refusal.NotFound : new Refusal("SuggestionUnfit");
        }
        var after = (await passages.ReadAboveAsync(comment.TextId, now.Version, answer.Version))!;
        var from = anchor.Map(after.Revisions.Take((int)(answer.Version - now.Version - 1))).From;
        return new AnchorMessage(answer.Version, from, from + wording.Length);
    }
}
