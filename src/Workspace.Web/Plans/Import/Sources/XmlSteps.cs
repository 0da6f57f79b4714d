using System.Xml;

namespace Workspace.Web.Plans.Import.Sources;

internal static class XmlSteps
{
    /// <summary>
    /// The child elements of where the reader stands, one after the other; it stands at each in turn. Whoever takes one may read
    /// into it or leave it: what is left is passed over.
    /// </summary>
    public static IEnumerable<string> Children(this XmlReader reader)
    {
        if (reader.IsEmptyElement)
            yield break;
        var depth = reader.Depth;
        if (depth > ImportLimits.Depth)
            throw new ImportRefusedException(new("ImportBroken"));
        var onward = reader.Read();
        while (onward && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
            {
                yield return reader.LocalName;
                // Whoever read into it stands at its end or deeper; whoever did not stands at its start.
                if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1 && !reader.IsEmptyElement)
                {
                    reader.Skip();
                    continue;
                }
            }
            onward = reader.Read();
        }
    }

    /// <summary>An attribute by its local name: transitional and strict documents differ in namespaces only.</summary>
    public static string? Attribute(this XmlReader reader, string name)
    {
        if (!reader.HasAttributes)
            return null;
        string? value = null;
        while (value is null && reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name)
                value = reader.Value;
        }
        reader.MoveToElement();
        return value;
    }

    /// <summary>The text within the element; the reader stands at its end after it.</summary>
    public static string TextWithin(this XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var text = new System.Text.StringBuilder();
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text.Append(reader.Value);
        }
        return text.ToString();
    }

    /// <summary>Whether a switch such as <c>w:b</c> is on: there, and not said to be off.</summary>
    public static bool IsOn(this XmlReader reader) => reader.Attribute("val") is not ("0" or "false" or "off" or "none");
}
