using System.Text.RegularExpressions;

namespace Workspace.Web.Meetings.Paste;

internal enum MarkerKind { None, Number, BareNumber, Roman, Nested, Letter, Bullet }

/// <summary>One line of a pasted agenda, taken apart into its indentation, its marker and the rest.</summary>
/// <param name="Source">The line as pasted.</param>
/// <param name="Indent">Columns before the marker; a tab counts as four.</param>
/// <param name="AfterBlank">An empty line stands before it.</param>
/// <param name="Marker">What kind of marker it begins with.</param>
/// <param name="Number">The number, or the letter's or roman figure's place; of '2.1' the 2.</param>
/// <param name="Glyph">The bullet, or what stands behind the letter.</param>
/// <param name="Text">What follows the marker; cells of a table are parted by tabs.</param>
/// <param name="Starts">A clock time at the beginning.</param>
/// <param name="Minutes">The length of a span of clock times at the beginning.</param>
internal sealed partial record PastedLine(
    string Source, int Indent, bool AfterBlank, MarkerKind Marker, int Number, char Glyph, string Text, TimeOnly? Starts, int? Minutes)
{
    public bool StartsLower => Text.Length > 0 && char.IsLower(Text[0]);

    /// <summary>The line with its marker taken for a part of the text.</summary>
    public PastedLine Unmarked => this with { Marker = MarkerKind.None, Text = Source.Trim() };

    public static PastedLine Read(string line, bool afterBlank)
    {
        var source = line.Replace("**", "", StringComparison.Ordinal);
        var body = source.TrimStart().TrimStart('#').TrimStart();
        var indent = source.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? 4 : 1);
        var (clocked, starts, minutes) = Clock(body);
        var (marker, number, glyph, text) = Mark(clocked);
        if (starts is null)
            (text, starts, minutes) = Clock(text);
        return new(source.Trim(), indent, afterBlank, marker, number, glyph, text.Trim(), starts, minutes);
    }

    private static (MarkerKind Marker, int Number, char Glyph, string Text) Mark(string body)
    {
        if (NamedNumber().Match(body) is { Success: true } named)
            return (MarkerKind.Number, int.Parse(named.Groups[1].ValueSpan), '\0', body[named.Length..]);
        if (NestedNumber().Match(body) is { Success: true } nested)
            return (MarkerKind.Nested, int.Parse(nested.Groups[1].ValueSpan), '\0', body[nested.Length..]);
        if (PlainNumber().Match(body) is { Success: true } plain)
            return (MarkerKind.Number, int.Parse(plain.Groups[1].ValueSpan), '\0', body[plain.Length..]);
        if (RomanNumber().Match(body) is { Success: true } roman && Roman(roman.Groups[1].Value) is > 0 and var value)
            return (MarkerKind.Roman, value, '\0', body[roman.Length..]);
        if (LetterMark().Match(body) is { Success: true } letter)
            return (MarkerKind.Letter, char.ToLowerInvariant(letter.Value[0]) - 'a' + 1, letter.Groups[1].Success ? ')' : '.', body[letter.Length..]);
        if (BulletMark().Match(body) is { Success: true } bullet)
            return (MarkerKind.Bullet, 0, bullet.Value.Trim()[0], body[bullet.Length..]);
        if (BareNumberMark().Match(body) is { Success: true } bare)
            return (MarkerKind.BareNumber, int.Parse(bare.Groups[1].ValueSpan), '\0', body[bare.Length..]);
        return (MarkerKind.None, 0, '\0', body);
    }

    private static (string Text, TimeOnly? Starts, int? Minutes) Clock(string text)
    {
        var match = ClockMark().Match(text);
        // '9.15' without a colon, an end or 'hod.' may as well be a number of a sub-item.
        if (!match.Success || (text[match.Groups[1].Length] == '.' && !match.Groups[3].Success && !match.Groups["hours"].Success))
            return (text, null, null);
        if (!TimeOnly.TryParse($"{match.Groups[1].Value}:{match.Groups[2].Value}", out var from))
            return (text, null, null);
        int? minutes = TimeOnly.TryParse($"{match.Groups[3].Value}:{match.Groups[4].Value}", out var to) && to > from ? (int)(to - from).TotalMinutes : null;
        return (text[match.Length..], from, minutes);
    }

    private static int Roman(string figure)
    {
        var sum = 0;
        for (var at = 0; at < figure.Length; at++)
        {
            var value = Value(figure[at]);
            sum += at + 1 < figure.Length && value < Value(figure[at + 1]) ? -value : value;
        }
        return sum;

        static int Value(char letter) => letter switch { 'I' => 1, 'V' => 5, _ => 10 };
    }

    [GeneratedRegex(@"^(?:(?:k\s+)?bodu?|ad)\s*(?:programu\s*)?(?:č(?:íslo\b|\.|\b)\s*)?(\d{1,2})\s*[.):/]?\s*[-–—:]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex NamedNumber();

    [GeneratedRegex(@"^(\d{1,2})\.\d{1,2}(?:\.\d{1,2})?[.)]?\s+(?!\d)(?=\S)")]
    private static partial Regex NestedNumber();

    // '11. 6. 2024', '8. března' and '1.5 mil.' are no markers.
    [GeneratedRegex(@"^\(?(\d{1,2})(?:\s*[.)\]:/](?!\d)(?!\s*\d{1,2}\.)|\s+[-–—](?!\s*\d)|\s*\t)(?!\s*(?:ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince)\b)\s*")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^(X{0,3}(?:IX|IV|V?I{0,3}))\s*[.)]\s*(?=\S)")]
    private static partial Regex RomanNumber();

    [GeneratedRegex(@"^(?:([a-zA-Z])\s*\)|([a-z])\.(?=\s))\s*(?=\S)")]
    private static partial Regex LetterMark();

    // The last glyphs before 'o' are what bullets of a word processor's symbol fonts become in plain text.
    [GeneratedRegex(@"^(?:[-–—*+](?:\s+|(?=\p{Lu}))|[•·▪▫◦‣⁃●○■□➢►▶→✓✔\uF0A7\uF0B7\uF0D8\uF0FC]\s*|[§Øo](?:\t\s*|\s{2,}|\s(?=\p{Lu})))(?=\S)")]
    private static partial Regex BulletMark();

    [GeneratedRegex(@"^(\d{1,2})\s+(?=\p{L})")]
    private static partial Regex BareNumberMark();

    [GeneratedRegex(@"^(\d{1,2})[:.](\d{2})(?!\d|\.\s*\d)(?:\s*(?<hours>hod\.?|h\b))?(?:\s*[-–—]\s*(\d{1,2})[:.](\d{2})(?!\d))?(?:\s*(?<hours>hod\.?|h\b))?(?:\s*[-–—:])?\s+(?=\S)")]
    private static partial Regex ClockMark();
}
