using System.Net;
using System.Text;

namespace Workspace.Web.Tests.Plans.Import;

/// <summary>Writes a sample as text: CSV, cells each begun by a tab, and what Word puts on the clipboard.</summary>
public static class SampleFiles
{
    public static string Csv(SampleGrid grid, char separator = ';')
    {
        var text = new StringBuilder();
        foreach (var line in grid.Above)
            text.Append(Quoted(line)).Append(separator, grid.Columns - 1).Append("\r\n");
        foreach (var row in grid.Rows)
        {
            var fields = row.SelectMany(cell => Enumerable.Repeat("", (cell?.Span ?? 1) - 1).Prepend(cell?.Text ?? ""));
            text.AppendJoin(separator, fields.Select(Quoted)).Append("\r\n");
        }
        return text.ToString();

        string Quoted(string field) => field.AsSpan().ContainsAny(['"', '\n', separator]) ? $"\"{field.Replace("\"", "\"\"")}\"" : field;
    }

    public static string TabText(SampleGrid grid)
    {
        var text = new StringBuilder();
        foreach (var line in grid.Above)
            text.Append(line).Append('\n');
        foreach (var row in grid.Rows)
        {
            foreach (var cell in row)
                text.Append('\t').Append(cell?.Text).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>With the classes, conditional comments and line breaks within words of Word's own HTML.</summary>
    public static string WordHtml(SampleGrid grid)
    {
        var html = new StringBuilder("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta charset=utf-8><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=CS>\n<!--StartFragment-->\n");
        foreach (var line in grid.Above)
            html.Append("<p class=MsoNormal><b>").Append(Encoded(line)).Append("<o:p></o:p></b></p>\n");
        html.Append("<table class=MsoTableGrid border=1 cellspacing=0>\n");
        foreach (var row in grid.Rows)
        {
            html.Append(" <tr style='mso-yfti-irow:0'>\n");
            foreach (var cell in row)
            {
                if (cell is null)
                    continue;
                html.Append($"  <td width=60 {(cell.Span > 1 ? $"colspan={cell.Span}" : "")} {(cell.Rows > 1 ? $"rowspan={cell.Rows}" : "")} valign=top>\n");
                foreach (var line in cell.Text.Split('\n'))
                    html.Append("  <p class=MsoNormal>").Append(cell.IsBold ? "<b>" : "<span lang=CS>").Append(Encoded(line).Replace(" ", "\n  ")).Append(cell.IsBold ? "</b>" : "</span>").Append("<o:p></o:p></p>\n");
                html.Append("  </td>\n");
            }
            html.Append(" </tr>\n");
        }
        return html.Append("</table>\n<!--EndFragment--></body></html>").ToString();

        static string Encoded(string text) => WebUtility.HtmlEncode(text).Replace("·", "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>");
    }
}
