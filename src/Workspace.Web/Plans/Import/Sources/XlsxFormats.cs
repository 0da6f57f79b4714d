using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>How a sheet shows its numbers. A month typed as 12/2024 is kept by Excel as a day; only the format tells.</summary>
internal sealed partial class XlsxFormats
{
    private readonly Dictionary<int, string> codes = [];
    private readonly List<int> formats = [];
    private readonly List<int> fonts = [];
    private readonly List<bool> bold = [];

    public bool CountsFrom1904 { get; set; }

    public static XlsxFormats Read(OfficePackage package, string? path)
    {
        var styles = new XlsxFormats();
        if (path is null || !package.Has(path))
            return styles;
        using var reader = package.Open(path);
        foreach (var name in reader.Children())
        {
            if (name is not ("numFmts" or "fonts" or "cellXfs"))
                continue;
            foreach (var part in reader.Children())
                styles.ReadPart(reader, name, part);
        }
        return styles;
    }

    public bool IsBold(int style) => style < fonts.Count && fonts[style] < bold.Count && bold[fonts[style]];

    /// <summary>The number as the sheet shows it, dates in the Czech way; a time of day is left out.</summary>
    public string Show(string raw, int style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return raw;
        var format = style < formats.Count ? formats[style] : 0;
        var code = Bare().Replace(codes.GetValueOrDefault(format) ?? BuiltIn(format), "").ToLowerInvariant();
        if (IsDate(code) && value is > 0 and < 2_900_000)
        {
            var day = DateTime.FromOADate(Math.Floor(value) + (CountsFrom1904 ? 1462 : 0));
            return day.ToString(code.Contains('d') ? "d. M. yyyy" : code.Contains('m') ? "M/yyyy" : "yyyy", CultureInfo.InvariantCulture);
        }
        if (code.Contains('%'))
            return (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
        var decimals = Decimals().Match(code);
        return Math.Abs(value) < 1e15
            ? ((decimal)value).ToString(decimals.Success ? "0." + decimals.Groups[1].Value : "0.##########", CultureInfo.InvariantCulture)
            : raw;
    }

    private static bool IsDate(string code) => code.Contains('y') || (code.Contains('d') && code.Contains('m'));

    private static string BuiltIn(int format) => format switch
    {
        >= 14 and <= 16 or 22 => "d/m/yyyy",
        17 => "m/yyyy",
        2 or 4 => "0.00",
        9 or 10 => "0%",
        >= 27 and <= 36 or >= 50 and <= 58 => "d/m/yyyy",
        _ => "",
    };

    private void ReadPart(XmlReader reader, string group, string part)
    {
        if (group == "numFmts")
        {
            codes[Whole(reader.Attribute("numFmtId"))] = reader.Attribute("formatCode") ?? "";
        }
        else if (group == "cellXfs")
        {
            formats.Add(Whole(reader.Attribute("numFmtId")));
            fonts.Add(Whole(reader.Attribute("fontId")));
        }
        else if (part == "font")
        {
            var isBold = false;
            foreach (var name in reader.Children())
                isBold |= name == "b" && reader.IsOn();
            bold.Add(isBold);
        }
    }

    internal static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // What is quoted, escaped, coloured or in brackets is no part of the pattern; only the first section counts.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]|;.*$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"^[#,]*0\.(0{1,6})$")]
    private static partial Regex Decimals();
}
