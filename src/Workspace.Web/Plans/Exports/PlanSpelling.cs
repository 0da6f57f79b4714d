using Microsoft.Extensions.Localization;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans.Exports;

/// <summary>Spells the texts of a plan so that an import of the file reads what they are; tests hold the two together.</summary>
internal static class PlanSpelling
{
    private const int LongestPlainHeading = 200;

    /// <summary>A row with less is taken for a heading, a label or a total.</summary>
    private const int FewestCells = 3;

    private const string Nothing = "–";

    /// <summary>The plan's name stands where the heading of an area could.</summary>
    public static string Title(string name) => AreaHeading.Read(name) is null ? name : $"„{name}“";

    /// <param name="area">With a number or without.</param>
    /// <param name="isPlain">Whether the title alone is taken for a heading where it stands.</param>
    /// <param name="strings">The language.</param>
    public static string Heading(PlanAreaDetails area, bool isPlain, IStringLocalizer<PlanExportStrings> strings)
    {
        var (number, title) = (CellText.OneLine(area.Number), CellText.OneLine(area.Title));
        if (number.Length == 0)
        {
            return isPlain && title.Length <= LongestPlainHeading && !title.Contains(':') && AreaHeading.Read(title) is null && PlanColumns.Find(title) is null && !ItemNumber.IsNumber(title)
                ? title
                : strings["AreaUnnumbered", title];
        }
        string[] ways = [$"{number}. {title}".TrimEnd(), strings["AreaNumbered", number, title].Value.TrimEnd(' ', ':')];
        return ways.FirstOrDefault(way => PlanColumns.Find(way) is null && AreaHeading.Read(way) is { } read && read.Number == number && read.Title == title) ?? ways[0];
    }

    public static string Wording(string text) => Lines(text, CellText.Wording);

    public static string Prose(string text) => Lines(text, CellText.Prose);

    /// <summary>As the plan writes them. A comma may belong to a name, a semicolon does not.</summary>
    public static string Names(IEnumerable<ItemBody> bodies) => string.Join(";\n", bodies.Select(body => CellText.OneLine(body.Reference.Name)));

    public static IReadOnlyList<string> Row(string[] cells)
    {
        var isScant = cells.Count(cell => cell.Length > 0) < FewestCells;
        return [.. cells.Index().Select(cell => cell.Item.Length == 0 && (isScant || cell.Index == 0) ? Nothing : cell.Item)];
    }

    // Lines that would be joined, as those that only a narrow column has broken, become paragraphs.
    private static string Lines(string text, Func<string?, string> read)
    {
        var clean = CellText.Clean(text);
        return read(clean) == clean ? clean : string.Join("\n\n", clean.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
