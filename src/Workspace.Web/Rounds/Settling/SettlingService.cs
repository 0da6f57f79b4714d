using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Notifications;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Settling;

/// <summary>Chair and secretary settle the comments of a closed round (C6): one, or several alike by one answer.</summary>
public sealed class SettlingService(RoundChanges rounds, RoundTelling telling, SettlingText texts)
{
    /// <summary>
    /// Decides on comments of one round. Accepting a proposed wording makes it a change of the item's live text by the comment's
    /// author, once; a wording given with the decision becomes the item's wording by the hand of who decides. What was decided
    /// before is kept.
    /// </summary>
    public async Task<Outcome> SettleAsync(long by, IReadOnlyList<long> commentIds, Decision decision, CancellationToken cancellationToken = default)
    {
        decision = decision with { Wording = decision.Wording?.ReplaceLineEndings("\n") };
        if (SettlementCheck.Of(decision) is { } unfit)
            return unfit;
        List<long> ids = [.. commentIds.Distinct()];
        if (ids.Count is 0 or > SettlementCheck.MostAtOnce)
            return new Refusal("RoundSettlementCount", SettlementCheck.MostAtOnce);
        IReadOnlyList<CommentCase> cases = [];
        var allowed = await StepAsync(by, ids[0], async change =>
        {
            var (found, before) = await CasesAsync(change.Db, change.Round.Id, ids, cancellationToken);
            if (found.Count < ids.Count)
                return Refusal.NotFound;
            cases = [.. found.Where(c => !IsSame(before.GetValueOrDefault(c.Comment.Id), decision))];
            if (cases.Select(c => before.GetValueOrDefault(c.Comment.Id)).FirstOrDefault(b => SettlementCheck.IsOvertaken(decision, b)) is { } faster)
                return await OvertakenAsync(change.Db, faster);
            var refusal = cases.Select(c => SettlementCheck.Of(change.Round.State, before.GetValueOrDefault(c.Comment.Id))).FirstOrDefault(r => r is not null)
                ?? SettlementCheck.Of(decision, cases) ?? await SettlementClaims.RefuseAsync(change, ids, decision, cancellationToken);
            if (refusal is not null || TextCases(cases, decision) is not { Count: > 0 } changing)
                return refusal;
            if (await SettlementCheck.OfPlanAsync(change.Db, change.Round, changing, cancellationToken) is { } closed)
                return closed;
            await SettlementClaims.TakeAsync(change, by, IdsOf(changing), decision, cancellationToken);
            return null;
        }, cancellationToken);
        if (!allowed.IsDone || cases.Count == 0)
            return allowed;

        // From here on the texts may carry it: what is left is to note it or to free the comments, whoever goes away meanwhile.
        Outcome<Dictionary<long, long>> written = Refusal.Conflict;
        try
        {
            written = await WriteAsync(by, cases, decision, cancellationToken);
        }
        finally
        {
            if (!written.IsDone)
                await StepAsync(by, ids[0], change => FreeAsync(change, cases, decision), CancellationToken.None);
        }
        return written.Refusal ?? await StepAsync(by, ids[0], change => NoteAsync(change, by, cases, decision, written.Value!), CancellationToken.None);
    }

    /// <summary>Tells all authors, and those who agreed, whose comments were settled and who do not know yet.</summary>
    /// <returns>Of how many comments.</returns>
    public Task<Outcome<int>> TellAuthorsAsync(long by, long roundId, CancellationToken cancellationToken = default) =>
        rounds.ChangeAsync<int>(by, RoundChanges.Of(roundId), RoundPrepareService.MayLead,
            async change => await TellAsync(change, cancellationToken), cancellationToken);

    /// <summary>Ends the settling of a round all whose comments are settled, and tells those who do not know yet.</summary>
    public Task<Outcome> FinishAsync(long by, long roundId, CancellationToken cancellationToken = default) =>
        rounds.StepAsync(by, RoundChanges.Of(roundId), RoundPrepareService.MayLead, async change =>
        {
            if (change.Round.State != RoundState.Closed)
                return new(change.Round.State == RoundState.Settled ? "RoundSettled" : "RoundStillOpen");
            var unsettled = await change.Db.RoundComments.CountAsync(
                c => c.RoundId == roundId && c.State == CommentState.Sent && !change.Db.Settlements.Any(s => s.CommentId == c.Id), cancellationToken);
            if (unsettled > 0)
                return new("RoundUnsettled", unsettled);
            await TellAsync(change, cancellationToken);
            change.Round.Settle(by, change.Now);
            return null;
        }, cancellationToken);

    private async Task<Outcome<Dictionary<long, long>>> WriteAsync(long by, IReadOnlyList<CommentCase> cases, Decision decision, CancellationToken cancellationToken)
    {
        Dictionary<long, long> versions = [];
        if (!decision.ChangesText)
        {
            foreach (var one in cases)
            {
                if (await texts.FindAsync(one, cancellationToken) is not null)
                    return new Refusal("RoundSettlementInText");
            }
            return versions;
        }
        var changing = TextCases(cases, decision);
        if (decision.Wording is { } wording)
        {
            var edited = await texts.EditAsync(changing[0], by, wording, decision.Seen?.ReplaceLineEndings("\n"), cancellationToken);
            if (edited.Refusal is { } refusal)
                return refusal;
            return changing.ToDictionary(c => c.Comment.Id, _ => edited.Value);
        }
        if (await texts.CheckAsync(changing, cancellationToken) is { } conflict)
            return conflict;
        foreach (var one in changing)
        {
            var accepted = await texts.AcceptAsync(one, by, cancellationToken);
            if (accepted.Refusal is { } refusal)
                return refusal;
            versions[one.Comment.Id] = accepted.Value;
        }
        return versions;
    }

