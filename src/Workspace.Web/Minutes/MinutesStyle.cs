using System.Globalization;
using System.Text;
using Workspace.Web.Exports;

namespace Workspace.Web.Minutes;

/// <summary>The style sheet inside the HTML of minutes: a sheet on a desk on the screen, pages with header and number in print.</summary>
internal static class MinutesStyle
{
    private const string Sheet = """
        :root { color-scheme: light; --ink: #12263f; --muted: #5b6068; --line: #bfc4cc; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #f3f1ec; color: #1b1d21; font: 17px/1.55 "Source Serif 4", Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
        main { max-width: 820px; margin: 24px auto; padding: 64px 76px; background: #fffefb; box-shadow: 0 1px 2px rgb(27 29 33 / .06), 0 6px 24px rgb(27 29 33 / .07); }
        h1, h2, h3, h4, h5, h6 { color: var(--ink); line-height: 1.25; margin: 1.5em 0 .4em; font-size: 1em; break-after: avoid; break-inside: avoid; }
        h1 { font-size: 1.6em; letter-spacing: .02em; margin: 0 0 .25em; }
        h2 { font-size: 1.25em; margin-top: 1.8em; } h3 { font-size: 1.1em; } h6 { font-style: italic; }
        p, ul, ol, table, pre, blockquote { margin: 0 0 .6em; } p, li { orphans: 2; widows: 2; }
        ul, ol { padding-left: 1.6em; } li > ul, li > ol { margin: 0; } li > p { margin-bottom: .3em; }
        .task-list-item { list-style: none; text-indent: -1.3em; } .task-list-item > * { text-indent: 0; }
        blockquote { padding-left: 1em; border-left: 2px solid var(--line); font-style: italic; }
        pre, code { font-family: "Liberation Mono", "Courier New", monospace; font-size: .85em; } pre { white-space: pre-wrap; }
        hr { border: 0; border-top: 1px solid var(--line); margin: 1em 0; }
        a { color: #1d3a5f; }
        table { border-collapse: collapse; width: 100%; font-size: .92em; line-height: 1.4; }
        th, td { border: 1px solid #8a8f98; padding: .2em .45em; text-align: left; vertical-align: top; } th { background: #eef1f5; }
        tr { break-inside: avoid; } .align-right { text-align: right; } .align-center { text-align: center; }
        .letterhead { color: var(--muted); font-size: .85em; margin-bottom: 2.2em; } .heading { text-align: center; } .heading p { margin: 0; font-size: 1.08em; }
        .draft { font-style: italic; }
        .facts { display: grid; grid-template-columns: 6.6em 1fr; gap: .15em .8em; margin: 1.6em 0 0; padding: .7em 0; border-block: 1px solid var(--line); }
        .facts dt { grid-column: 1; font-weight: bold; } .facts dd { grid-column: 2; margin: 0; }
        .numbered { padding-left: 1.8em; text-indent: -1.8em; } .numbered.long { padding-left: 2.8em; text-indent: -2.8em; }
        .number { display: inline-block; min-width: 1.8em; margin-right: -.25em; text-indent: 0; } .long .number { min-width: 2.8em; }
        .note { color: var(--muted); font-style: italic; font-size: .92em; break-after: avoid; }
        .closing { break-inside: avoid; } .written { margin-top: 2em; }
        .signature { display: flex; justify-content: space-between; gap: 2em; margin-top: 1.8em; break-inside: avoid; }
        .signature p { margin: 0; } .name { font-weight: bold; }
        .line { flex: 0 0 15em; align-self: center; margin-top: 1.4em; border-top: 2px dotted #1b1d21; text-align: center; padding-top: .1em; }
        .publicity { margin-top: 2.5em; padding-top: .6em; border-top: 1px solid var(--line); color: var(--muted); font-size: .8em; text-align: center; }
        @media (max-width: 700px) { main { margin: 0; padding: 28px 20px; } .signature { display: block; } .line { width: 15em; margin-top: 2.4em; } }
        @media screen and (max-width: 640px) { th, td { overflow-wrap: anywhere; } }
        @media print { body { background: none; font-size: 11.5pt; line-height: 1.4; } main { max-width: none; margin: 0; padding: 0; background: none; box-shadow: none; } a { text-decoration: none; color: inherit; } }
        """;

    /// <summary>Where page margins are filled (so far Chromium only, which alone knows the property), the footer is in them already.</summary>
    private const string NoSecondFooter = "@media print { @supports (corner-shape: round) { .publicity { display: none; } } }";

    /// <param name="header">For the second page and the following ones.</param>
    /// <param name="footer">For all pages, above the number.</param>
    public static string For(string header, string footer, string pageOf) => $$"""
        {{Sheet}}
        {{NoSecondFooter}}
        @page { size: A4; margin: 2.5cm;
        @top-left { content: {{Quoted(header)}}; {{Small}} vertical-align: bottom; padding-bottom: .6cm; }
        @bottom-center { content: {{(footer.Length > 0 ? Quoted(footer) + @" ""\a "" " : "")}}{{PageNumber(pageOf)}}; {{Small}} white-space: pre-line; width: 100%; text-align: center; }
        }
        @page :first { @top-left { content: none; } }
        """;

    private const string Small = """font: 9pt/1.35 "Source Serif 4", Georgia, "Times New Roman", serif; color: #5b6068;""";

    private static string PageNumber(string pageOf) =>
        Quoted(pageOf).Replace(Escaped('{') + "0" + Escaped('}'), "\" counter(page) \"").Replace(Escaped('{') + "1" + Escaped('}'), "\" counter(pages) \"");

    /// <summary>A CSS string; every character with a meaning in CSS or HTML is written by its number.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in PrintableText.Clean(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or 0xA0 or '.' or ',' or '–') quoted.Append(rune.ToString());
            else quoted.Append(Escaped(rune.Value));
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>The blank belongs to the number; without it the next one would be swallowed.</summary>
    private static string Escaped(int character) => @"\" + character.ToString("x6", CultureInfo.InvariantCulture) + " ";
}
