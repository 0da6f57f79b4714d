using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Plans.Import.Reading;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import;

/// <summary>
/// Imports what offices have (C2): reads a file or pasted table, saves what a person has made of it into a plan, and takes
/// a whole import back. Only chair and secretary of the plan's group may.
/// </summary>
public sealed class PlanImportService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, PlanChanges changes, TimeProvider time)
{
    /// <summary>Saved at once; then how far it is gets told.</summary>
    private const int Portion = 500;

    /// <summary>Organisations and units to match names with, for who may import into the plan.</summary>
    public async Task<Outcome<BodyDirectory>> DirectoryAsync(long by, long planId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await RefuseAsync(db, by, planId, cancellationToken) is { } refusal ? refusal : await BodyDirectory.ReadAsync(db, cancellationToken);
    }

    /// <summary>Reads a file; nothing is saved.</summary>
    public async Task<Outcome<ReadPlan>> ReadAsync(long by, long planId, Stream content, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        await ReadAsync(by, planId, () => SourceFile.ReadAsync(content, progress, cancellationToken), cancellationToken);

    /// <summary>Reads what was pasted: HTML as Word and Excel leave it, or text with tabs; nothing is saved.</summary>
    public async Task<Outcome<ReadPlan>> ReadPastedAsync(long by, long planId, string? html, string? text, CancellationToken cancellationToken = default) =>
        await ReadAsync(by, planId, () => Task.FromResult(
            html?.Contains("<table", StringComparison.OrdinalIgnoreCase) == true
                ? SourceFile.ReadHtml(html, null, cancellationToken)
                : SourceFile.ReadText(text ?? "", null, cancellationToken)), cancellationToken);

    /// <summary>Adds areas and items at the end of the plan, all or none; names that were matched become aliases.</summary>
    /// <returns>Id of the import, by which it is taken back.</returns>
    public Task<Outcome<long>> SaveAsync(long by, long planId, ImportedPlan plan, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        changes.ChangeAsync<long>(by, PlanChanges.Of(planId), standing => standing.CanPrepare, async change =>
        {
            var db = change.Db;
            if (change.Plan.IsApproved)
                return new Refusal("PlanApproved");
            if (plan.Items.Count == 0)
                return new Refusal("ImportNothing");
            if (await db.PlanItems.CountAsync(i => i.PlanId == planId, cancellationToken) + plan.Items.Count > PlanCheck.MostItems)
                return new Refusal("PlanTooManyItems", PlanCheck.MostItems);
            if (await db.PlanAreas.CountAsync(a => a.PlanId == planId, cancellationToken) + plan.Areas.Count > PlanCheck.MostAreas)
                return new Refusal("PlanTooManyAreas", PlanCheck.MostAreas);
            var directory = await BodyDirectory.ReadAsync(db, cancellationToken);
            var matches = plan.Matches.Select(m => (m.Key, Body: directory.Find(m.Value))).Where(m => m.Body is not null).ToDictionary(m => m.Key, m => m.Body!);
            var items = plan.Items.Select(item => (Read: item, Details: ImportedItem.Details(item, directory, matches))).ToList();
            if (plan.Areas.Select(AreaDetails).Select(PlanCheck.Of).Concat(items.Select(i => PlanCheck.Of(i.Details))).FirstOrDefault(refusal => refusal is not null) is { } wrong)
                return wrong;
            if (items.Find(i => string.IsNullOrWhiteSpace(i.Read.Wording) || i.Read.Wording.Length > PlanItem.CommentLength).Read is { } unworded)
                return new Refusal("ImportWordingMissing", unworded.Number, unworded.Place.Row);

            var import = new PlanImport(planId, plan.Source, plan.Areas.Count, plan.Items.Count, by, change.Now);
            db.Add(import);
            await BodyDirectory.LearnAsync(db, matches.Select(m => (m.Key, m.Value)), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            var areas = await AddAreasAsync(db, planId, plan.Areas, import.Id, cancellationToken);
            await AddItemsAsync(db, planId, items, areas, import.Id, progress, cancellationToken);
            return import.Id;
        }, cancellationToken);

    /// <summary>Takes out everything that an import brought; what was written of it since is kept with the removed items.</summary>
    public Task<Outcome> UndoAsync(long by, long importId, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, db => db.PlanImports.Where(i => i.Id == importId).Select(i => i.PlanId), standing => standing.CanPrepare, async change =>
        {
            var import = await change.Db.PlanImports.SingleAsync(i => i.Id == importId, cancellationToken);
            if (change.Plan.IsApproved)
                return new("PlanApproved");
            if (import.UndoneAt is not null)
                return new("ImportUndone");
            foreach (var item in await change.Db.PlanItems.Where(i => i.ImportId == importId).ToListAsync(cancellationToken))
                item.Remove();
            // An area into which somebody put items of their own meanwhile stays.
            foreach (var area in await change.Db.PlanAreas.Where(a => a.ImportId == importId && !change.Db.PlanItems.Any(i => i.AreaId == a.Id && i.ImportId != importId && !i.IsRemoved)).ToListAsync(cancellationToken))
                area.Remove();
            import.Undo(by, change.Now);
            return null;
        }, cancellationToken);

    private async Task<Outcome<ReadPlan>> ReadAsync(long by, long planId, Func<Task<Outcome<SourceDocument>>> read, CancellationToken cancellationToken)
    {
        var directory = await DirectoryAsync(by, planId, cancellationToken);
        if (directory.Value is not { } bodies)
            return directory.Refusal!;
        var source = await read();
        return source.Value is { } document ? await Task.Run(() => PlanReader.Read(document, bodies.Known, cancellationToken), cancellationToken) : source.Refusal!;
    }

    private async Task<Refusal?> RefuseAsync(WorkspaceDb db, long by, long planId, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.Where(p => p.Id == planId).Select(p => new { p.GroupId, p.ApprovedVoteId }).SingleOrDefaultAsync(cancellationToken);
        if (plan is null || await access.FindAsync(db, plan.GroupId, by, time.Today(), cancellationToken) is not { CanRead: true } standing)
            return Refusal.NotFound;
        return !standing.CanPrepare ? Refusal.NotAllowed : plan.ApprovedVoteId is not null ? new("PlanApproved") : null;
    }

    private static PlanAreaDetails AreaDetails(ReadArea area) => new(area.Number, area.Title, area.Lead);

    /// <returns>The areas in the order of the import: an area that the plan has by number and title takes the items in.</returns>
    private static async Task<List<PlanArea>> AddAreasAsync(WorkspaceDb db, long planId, IReadOnlyList<ReadArea> read, long importId, CancellationToken cancellationToken)
    {
        var there = await db.PlanAreas.Where(a => a.PlanId == planId && !a.IsRemoved).ToListAsync(cancellationToken);
        var position = there.Count == 0 ? 0 : there.Max(a => a.Position) + 1;
        var areas = new List<PlanArea>();
        foreach (var details in read.Select(AreaDetails))
        {
            var area = there.Find(a => a.Number == details.Number.Trim() && SearchText.Fold(a.Title) == SearchText.Fold(details.Title));
            if (area is null)
            {
                area = new(planId, position++, details);
                area.ComeFrom(importId);
                db.Add(area);
            }
            areas.Add(area);
        }
        await db.SaveChangesAsync(cancellationToken);
        return areas;
    }

    private static async Task AddItemsAsync(
        WorkspaceDb db, long planId, List<(ReadItem Read, PlanItemDetails Details)> items, List<PlanArea> areas, long importId, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var next = await db.PlanItems.Where(i => i.PlanId == planId && i.AreaId != null).GroupBy(i => i.AreaId!.Value).ToDictionaryAsync(g => g.Key, g => g.Max(i => i.Position) + 1, cancellationToken);
        var unplaced = await db.PlanItems.Where(i => i.PlanId == planId && i.AreaId == null).MaxAsync(i => (int?)i.Position, cancellationToken) + 1 ?? 0;
        foreach (var portion in items.Chunk(Portion))
        {
            foreach (var (read, details) in portion)
            {
                var area = read.Area is { } index ? areas[index] : null;
                var position = area is null ? unplaced++ : next[area.Id] = next.GetValueOrDefault(area.Id) + 1;
                var item = new PlanItem(planId, area, position, details, ImportedItem.Wording(read));
                item.ComeFrom(importId);
                db.Add(item);
            }
            await db.SaveChangesAsync(cancellationToken);
            progress?.Report(portion.Length);
        }
    }
}
