using System.Globalization;
using System.Text;
using System.Xml;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>The text of paragraphs as it reads when all tracked changes are accepted; text boxes and pictures are left out.</summary>
internal sealed class DocxParagraph(DocxNumbering numbering, ReadingBudget budget)
{
    private bool hasBold;
    private bool hasPlain;

    /// <summary>Whether all text since the last reset is bold.</summary>
    public bool IsBold => hasBold && !hasPlain;

    public void Reset() => (hasBold, hasPlain) = (false, false);

    /// <summary>Reads the paragraph at which the reader stands.</summary>
    /// <returns>Whether the next one begins on a line of its own; a paragraph whose end was deleted runs into the next.</returns>
    public bool Append(XmlReader reader, StringBuilder text)
    {
        var start = text.Length;
        var (label, endsLine) = ("", true);
        foreach (var name in reader.Children())
        {
            if (name == "pPr")
                (label, endsLine) = Properties(reader);
            else
                Inline(reader, name, text);
        }
        if (label.Length > 0)
            text.Insert(start, text.Length > start ? label + " " : label);
        budget.TakeText(text.Length - start);
        return endsLine;
    }

    public static (string? Use, int? Level) NumberOf(XmlReader reader)
    {
        string? use = null;
        int? level = null;
        foreach (var name in reader.Children())
        {
            if (name == "numId")
                use = reader.Attribute("val");
            else if (name == "ilvl" && int.TryParse(reader.Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var at))
                level = at;
        }
        return (use, level);
    }

    private (string Label, bool EndsLine) Properties(XmlReader reader)
    {
        var endsLine = true;
        string? style = null;
        (string? Use, int? Level) number = default;
        foreach (var name in reader.Children())
        {
            if (name == "pStyle")
                style = reader.Attribute("val");
            else if (name == "numPr")
                number = NumberOf(reader);
            else if (name == "rPr")
            {
                foreach (var part in reader.Children())
                    endsLine &= part != "del";
            }
        }
        return (numbering.Label(number.Use, number.Level, style), endsLine);
    }

    private void Inline(XmlReader reader, string name, StringBuilder text)
    {
        if (name == "r")
        {
            Run(reader, text);
        }
        else if (name is "ins" or "moveTo" or "hyperlink" or "fldSimple" or "smartTag" or "customXml" or "sdt" or "sdtContent" or "bdo" or "dir")
        {
            foreach (var inner in reader.Children())
                Inline(reader, inner, text);
        }
    }

    private void Run(XmlReader reader, StringBuilder text)
    {
        var (bold, start) = (false, text.Length);
        foreach (var name in reader.Children())
        {
            switch (name)
            {
                case "rPr":
                    foreach (var part in reader.Children())
                        bold |= part == "b" && reader.IsOn();
                    break;
                case "t":
                    text.Append(reader.TextWithin());
                    break;
                case "tab" or "ptab":
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "sym":
                    text.Append(Symbol(reader.Attribute("char")));
                    break;
            }
        }
        if (text.Length == start || string.IsNullOrWhiteSpace(text.ToString(start, text.Length - start)))
            return;
        hasBold |= bold;
        hasPlain |= !bold;
    }

    // Symbol fonts put their signs into the private area; a bullet stands for them, whatever it looks like.
    private static string Symbol(string? code) =>
        !int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) || value is < 0x20 or > 0xFFFF || char.IsSurrogate((char)value) ? ""
        : value is >= 0xE000 and <= 0xF8FF ? "•" : ((char)value).ToString();
}
