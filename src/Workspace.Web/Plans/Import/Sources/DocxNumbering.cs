using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>
/// Counts Word's automatic numbers. In many plans the number column has no text at all, only a numbered paragraph; without this
/// every item would come without its number.
/// </summary>
internal sealed partial class DocxNumbering
{
    private readonly Dictionary<string, Dictionary<int, Level>> lists = [];
    private readonly Dictionary<string, (string List, Dictionary<int, int> Starts)> uses = [];
    private readonly Dictionary<string, (string Use, int Level)> styles = [];
    private readonly Dictionary<string, int[]> counts = [];
    private readonly HashSet<string> started = [];

    private sealed record Level(int Start, string Format, string Text);

    public static DocxNumbering Read(OfficePackage package)
    {
        var numbering = new DocxNumbering();
        foreach (var (path, kind) in package.RelationshipsOf(package.MainPart).Values)
        {
            if (!package.Has(path) || kind is not ("numbering" or "styles"))
                continue;
            using var reader = package.Open(path);
            foreach (var name in reader.Children())
            {
                if (name == "abstractNum")
                    numbering.ReadList(reader);
                else if (name == "num")
                    numbering.ReadUse(reader);
                else if (name == "style")
                    numbering.ReadStyle(reader);
            }
        }
        return numbering;
    }

    /// <summary>The number or bullet Word puts before the paragraph; empty for one that is in no list. Counts it.</summary>
    public string Label(string? use, int? level, string? style)
    {
        if (use is null && style is not null && styles.TryGetValue(style, out var own))
            (use, level) = (own.Use, level ?? own.Level);
        if (use is null || !uses.TryGetValue(use, out var found) || !lists.TryGetValue(found.List, out var levels) || !levels.TryGetValue(level ?? 0, out var at))
            return "";
        if (at.Format == "bullet")
            return "•";
        if (at.Format == "none")
            return "";
        var count = counts.TryGetValue(found.List, out var known) ? known : counts[found.List] = new int[9];
        var depth = Math.Clamp(level ?? 0, 0, 8);
        if (started.Add(use))
        {
            foreach (var (of, start) in found.Starts)
                count[of] = start - 1;
        }
        for (var i = 0; i <= depth; i++)
        {
            if (count[i] == 0)
                count[i] = (levels.GetValueOrDefault(i)?.Start ?? 1) - (i == depth ? 1 : 0);
        }
        count[depth]++;
        Array.Clear(count, depth + 1, 8 - depth);
        return Place().Replace(at.Text, place =>
        {
            var of = place.ValueSpan[1] - '1';
            return of <= depth ? Write(count[of], levels.GetValueOrDefault(of)?.Format) : "";
        }).Trim();
    }

    private static string Write(int number, string? format) => format switch
    {
        "upperRoman" when number is > 0 and < 4000 => new RomanNumber(number).ToString(),
        "lowerRoman" when number is > 0 and < 4000 => new RomanNumber(number).ToString().ToLowerInvariant(),
        "upperLetter" when number is > 0 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "lowerLetter" when number is > 0 and <= 26 => ((char)('a' + number - 1)).ToString(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static int Whole(string? text, int otherwise) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : otherwise;

    private void ReadList(XmlReader reader)
    {
        var levels = lists[reader.Attribute("abstractNumId") ?? ""] = [];
        foreach (var name in reader.Children())
        {
            if (name != "lvl")
                continue;
            var at = Whole(reader.Attribute("ilvl"), 0);
            var (start, format, text) = (1, "decimal", "");
            foreach (var part in reader.Children())
            {
                if (part == "start")
                    start = Whole(reader.Attribute("val"), 1);
                else if (part == "numFmt")
                    format = reader.Attribute("val") ?? format;
                else if (part == "lvlText")
                    text = reader.Attribute("val") ?? "";
            }
            levels[at] = new(start, format, text.Length > 100 ? text[..100] : text);
        }
    }

    private void ReadUse(XmlReader reader)
    {
        var id = reader.Attribute("numId") ?? "";
        var (list, starts) = ("", new Dictionary<int, int>());
        foreach (var name in reader.Children())
        {
            if (name == "abstractNumId")
                list = reader.Attribute("val") ?? "";
            if (name != "lvlOverride")
                continue;
            var at = Math.Clamp(Whole(reader.Attribute("ilvl"), 0), 0, 8);
            foreach (var part in reader.Children())
            {
                if (part == "startOverride")
                    starts[at] = Whole(reader.Attribute("val"), 1);
            }
        }
        uses[id] = (list, starts);
    }

    private void ReadStyle(XmlReader reader)
    {
        var id = reader.Attribute("styleId") ?? "";
        foreach (var name in reader.Children())
        {
            if (name != "pPr")
                continue;
            foreach (var part in reader.Children())
            {
                if (part == "numPr" && DocxParagraph.NumberOf(reader) is (string use, var level))
                    styles[id] = (use, level ?? 0);
            }
        }
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();
}
