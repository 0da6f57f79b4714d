using System.Text.RegularExpressions;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>Texts as somebody reads them: hard spaces and line ends count as spaces.</summary>
internal static partial class Reading
{
    public static string Flat(string text) => Spaces().Replace(text, " ");

    /// <summary>Each after the one before.</summary>
    public static void AssertInOrder(IEnumerable<string> expected, string text)
    {
        var plain = Flat(text);
        var at = 0;
        foreach (var part in expected)
        {
            var found = plain.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is missing after '{plain[Math.Max(0, at - 40)..at]}' in:\n{plain}");
            at = found + part.Length;
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
