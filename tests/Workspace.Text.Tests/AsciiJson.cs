using System.Text;

namespace Workspace.Text.Tests;

/// <summary>JSON strings of nothing but ASCII, so that lone surrogates pass through pipes unharmed.</summary>
internal static class AsciiJson
{
    public static string Quote(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var unit in text)
        {
            if (unit is < ' ' or > '~' or '"' or '\\')
                json.Append("\\u").Append(((int)unit).ToString("x4"));
            else
                json.Append(unit);
        }
        return json.Append('"').ToString();
    }
}
