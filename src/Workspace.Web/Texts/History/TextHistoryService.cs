using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Texts.History;

/// <summary>A named moment and the version the text had then.</summary>
public sealed record HistoryMoment(string Kind, DateTimeOffset At, long Version);

/// <summary>A text's history as its page shows it, without any of its versions.</summary>
/// <param name="Subject">What the text is about.</param>
/// <param name="Version">The newest version.</param>
/// <param name="Steps">The stops of the slider, from the beginning to the newest version.</param>
/// <param name="Moments">What happened meanwhile.</param>
/// <param name="Names">Everybody who ever changed the text, by id.</param>
/// <param name="CanRestore">Whether the person may write the text now.</param>
public sealed record HistoryView(
    TextSubject Subject, long Version, IReadOnlyList<HistoryStep> Steps, IReadOnlyList<HistoryMoment> Moments,
    IReadOnlyDictionary<long, string> Names, bool CanRestore);

/// <summary>A stretch of a version and who wrote it; <see cref="IsNew"/> where it came since the version before it that was asked for.</summary>
public sealed record WrittenPiece(string Text, long? AuthorId, DateTimeOffset? At, bool IsNew);

/// <summary>A version: by whom and when its last change was made, and its text.</summary>
public sealed record TextVersion(long Version, Stroke? Last, IReadOnlyList<WrittenPiece> Pieces);

/// <summary>Two versions laid over each other.</summary>
public sealed record VersionComparison(long From, Stroke? FromLast, long To, Stroke? ToLast, IReadOnlyList<ComparedPiece> Pieces, IReadOnlyList<WordCount> Words);

/// <summary>Who wrote what of a version, and the names of those people.</summary>
public sealed record TextAuthors(long Version, IReadOnlyList<AuthorRun> Runs, IReadOnlyDictionary<long, string> Names);

