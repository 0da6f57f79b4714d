using FsCheck;
using FsCheck.Fluent;

namespace Workspace.Web.Tests.Exports;

/// <summary>Markdown as people, and people with bad intentions, might put it together.</summary>
internal static class RandomMarkdown
{
    private static readonly string[] Pieces =
    [
        "slovo ", "Žluťoučký kůň ", "a ", "v ", "\n", "\n", "\n\n", "\n\n", "  ", "    ", "\t",
        "# ", "\n## Nadpis\n", "\n###### ", "- ", "\n- ", "\n  - ", "\n    1. ", "\n1. ", "\n7) ", "\n- [x] ", "\n- [ ] ", "\n> ", "\n> > ",
        "11. 6. 2024 ", "\n3. dubna ", "**", "*", "_", "__", "~~", "~", "`", "``", "\n```\n", "\n~~~ c#\n", "\n---\n", "\n===\n", "\n***\n", "\\", "\\\n",
        "\n| a | b |\n|---|:-:|\n| c | d |\n", "|", "\n|-|\n", " | ", ":-:",
        "[", "]", "(", ")", "[popis](https://example.cz/a?b=c&d)", "[zlo](javascript:alert(1))", "[data](data:text/html;base64,PHNjcmlwdD4=)",
        "![obr](http://example.cz/x.png)", "[vbs](VBScript:x)", "[soubor](file:///etc/passwd)", "[rel](/meetings/1)", "[mail](mailto:a@b.cz)", "[tel](tel:+420123)",
        "<javascript:alert(1)>", "<https://example.cz>", "<a@b.cz>", "www.example.cz ", "https://example.cz/č ", "[x]: javascript:alert(1)\n", "[x]", "[a][x]",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>", "</p>", "<!--", "-->", "<", ">", "&", "&amp;", "&lt;", "&#0;", "&#x1F600;", "&nbsp;", "\"", "'",
        "\0", "\u0007", "\u001b", "\u0085", "\u2028", "\ud800", "\udc00", "\ufffe", "\uffff", "😀", "\r\n", "\r", "\u200b", "\u202e", "\u00a0", "e\u0301",
    ];

    public static Arbitrary<string> Arbitrary { get; } =
        Arb.From(Gen.Elements(Pieces).ArrayOf().Resize(60).Select(string.Concat), Shrink);

    public static void Holds(Func<string, bool> law, int cases = 500) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Arbitrary, law));

    private static IEnumerable<string> Shrink(string text)
    {
        for (var length = text.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= text.Length; start += length) yield return text.Remove(start, length);
        }
    }
}
