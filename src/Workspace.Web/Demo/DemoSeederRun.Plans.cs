using System.Globalization;
using Workspace.Text;
using Workspace.Web.People;
using Workspace.Web.Plans;
using Workspace.Web.Texts;

namespace Workspace.Web.Demo;

internal sealed partial class DemoSeederRun
{
    private static readonly TimeSpan WritingAnItem = TimeSpan.FromMinutes(25);

    private readonly int planYear = new DemoCalendar(now).PlanYear;
    private readonly Dictionary<DemoPlanContent, Plan> plans = [];

    /// <summary>The plans with their wordings as they were written, and the names by which offices know their bodies.</summary>
    private async Task AddPlansAsync(CancellationToken cancellationToken)
    {
        await AddBodiesAsync(cancellationToken);
        foreach (var content in DemoPlan.All)
            await AddPlanAsync(content, cancellationToken);
    }

    private async Task AddPlanAsync(DemoPlanContent plan, CancellationToken cancellationToken)
    {
        var stored = plans[plan] = new(groups[plan.GroupKey].Id, Dated(plan.Name), new(planYear, 1, 1), new(planYear + 1, 12, 31), people["secretary"].Id, now.AddDays(-plan.BegunDaysAgo));
        db.Add(stored);
        await db.SaveChangesAsync(cancellationToken);
        var areas = plan.Areas.Select((area, at) => new PlanArea(stored.Id, at, new(area.Number, area.Title, Dated(area.Lead)))).ToList();
        db.AddRange(areas);
        await db.SaveChangesAsync(cancellationToken);
        var items = plan.Areas.Zip(areas).SelectMany(of => of.First.Items.Select((content, at) => (Content: content, Item: ItemOf(content, of.Second, at)))).ToList();
        db.AddRange(items.Select(of => of.Item));
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (at, (content, item)) in items.Index())
            db.AddRange(RevisionsOf(plan, content, item, at));
        await db.SaveChangesAsync(cancellationToken);

        PlanItem ItemOf(DemoPlanItem content, PlanArea area, int position)
        {
            var item = new PlanItem(stored.Id, area, position, new(content.Number)
            {
                Indicator = content.Indicator,
                Deadline = PlanDeadline.Parse(Dated(content.Deadline)),
                Funding = content.Funding,
                Status = content.Status,
                Comment = content.Comment,
                Bodies = [.. content.Owners.Select(key => BodyOf(BodyRole.Owner, key)), .. content.Cooperating.Select(key => BodyOf(BodyRole.Cooperating, key))],
            }, content.Wording);
            item.Text.Begin(FirstText(content).Version + (content.Edit is null ? 0 : 1), content.Wording);
            if (content.IsRemoved)
                item.Remove();
            return item;
        }
    }

    /// <summary>The content's text with the plan's years in it.</summary>
    private string Dated(string text) => string.Format(CultureInfo.InvariantCulture, text, planYear, planYear + 1);

    private async Task AddBodiesAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, name, shortName) in DemoPlan.Collective)
            db.Add(organisations[key] = new(name, shortName, OrganisationKind.Other));
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (key, names) in DemoPlan.Aliases)
        {
            var body = BodyOf(BodyRole.Owner, key);
            db.AddRange(names.Select(name => new OrganisationAlias(name, body.OrganisationId!.Value, body.UnitId)));
        }
    }

    private BodyReference BodyOf(BodyRole role, string key)
    {
        if (organisations.TryGetValue(key, out var organisation))
            return new(role, organisation.ShortName ?? organisation.Name, organisation.Id);
        if (!units.TryGetValue(key, out var unit))
            return new(role, key);
        return new(role, unit.Code ?? unit.Name, organisations.Values.Single(o => o.Units.Contains(unit)).Id, unit.Id);
    }

    /// <summary>The wording before its edit.</summary>
    private static DemoSeederText FirstText(DemoPlanItem content) =>
        new(content.Edit is { } edit ? content.Wording.Replace(edit.New, edit.Old, StringComparison.Ordinal) : content.Wording);

    private IEnumerable<TextRevision> RevisionsOf(DemoPlanContent plan, DemoPlanItem content, PlanItem item, int index)
    {
        var text = FirstText(content);
        var sequences = new Dictionary<long, long>();
        var version = 0;
        var at = now.AddDays(-(content.IsAdded ? plan.EditedDaysAgo + 1 : plan.WrittenDaysAgo)) + (index * WritingAnItem);
        var pause = WritingAnItem / (text.Version + 1);
        long[] writers = [people["secretary"].Id, people[content.AuthorKey ?? "secretary"].Id];
        foreach (var changes in text.Changes())
            yield return Revision(writers[version / StrokesInTurn % writers.Length], at += pause, changes);
        if (content.Edit is not { } edit)
            yield break;
        var from = text.Final.IndexOf(edit.Old, StringComparison.Ordinal);
        yield return Revision(people[edit.PersonKey].Id, now.AddDays(-plan.EditedDaysAgo) + (index * WritingAnItem), ChangeSet.Replace(text.Final.Length, from, from + edit.Old.Length, edit.New));

        TextRevision Revision(long author, DateTimeOffset when, ChangeSet changes)
        {
            var sequence = sequences[author] = sequences.GetValueOrDefault(author) + 1;
            return new(item.TextId, ++version, author, string.Create(CultureInfo.InvariantCulture, $"demoplan{item.PlanId}x{author}"), sequence, when, changes.ToJson());
        }
    }
}
