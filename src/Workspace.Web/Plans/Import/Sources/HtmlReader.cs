using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Reads tables and texts of a page or of what Word and Excel put on the clipboard. Scripts are neither run nor read.</summary>
internal sealed class HtmlReader
{
    private readonly List<SourceBlock> blocks = [];
    private readonly ReadingBudget budget;
    private HtmlText text = new();
    private int tables;

    private HtmlReader(ReadingBudget budget) => this.budget = budget;

    public static SourceDocument Read(string html, ReadingBudget budget)
    {
        if (html.Length > ImportLimits.HtmlLength)
            throw new ImportRefusedException(new("ImportTooLarge", ImportLimits.HtmlLength / (1024 * 1024)));
        HtmlDepth.Check(html);
        using var document = new HtmlParser().ParseDocument(html);
        var reading = new HtmlReader(budget);
        if (document.Body is { } body)
            reading.Blocks(body);
        reading.EndParagraph();
        return new(SourceFormat.Html, reading.blocks);
    }

    private void Blocks(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement { LocalName: "table" } table)
            {
                EndParagraph();
                Table(table);
            }
            else if (node is IElement element && !HtmlText.IsPassedOver(element))
            {
                if (HtmlText.IsBlock(element))
                    EndParagraph();
                if (element.LocalName is "br" or "li" || element.ChildNodes.Length == 0)
                    text.Take(element);
                if (element.LocalName != "br")
                    Blocks(element);
                if (HtmlText.IsBlock(element))
                    EndParagraph();
            }
            else if (node is IText letters)
            {
                text.Take(letters);
            }
        }
    }

    private void EndParagraph()
    {
        var paragraph = text.ToString();
        text = new();
        if (string.IsNullOrWhiteSpace(paragraph))
            return;
        budget.TakeRow();
        budget.TakeText(paragraph.Length);
        blocks.Add(new SourceParagraph(paragraph, new(null, 0, blocks.Count + 1)));
    }

    private void Table(IElement table)
    {
        tables++;
        var rows = new List<SourceRow>();
        var open = new Dictionary<int, (SourceCell Cell, int Left)>();
        var number = 0;
        foreach (var row in Rows(table))
        {
            number++;
            var cells = Row(row, open);
            if (cells.All(cell => cell.IsContinued || string.IsNullOrWhiteSpace(cell.Text)))
                continue;
            budget.TakeRow();
            rows.Add(new(cells, new(null, tables, number), IsHidden(row)));
        }
        if (rows.Count > 0)
            blocks.Add(new SourceTable(rows, rows.Max(row => row.Cells[^1].Column + row.Cells[^1].Span)));
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.Children
        .SelectMany(part => part.LocalName is "thead" or "tbody" or "tfoot" ? part.Children : (IEnumerable<IElement>)[part])
        .Where(row => row.LocalName == "tr");

    private List<SourceCell> Row(IElement row, Dictionary<int, (SourceCell Cell, int Left)> open)
    {
        var cells = new List<SourceCell>();
        var column = 0;
        foreach (var cell in row.Children.Where(child => child.LocalName is "td" or "th"))
        {
            TakeOpen();
            budget.TakeCell(column);
            var within = new HtmlText();
            within.TakeWithin(cell);
            var read = new SourceCell(column, within.ToString(), Span(cell, "colspan"), within.IsBold || cell.LocalName == "th");
            budget.TakeText(read.Text.Length);
            cells.Add(read);
            if (Span(cell, "rowspan") is > 1 and var height)
                open[column] = (read, height - 1);
            column += read.Span;
        }
        TakeOpen();
        // A cell to the right of the last own one may still go on from above.
        foreach (var later in open.Keys.Where(key => key > column).Order().ToList())
        {
            column = later;
            TakeOpen();
        }
        return cells;

        void TakeOpen()
        {
            while (open.TryGetValue(column, out var above) && !cells.Exists(cell => cell.Column == column))
            {
                cells.Add(above.Cell with { IsContinued = true });
                if (above.Left > 1)
                    open[column] = (above.Cell, above.Left - 1);
                else
                    open.Remove(column);
                column += above.Cell.Span;
            }
        }
    }

    private static int Span(IElement cell, string name) => int.TryParse(cell.GetAttribute(name), out var span) ? Math.Clamp(span, 1, name == "colspan" ? ImportLimits.Columns : ImportLimits.Rows) : 1;

    private static bool IsHidden(IElement row) => row.GetAttribute("style")?.Replace(" ", "").Contains("display:none", StringComparison.OrdinalIgnoreCase) == true || row.HasAttribute("hidden");
}
