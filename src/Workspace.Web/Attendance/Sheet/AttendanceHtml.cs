using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Workspace.Web.Attendance.Sheet;

/// <summary>Writes the attendance list as a page to print and sign.</summary>
public static class AttendanceHtml
{
    private const string Style = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #f3f1ec; color: #1b1d21; font: 15px/1.4 "Source Sans 3 Variable", "Source Sans 3", "Liberation Sans", Arial, sans-serif; }
        main { max-width: 1120px; margin: 24px auto; padding: 40px 48px; background: #fffefb; box-shadow: 0 1px 2px rgb(27 29 33 / .06), 0 6px 24px rgb(27 29 33 / .07); }
        h1 { margin: 0 0 6px; font-size: 24px; color: #12263f; } p { margin: 0 0 2px; }
        .scroll { overflow-x: auto; margin-top: 18px; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        th, td { border: 1px solid #8a8f98; padding: 6px 8px; text-align: left; vertical-align: middle; } th { background: #eef1f5; }
        tbody tr { height: 34px; break-inside: avoid; } td:first-child { text-align: right; } th:last-child { min-width: 150px; width: 20%; }
        th:nth-child(2) { min-width: 150px; width: 17%; } th:nth-child(3) { min-width: 170px; width: 20%; }
        thead { display: table-header-group; }
        @media (max-width: 700px) { main { margin: 0; padding: 20px 16px; } }
        @media print { body { background: none; font-size: 10pt; } main { max-width: none; margin: 0; padding: 0; box-shadow: none; background: none; } .scroll { overflow: visible; } }
        @page { size: A4 landscape; margin: 1.5cm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; color: #5b6068; } }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(AttendanceSheet sheet, string nonce)
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="{Encoder.Encode(sheet.Culture.Name)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encoder.Encode(sheet.Lines[0])} – {Encoder.Encode(sheet.Lines[1])}</title>
            <style nonce="{Encoder.Encode(nonce)}">{Style}</style>
            </head>
            <body>
            <main>
            <h1>{Encoder.Encode(sheet.Lines[0])}</h1>

            """);
        foreach (var line in sheet.Lines.Skip(1))
            html.Append("<p>").Append(Encoder.Encode(line)).Append("</p>\n");
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Encoder.Encode(sheet.Lines[0])).Append("\">\n<table>\n<thead><tr>");
        foreach (var column in sheet.Columns)
            html.Append("<th scope=\"col\">").Append(Encoder.Encode(column)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in sheet.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                html.Append("<td>").Append(Encoder.Encode(cell)).Append("</td>");
            html.Append("</tr>\n");
        }
        return html.Append("</tbody>\n</table>\n</div>\n</main>\n</body>\n</html>\n").ToString();
    }
}