    private static async Task<Refusal?> NoteAsync(RoundChange change, long by, IReadOnlyList<CommentCase> cases, Decision decision, Dictionary<long, long> versions)
    {
        var db = change.Db;
        var ids = IdsOf(cases);
        var claimed = await SettlementClaims.RefuseAsync(change, ids, decision, CancellationToken.None);
        var before = await db.Settlements.Where(s => ids.Contains(s.CommentId)).ToDictionaryAsync(s => s.CommentId);
        foreach (var id in ids)
        {
            var settlement = before.GetValueOrDefault(id);
            long? version = versions.TryGetValue(id, out var written) ? written : null;
            if (IsSame(settlement, decision) && settlement!.TextVersion == version)
                continue;
            // Somebody may have been faster; what stands in the text holds.
            if (version is null && SettlementCheck.IsOvertaken(decision, settlement))
                return await OvertakenAsync(db, settlement!);
            if (version is null && (claimed ?? SettlementCheck.Of(change.Round.State, settlement)) is { } refusal)
                return refusal;
            if (settlement is null)
                db.Add(settlement = new(id, change.Round.Id));
            else
                db.Add(new SettlementChange(settlement, change.Now));
            settlement.Decide(decision.Outcome, decision.Reason, decision.Wording, version, by, change.Now);
        }
        await SettlementClaims.LeaveAsync(db, ids, decision);
        await db.AnnounceAsync([LiveTopic.Round(change.Round.Id)]);
        return null;
    }

    private static async Task<Refusal?> FreeAsync(RoundChange change, IReadOnlyList<CommentCase> cases, Decision decision)
    {
        await SettlementClaims.LeaveAsync(change.Db, IdsOf(cases), decision);
        return null;
    }

    private static List<long> IdsOf(IReadOnlyList<CommentCase> cases) => [.. cases.Select(c => c.Comment.Id)];

    private static async Task<Refusal> OvertakenAsync(WorkspaceDb db, Settlement faster) =>
        new("RoundSettlementOvertaken", await db.People.Where(p => p.Id == faster.By).Select(p => p.Name).SingleAsync(), faster.Outcome);

    private async Task<int> TellAsync(RoundChange change, CancellationToken cancellationToken)
    {
        var (db, id) = (change.Db, change.Round.Id);
        var untold = await db.Settlements.Where(s => s.RoundId == id && s.ToldAt == null).ToListAsync(cancellationToken);
        if (untold.Count == 0)
            return 0;
        var people = await db.RoundComments.Where(c => c.RoundId == id && c.AuthorId != null && db.Settlements.Any(s => s.CommentId == c.Id && s.ToldAt == null)).Select(c => c.AuthorId!.Value)
            .Union(db.CommentSupports.Where(s => s.RoundId == id && db.Settlements.Any(t => t.CommentId == s.CommentId && t.ToldAt == null)).Select(s => s.PersonId)).ToListAsync(cancellationToken);
        foreach (var settlement in untold)
            settlement.MarkTold(change.Now);
        await telling.TellAsync(change, people, NotificationKind.CommentsSettled, "", cancellationToken, $"{change.Now.UtcTicks}");
        await db.AnnounceAsync([LiveTopic.Round(id)], cancellationToken);
        return untold.Count;
    }

    /// <summary>The sent comments of a round with their items, and how they are settled now.</summary>
    private static async Task<(IReadOnlyList<CommentCase> Cases, IReadOnlyDictionary<long, Settlement> Before)> CasesAsync(
        WorkspaceDb db, long roundId, List<long> ids, CancellationToken cancellationToken)
    {
        var before = await db.Settlements.AsNoTracking().Where(s => ids.Contains(s.CommentId)).ToDictionaryAsync(s => s.CommentId, cancellationToken);
        var comments = await db.RoundComments.AsNoTracking().Where(c => ids.Contains(c.Id) && c.RoundId == roundId && c.State == CommentState.Sent).OrderBy(c => c.Id)
            .Select(c => new { Comment = c, Item = db.RoundItems.FirstOrDefault(i => i.Id == c.ItemId), Replaced = db.SettlementChanges.Count(s => s.CommentId == c.Id) })
            .ToListAsync(cancellationToken);
        return ([.. comments.Select(c => new CommentCase(c.Comment, c.Item, KeyOf(c.Comment, before.ContainsKey(c.Comment.Id) ? c.Replaced + 1 : 0)))], before);
    }

    /// <summary>Each decision on a comment has a key of its own.</summary>
    private static string KeyOf(RoundComment comment, int earlier) => earlier == 0 ? comment.TextKey : $"{comment.TextKey}x{earlier}";

    private static List<CommentCase> TextCases(IReadOnlyList<CommentCase> cases, Decision decision) =>
        !decision.ChangesText ? [] : [.. cases.Where(c => decision.Wording is not null || c.Comment.ProposedWording is not null)];

    private static bool IsSame(Settlement? before, Decision decision) => before is not null && before.Answer != SettlementAnswer.Insists
        && (before.Outcome, before.Reason, before.Wording) == (decision.Outcome, decision.Reason.Trim(), decision.Wording);

    private Task<Outcome> StepAsync(long by, long commentId, Func<RoundChange, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        rounds.StepAsync(by, db => db.RoundComments.Where(c => c.Id == commentId && c.State != CommentState.Draft).Select(c => c.RoundId), RoundPrepareService.MayLead, step, cancellationToken);
}
