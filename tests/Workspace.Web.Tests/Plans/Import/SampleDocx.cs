using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RunText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Workspace.Web.Tests.Plans.Import;

/// <summary>Writes a sample as a Word document, and documents with a body of one's own.</summary>
public static class SampleDocx
{
    public static byte[] Of(SampleGrid grid) => Of([.. grid.Above.Select(line => (OpenXmlElement)Paragraph(line)), Table(grid)]);

    public static byte[] Of(params OpenXmlElement[] body) => Of(body, null);

    public static byte[] Of(IEnumerable<OpenXmlElement> body, Numbering? numbering)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(body));
            if (numbering is not null)
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = numbering;
        }
        return stream.ToArray();
    }

    public static Paragraph Paragraph(string text, bool isBold = false)
    {
        var run = new Run();
        if (isBold)
            run.Append(new RunProperties(new Bold()));
        foreach (var (at, line) in text.Split('\n').Index())
        {
            if (at > 0)
                run.Append(new Break());
            run.Append(new RunText(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return new(run);
    }

    public static Table Table(SampleGrid grid)
    {
        var table = new Table(new TableGrid(Enumerable.Range(0, grid.Columns).Select(_ => new GridColumn())));
        var open = new Dictionary<int, (int Span, int Left)>();
        foreach (var row in grid.Rows)
        {
            var column = 0;
            var cells = new TableRow();
            foreach (var cell in row)
            {
                cells.Append(cell is null ? Continued(open[column].Span) : Cell(cell));
                if (cell?.Rows > 1)
                    open[column] = (cell.Span, cell.Rows);
                column += cell?.Span ?? open[column].Span;
            }
            table.Append(cells);
        }
        return table;
    }

    public static TableCell Cell(SampleCell cell)
    {
        var properties = new TableCellProperties();
        if (cell.Span > 1)
            properties.Append(new GridSpan { Val = cell.Span });
        if (cell.Rows > 1)
            properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
        return new(properties, Paragraph(cell.Text, cell.IsBold));
    }

    private static TableCell Continued(int span)
    {
        var properties = new TableCellProperties();
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        properties.Append(new VerticalMerge());
        return new(properties, new Paragraph());
    }
}
