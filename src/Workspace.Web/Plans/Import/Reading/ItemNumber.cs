using System.Text.RegularExpressions;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Numbers of items: <c>3.</c>, <c>3)</c>, <c>1.2</c>, <c>2a</c>, or cited with the area as <c>IX/2</c>.</summary>
internal static partial class ItemNumber
{
    public static bool IsNumber(string? text) => Read(text) is not null;

    /// <summary>The number without the mark at its end, and the area where the number names it; null for what is no number.</summary>
    public static (string? Area, string Number)? Read(string? text)
    {
        var found = Pattern().Match(CellText.OneLine(text));
        return found.Success ? (found.Groups["area"].Success ? found.Groups["area"].Value : null, found.Groups["number"].Value) : null;
    }

    [GeneratedRegex(@"^(?:č\.\s?)?(?:(?<area>[IVXL]{1,7})\s?[/.]\s?)?(?<number>\d{1,4}(?:\.\d{1,3}){0,3}\s?[a-z]?|[A-Z]{1,3}[-.]?\d{1,3}(?:\.\d{1,3})*)\s?[.):]?$")]
    private static partial Regex Pattern();
}
