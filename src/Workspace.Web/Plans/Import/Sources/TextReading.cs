using Workspace.Web.Data;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Tells what kind of text a text is: HTML, cells each begun by a tab, or fields with a separator.</summary>
internal static class TextReading
{
    public static SourceDocument Read(string text, ReadingBudget budget)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new ImportRefusedException(new Refusal("ImportEmpty"));
        budget.TakeText(text.Length);
        var begin = text.AsSpan().TrimStart(" \t\r\n\ufeff");
        if (begin.StartsWith("<?xml") || begin.StartsWith("<Workbook"))
            throw new ImportRefusedException(new Refusal("ImportUnknownType"));
        if (begin.StartsWith("<") && (begin.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || begin.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || begin.Contains("<table", StringComparison.OrdinalIgnoreCase)))
            return HtmlReader.Read(text, budget);
        return TabText.IsTabText(text) ? TabText.Read(text, budget) : CsvReader.Read(text, budget);
    }
}
