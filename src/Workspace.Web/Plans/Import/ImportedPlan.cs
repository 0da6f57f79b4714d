using Workspace.Web.Exports;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans.Import;

/// <summary>What a person has made of a read plan: the items as corrected, and what names that were not known mean.</summary>
/// <param name="Areas">As read, or corrected.</param>
/// <param name="Items">Those to be saved.</param>
/// <param name="Matches">By the name as written, the key of the body in <see cref="BodyDirectory"/>; each becomes an alias.</param>
/// <param name="Source">The file's name; empty for what was pasted.</param>
public sealed record ImportedPlan(IReadOnlyList<ReadArea> Areas, IReadOnlyList<ReadItem> Items, IReadOnlyDictionary<string, string> Matches, string Source)
{
    public static ImportedPlan Of(ReadPlan plan, string source) => new(plan.Areas, plan.Items, new Dictionary<string, string>(), source);
}

internal static class ImportedItem
{
    public static PlanItemDetails Details(ReadItem item, BodyDirectory bodies, IReadOnlyDictionary<string, DirectoryBody> matches)
    {
        return new(item.Number)
        {
            Indicator = item.Indicator,
            Deadline = item.Deadline,
            Funding = item.Funding,
            Status = item.Status,
            Comment = Comment(item),
            Bodies = [.. item.Owners.Select(name => Body(BodyRole.Owner, name)), .. item.Cooperating.Select(name => Body(BodyRole.Cooperating, name))],
        };

        BodyReference Body(BodyRole role, BodyName name) =>
            matches.TryGetValue(name.Text, out var match) ? new(role, name.Text, match.OrganisationId, match.UnitId) : bodies.Resolve(role, name);
    }

    /// <summary>The wording as Markdown in which no sign means anything but itself; each line is a paragraph.</summary>
    public static string Wording(ReadItem item) => string.Join("\n\n", item.Wording.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(MarkdownSource.EscapeFirst));

    /// <summary>What a plan has no field for is kept with the comment: words beside the status, and columns that are not known.</summary>
    private static string Comment(ReadItem item) => string.Join("\n\n", ((string[])
    [
        PlanStatusWords.TryParse(item.StatusText, out _) ? "" : item.StatusText,
        item.Comment,
        .. item.Others.Select(other => other.Heading.Length == 0 ? other.Text : $"{other.Heading}: {other.Text}"),
    ]).Where(text => !string.IsNullOrWhiteSpace(text)));
}
