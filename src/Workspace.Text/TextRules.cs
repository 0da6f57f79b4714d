using System.Text;

namespace Workspace.Text;

/// <summary>What may stand in a text. A text that keeps the rules can be stored in UTF-8, in XML and in any database.</summary>
public static class TextRules
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxTextLength = 1_000_000;

    /// <summary>The largest change, in bytes of its JSON.</summary>
    public const int MaxChangeBytes = 256 * 1024;

    /// <summary>Judges a change by the document as it would become; null if all is well.</summary>
    /// <param name="change">As it will be applied, that is after rebasing: mapping can part what was whole.</param>
    /// <param name="document">A document that keeps the rules itself.</param>
    /// <remarks>
    /// Each inserted piece of text must be well-formed by itself. Deleting the second half of one character and the
    /// first half of an equal one after it leaves a whole character and passes: editors find the shortest difference.
    /// The effort depends on the change, not on the document.
    /// </remarks>
    public static TextFault? Check(ChangeSet change, TextDocument document)
    {
        if (change.Length != document.Length)
            return TextFault.Unfit;
        if (change.NewLength > MaxTextLength || IsTooLarge(change))
            return TextFault.TooLarge;
        return CheckPieces(change) ?? (CutsCharacter(change, document) ? TextFault.LoneSurrogate : null);
    }

    /// <summary>Judges a whole text; null if all is well.</summary>
    public static TextFault? Check(string text) =>
        text.Length > MaxTextLength ? TextFault.TooLarge : CheckCharacters(text);

    /// <summary>
    /// The text as the rules want it, but for its length: line ends as newlines, no control characters, lone
    /// surrogates replaced by U+FFFD, composed letters (Unicode NFC). Doing it twice changes nothing more.
    /// </summary>
    public static string Normalise(string text)
    {
        var plain = WithPlainLineEnds(text);
        return (CheckCharacters(plain) is null ? plain : Cleaned(plain)).Normalize(NormalizationForm.FormC);
    }

    internal static string WithPlainLineEnds(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text;

    private static bool IsTooLarge(ChangeSet change)
    {
        const int mostBytesPerUnit = 6, mostBytesPerSection = 16;
        var sections = change.Sections.Pairs.Length / 2;
        var most = ((long)change.InsertedLength * mostBytesPerUnit) + (sections * (long)mostBytesPerSection) + 2;
        return most > MaxChangeBytes && Encoding.UTF8.GetByteCount(change.ToJson()) > MaxChangeBytes;
    }

    private static TextFault? CheckPieces(ChangeSet change)
    {
        var inserted = change.Inserted;
        var pairs = change.Sections.Pairs;
        for (var i = 1; i < pairs.Length; i += 2)
        {
            if (pairs[i] <= 0)
                continue;
            if (CheckCharacters(inserted[..pairs[i]]) is { } fault)
                return fault;
            inserted = inserted[pairs[i]..];
        }
        return null;
    }

    private static TextFault? CheckCharacters(ReadOnlySpan<char> text)
    {
        if (HasLoneSurrogate(text))
            return TextFault.LoneSurrogate;
        return HasControlCharacter(text) ? TextFault.ControlCharacter : null;
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var found)
        {
            if (found + 1 == text.Length || !char.IsSurrogatePair(text[found], text[found + 1]))
                return true;
            text = text[(found + 2)..];
        }
        return false;
    }

    private static bool HasControlCharacter(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u0008') || text.ContainsAnyInRange('\u000B', '\u001F')
        || text.ContainsAnyInRange('\u007F', '\u009F') || text.ContainsAnyInRange('\uFFFE', '\uFFFF');

    /// <summary>
    /// Whether the kept text on the two sides of a changed range ends or begins with half a character. Whole pieces
    /// in between cannot complete one, so only the two ends count, and with nothing in between they may form a pair.
    /// </summary>
    private static bool CutsCharacter(ChangeSet change, TextDocument document)
    {
        var pairs = change.Sections.Pairs;
        for (int i = 0, position = 0; i < pairs.Length;)
        {
            if (pairs[i + 1] == Sections.Kept)
            {
                position += pairs[i];
                i += 2;
                continue;
            }
            var before = position > 0 ? document[position - 1] : ' ';
            var isFilled = false;
            for (; i < pairs.Length && pairs[i + 1] != Sections.Kept; i += 2)
            {
                position += pairs[i];
                isFilled |= pairs[i + 1] > 0;
            }
            var after = position < document.Length ? document[position] : ' ';
            var meet = !isFilled && char.IsSurrogatePair(before, after);
            if (!meet && (char.IsHighSurrogate(before) || char.IsLowSurrogate(after)))
                return true;
        }
        return false;
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or (>= ' ' and < 0x7F) or (> 0x9F and not 0xFFFE and not 0xFFFF))
                clean.Append(rune);
        }
        return clean.ToString();
    }
}
