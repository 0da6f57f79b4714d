using System.Text;
using System.Xml;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Reads all sheets of a workbook, row by row; hidden ones are read too and said to be hidden.</summary>
internal static class XlsxReader
{
    public static SourceDocument Read(OfficePackage package, ReadingBudget budget)
    {
        var parts = package.RelationshipsOf(package.MainPart);
        var formats = XlsxFormats.Read(package, PathOf("styles"));
        var sheets = Sheets(package, formats);
        var strings = Strings(package, PathOf("sharedStrings"), budget);
        var blocks = new List<SourceBlock>();
        foreach (var (name, id, hidden) in sheets)
        {
            if (!parts.TryGetValue(id, out var part) || part.Kind != "worksheet" || !package.Has(part.Path))
                continue;
            var table = new XlsxSheet(name, blocks.Count + 1, hidden, strings, formats, budget).Read(package, part.Path);
            if (table.Rows.Count > 0)
                blocks.Add(table);
        }
        return new(SourceFormat.Xlsx, blocks);

        string? PathOf(string kind) => parts.Values.Where(part => part.Kind == kind).Select(part => part.Path).FirstOrDefault();
    }

    /// <summary>The text of a shared or inline string: its runs, without the phonetic hints.</summary>
    public static string TextOf(XmlReader reader)
    {
        var text = new StringBuilder();
        foreach (var name in reader.Children())
        {
            if (name == "t")
                text.Append(reader.TextWithin());
            else if (name == "r")
                text.Append(TextOf(reader));
        }
        return text.ToString();
    }

    private static List<(string Name, string Id, bool IsHidden)> Sheets(OfficePackage package, XlsxFormats formats)
    {
        var sheets = new List<(string, string, bool)>();
        using var reader = package.Open(package.MainPart);
        foreach (var name in reader.Children())
        {
            if (name == "workbookPr")
                formats.CountsFrom1904 = reader.Attribute("date1904") is "1" or "true";
            if (name != "sheets")
                continue;
            foreach (var _ in reader.Children())
                sheets.Add((reader.Attribute("name") ?? "", reader.Attribute("id") ?? "", reader.Attribute("state") is "hidden" or "veryHidden"));
        }
        return sheets;
    }

    private static List<string> Strings(OfficePackage package, string? path, ReadingBudget budget)
    {
        var strings = new List<string>();
        if (path is null || !package.Has(path))
            return strings;
        using var reader = package.Open(path, isContent: true);
        foreach (var name in reader.Children())
        {
            if (name != "si")
                continue;
            var text = TextOf(reader);
            // Something for each entry, so that millions of empty ones do not pass for nothing.
            budget.TakeText(text.Length + 8);
            strings.Add(text);
        }
        return strings;
    }
}