/// <summary>The history of texts: whoever may read a text may see how it came about, whoever may write it may restore it.</summary>
public sealed class TextHistoryService(IDbContextFactory<WorkspaceDb> factory, TextAccess access, TextWeaves weaves, TextSessions sessions)
{
    public async Task<Outcome<HistoryView>> OpenAsync(long by, long textId, CancellationToken cancellationToken = default)
    {
        var rights = await access.FindAsync(textId, by, cancellationToken);
        if (!rights.CanRead)
            return Refusal.NotFound;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await TextSubjects.FindAsync(db, textId, cancellationToken) is not { } subject)
            return Refusal.NotFound;
        var read = await weaves.ReadAsync(textId, woven => new
        {
            woven.Version,
            Steps = HistorySteps.Of(woven.Strokes),
            Moments = subject.Moments.Select(moment => new HistoryMoment(moment.Kind, moment.At, VersionAt(woven, moment.At))).ToList(),
            Authors = Authors(woven.Strokes.Select(stroke => stroke.AuthorId)),
        }, cancellationToken);
        if (read is null)
            return Refusal.NotFound;
        return new HistoryView(subject, read.Version, read.Steps, read.Moments, await NamesAsync(db, read.Authors, cancellationToken), rights.Refusal is null);
    }

    /// <param name="by">Who asks.</param>
    /// <param name="textId">The text.</param>
    /// <param name="version">0 for the beginning; of a version that is still to come the newest.</param>
    /// <param name="since">What came after this version is marked as new.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Outcome<TextVersion>> AtAsync(long by, long textId, long version, long since = long.MaxValue, CancellationToken cancellationToken = default)
    {
        if (!(await access.FindAsync(textId, by, cancellationToken)).CanRead)
            return Refusal.NotFound;
        var found = await weaves.ReadAsync(textId, woven => version < 0 ? null : Read(woven, version, since), cancellationToken);
        return found is null ? Refusal.NotFound : found;
    }

    /// <summary>Lays two versions over each other, in whatever order they are given.</summary>
    public async Task<Outcome<VersionComparison>> CompareAsync(long by, long textId, long one, long other, CancellationToken cancellationToken = default)
    {
        if (!(await access.FindAsync(textId, by, cancellationToken)).CanRead)
            return Refusal.NotFound;
        var (from, to) = (Math.Min(one, other), Math.Max(one, other));
        var found = await weaves.ReadAsync(textId, woven =>
        {
            if (from < 0)
                return null;
            var pieces = TextComparison.Of(woven, from, to);
            var (first, last) = (woven.MadeBy(woven.ChangeOf(from)), woven.MadeBy(woven.ChangeOf(to)));
            return new VersionComparison(first?.Version ?? 0, first, last?.Version ?? 0, last, pieces, TextComparison.Count(pieces));
        }, cancellationToken);
        return found is null ? Refusal.NotFound : found;
    }

    /// <summary>Who wrote what of exactly that version, or of the newest.</summary>
    public async Task<Outcome<TextAuthors>> AuthorsAsync(long by, long textId, long? version, CancellationToken cancellationToken = default)
    {
        if (!(await access.FindAsync(textId, by, cancellationToken)).CanRead)
            return Refusal.NotFound;
        var found = await weaves.ReadAsync(textId, woven =>
        {
            var asked = version ?? woven.Version;
            return asked < 0 || asked > woven.Version ? null : new { Version = asked, Runs = woven.RunsAt(asked) };
        }, cancellationToken);
        if (found is null)
            return Refusal.NotFound;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return new TextAuthors(found.Version, found.Runs, await NamesAsync(db, Authors(found.Runs.Select(run => run.AuthorId ?? 0)), cancellationToken));
    }

    /// <summary>
    /// Makes the text again what it was, by a change of the person who restores; what others write meanwhile stays. The
    /// same <paramref name="clientId"/> a second time changes nothing more.
    /// </summary>
    /// <param name="by">Who restores.</param>
    /// <param name="textId">The text.</param>
    /// <param name="version">The version to go back to.</param>
    /// <param name="clientId">New for each intent to restore; 1 to 32 letters and digits.</param>
    /// <param name="cancellationToken">Ends the reading; what is submitted is submitted.</param>
    /// <returns>The version that the text has then.</returns>
    public async Task<Outcome<long>> RestoreAsync(long by, long textId, long version, string clientId, CancellationToken cancellationToken = default)
    {
        var rights = await access.FindAsync(textId, by, cancellationToken);
        if (!rights.CanRead)
            return Refusal.NotFound;
        if (rights.Refusal is { } refused)
            return RefusalOf(refused);
        var way = await weaves.ReadAsync(textId, woven => version < 0 || version > woven.Version
            ? null
            : new { woven.Version, Changes = RestoringChange.Of(woven, version) }, cancellationToken);
        if (way is null)
            return Refusal.NotFound;
        if (way.Changes.Count == 0)
            return new Refusal("TextIsLikeThat");
        var answer = await sessions.SubmitAsync(textId, new(by, clientId, 1, way.Version, way.Changes));
        return answer.Refused is { } code ? RefusalOf(code) : answer.Version;
    }

    private static Refusal RefusalOf(string code) => code switch
    {
        TextRefusals.Locked => new("TextLocked"),
        TextRefusals.NotAllowed => Refusal.NotAllowed,
        TextRefusals.Gone => Refusal.NotFound,
        _ => Refusal.Conflict,
    };

    private static TextVersion Read(WovenText woven, long version, long since)
    {
        var (change, known) = (woven.ChangeOf(version), woven.ChangeOf(since));
        var pieces = new List<WrittenPiece>();
        foreach (var piece in woven.Weave.After(change))
        {
            var stroke = woven.MadeBy(piece.Origin);
            pieces.Add(new(piece.Text.ToString(), stroke?.AuthorId, stroke?.At, piece.Born > known));
        }
        var last = woven.MadeBy(change);
        return new(last?.Version ?? 0, last, Joined(pieces));
    }

    private static List<WrittenPiece> Joined(List<WrittenPiece> pieces)
    {
        var joined = new List<WrittenPiece>();
        for (int start = 0, end; start < pieces.Count; start = end)
        {
            end = start + 1;
            while (end < pieces.Count && pieces[end].AuthorId == pieces[start].AuthorId && pieces[end].IsNew == pieces[start].IsNew)
                end++;
            var run = pieces[start..end];
            joined.Add(run.Count == 1 ? run[0] : run[0] with { Text = string.Concat(run.Select(piece => piece.Text)), At = run.Max(piece => piece.At) });
        }
        return joined;
    }

    private static long VersionAt(WovenText woven, DateTimeOffset moment) => woven.MadeBy(woven.ChangeAt(moment))?.Version ?? 0;

    private static long[] Authors(IEnumerable<long> ids) => [.. ids.Where(id => id != 0).Distinct()];

    private static async Task<IReadOnlyDictionary<long, string>> NamesAsync(WorkspaceDb db, long[] ids, CancellationToken cancellationToken) =>
        await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
}
