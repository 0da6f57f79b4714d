using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Groups.Wording;

public sealed record WordingView(GroupName Group, GroupStanding Standing, IReadOnlyList<StandardSentence> Sentences, IReadOnlyList<Abbreviation> Abbreviations);

/// <summary>How a group writes: the sentences it uses again and again, and what its abbreviations mean (T8).</summary>
public sealed class WordingService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, GroupChanges changes, TimeProvider time)
{
    public const int MostSentences = 50;
    public const int MostAbbreviations = 500;

    public async Task<Outcome<WordingView>> ReadAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == groupId, cancellationToken) is not { } group)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, groupId, by, time.GetUtcNow().DayIn(group.TimeZone), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        var (sentences, abbreviations) = await OfAsync(db, groupId, cancellationToken);
        return new WordingView(
            new(group.Id, group.ShortName, group.Name, group.ParentId), standing, sentences, [.. abbreviations.OrderBy(a => a.Short, StringComparer.CurrentCulture)]);
    }

    /// <summary>The sentences in their order and the abbreviations in none. Rights are the caller's to check.</summary>
    public static async Task<(IReadOnlyList<StandardSentence> Sentences, IReadOnlyList<Abbreviation> Abbreviations)> OfAsync(
        WorkspaceDb db, long groupId, CancellationToken cancellationToken) =>
        (await InOrder(db.StandardSentences.AsNoTracking(), groupId).ToListAsync(cancellationToken),
            await db.Abbreviations.AsNoTracking().Where(a => a.GroupId == groupId).ToListAsync(cancellationToken));

    public Task<Outcome<long>> AddSentenceAsync(long by, long groupId, SentenceInput input, CancellationToken cancellationToken = default) =>
        AddAsync(by, groupId, input.Check(), async db =>
        {
            var last = await InOrder(db.StandardSentences, groupId).ToListAsync(cancellationToken);
            return last.Count >= MostSentences
                ? new Refusal("SentencesTooMany", MostSentences)
                : Added(db.Add(new StandardSentence(groupId, input.Text, last.Count > 0 ? last[^1].Position + 1 : 1)).Entity);
        }, sentence => sentence.Id, cancellationToken);

    public Task<Outcome> WriteSentenceAsync(long by, long groupId, long id, SentenceInput input, CancellationToken cancellationToken = default) =>
        ChangeSentenceAsync(by, groupId, id, input.Check(), (_, _, sentence) => sentence.Write(input.Text), cancellationToken);

    /// <summary>Moves a sentence by one; nothing happens at the ends.</summary>
    public Task<Outcome> MoveSentenceAsync(long by, long groupId, long id, bool up, CancellationToken cancellationToken = default) =>
        ChangeSentenceAsync(by, groupId, id, null, (_, all, sentence) =>
        {
            var at = all.IndexOf(sentence);
            if (all.ElementAtOrDefault(at + (up ? -1 : 1)) is not { } other)
                return;
            var place = sentence.Position;
            sentence.MoveTo(other.Position);
            other.MoveTo(place);
        }, cancellationToken);

    public Task<Outcome> RemoveSentenceAsync(long by, long groupId, long id, CancellationToken cancellationToken = default) =>
        ChangeSentenceAsync(by, groupId, id, null, (db, _, sentence) => db.Remove(sentence), cancellationToken);

    /// <summary>An abbreviation that the group has already is refused, so that nobody's meaning is replaced unseen.</summary>
    public Task<Outcome<long>> AddAbbreviationAsync(long by, long groupId, AbbreviationInput input, CancellationToken cancellationToken = default) =>
        AddAsync(by, groupId, input.Check(), async db =>
        {
            var known = db.Abbreviations.Where(a => a.GroupId == groupId);
            if (await known.AnyAsync(a => a.Short == input.Short.Trim(), cancellationToken))
                return new Refusal("AbbreviationKnown", input.Short.Trim());
            return await known.CountAsync(cancellationToken) >= MostAbbreviations
                ? new Refusal("AbbreviationsTooMany", MostAbbreviations)
                : Added(db.Add(new Abbreviation(groupId, input.Short, input.Meaning)).Entity);
        }, abbreviation => abbreviation.Id, cancellationToken);

    public Task<Outcome> ExplainAbbreviationAsync(long by, long groupId, long id, AbbreviationInput input, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, groupId, input.Check(), async db =>
        {
            if (await db.Abbreviations.SingleOrDefaultAsync(a => a.Id == id && a.GroupId == groupId, cancellationToken) is not { } abbreviation)
                return Refusal.NotFound;
            if (await db.Abbreviations.AnyAsync(a => a.GroupId == groupId && a.Id != id && a.Short == input.Short.Trim(), cancellationToken))
                return new Refusal("AbbreviationKnown", input.Short.Trim());
            abbreviation.Explain(input.Short, input.Meaning);
            return null;
        }, cancellationToken);

    public Task<Outcome> RemoveAbbreviationAsync(long by, long groupId, long id, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, groupId, null, async db =>
        {
            if (await db.Abbreviations.SingleOrDefaultAsync(a => a.Id == id && a.GroupId == groupId, cancellationToken) is not { } abbreviation)
                return Refusal.NotFound;
            db.Remove(abbreviation);
            return null;
        }, cancellationToken);

    private static Outcome<T> Added<T>(T entity) => entity;

    private static IQueryable<StandardSentence> InOrder(IQueryable<StandardSentence> sentences, long groupId) =>
        sentences.Where(s => s.GroupId == groupId).OrderBy(s => s.Position).ThenBy(s => s.Id);

    private Task<Outcome> ChangeSentenceAsync(
        long by, long groupId, long id, Refusal? wrong, Action<WorkspaceDb, List<StandardSentence>, StandardSentence> apply, CancellationToken cancellationToken) =>
        ChangeAsync(by, groupId, wrong, async db =>
        {
            var all = await InOrder(db.StandardSentences, groupId).ToListAsync(cancellationToken);
            if (all.SingleOrDefault(s => s.Id == id) is not { } sentence)
                return Refusal.NotFound;
            apply(db, all, sentence);
            return null;
        }, cancellationToken);

    private async Task<Outcome> ChangeAsync(long by, long groupId, Refusal? wrong, Func<WorkspaceDb, Task<Refusal?>> apply, CancellationToken cancellationToken)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if ((change.Standing.RefusalToManage ?? wrong ?? await apply(change.Db)) is { } refusal)
            return refusal;
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome<long>> AddAsync<T>(
        long by, long groupId, Refusal? wrong, Func<WorkspaceDb, Task<Outcome<T>>> add, Func<T, long> id, CancellationToken cancellationToken)
        where T : class
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if ((change.Standing.RefusalToManage ?? wrong) is { } refusal)
            return refusal;
        var added = await add(change.Db);
        if (added.Value is not { } entity)
            return added.Refusal!;
        await change.SaveAsync(cancellationToken);
        return id(entity);
    }
}
