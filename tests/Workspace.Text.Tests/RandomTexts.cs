using System.Text;

namespace Workspace.Text.Tests;

/// <summary>Random documents and changes, small enough that changes touch each other all the time.</summary>
internal sealed class RandomTexts(Random random)
{
    private static readonly string[] Letters =
        ["a", "b", "c", "ě", "š", "č", "ř", "ž", "ý", "á", "í", "é", "ů", "ň", "Ť", " ", "\n", "\n", "\t", "\"", "\\", "😀", "😁", "🏛️", "e\u0301"];

    private static readonly string[] Oddities = ["\uD83D", "\uDE00", "\u0000", "\u001F", "\u007F", "\u2028", "\uFEFF", "\uFFFE", "<", "&"];

    /// <summary>Whether lone surrogates and other things no rule allows may be inserted.</summary>
    public bool AllowsOddities { get; init; }

    public string Document()
    {
        var length = random.Next(10) switch { 0 => 0, 9 => random.Next(500), 8 => random.Next(60), _ => random.Next(12) };
        return Text(length, withOddities: false);
    }

    public string Text(int letters) => Text(letters, AllowsOddities);

    public List<(int From, int To, string Insert)> Replacements(int length, bool withCarriageReturns = false)
    {
        var result = new List<(int, int, string)>();
        for (var count = random.Next(5); count > 0; count--)
        {
            var from = random.Next(length + 1);
            var to = random.Next(3) == 0 ? from : Math.Min(length, from + random.Next(random.Next(8) == 0 ? length + 1 : 5));
            var insert = random.Next(3) == 0 ? "" : Text(random.Next(4));
            if (withCarriageReturns && random.Next(20) == 0)
                insert += random.Next(2) == 0 ? "\r\n" : "\r";
            result.Add((from, to, insert));
        }
        return result;
    }

    public ChangeSet Change(int length) =>
        random.Next(4) == 0 ? ChangeSet.Parse(LooseJson(length)) : ChangeSet.Of(length, Replacements(length));

    /// <summary>JSON that says the same as a computed change could, but in more pieces: neighbours are not joined.</summary>
    public string LooseJson(int length)
    {
        var json = new StringBuilder("[");
        for (var left = length; left > 0 || random.Next(3) == 0;)
        {
            var piece = random.Next(Math.Min(left, 6) + 1);
            if (json.Length > 1)
                json.Append(',');
            if (piece > 0 && random.Next(2) == 0)
            {
                json.Append(piece);
            }
            else
            {
                var insert = piece > 0 && random.Next(3) == 0 ? "" : Text(1 + random.Next(3));
                json.Append('[').Append(piece);
                foreach (var line in insert.Length == 0 && random.Next(2) == 0 ? [] : insert.Split('\n'))
                    json.Append(',').Append(AsciiJson.Quote(line));
                json.Append(']');
            }
            left -= piece;
        }
        return json.Append(']').ToString();
    }

    private string Text(int letters, bool withOddities)
    {
        var text = new StringBuilder();
        for (var i = 0; i < letters; i++)
        {
            var letter = withOddities && random.Next(12) == 0 ? Oddities : Letters;
            text.Append(letter[random.Next(letter.Length)]);
        }
        return text.ToString();
    }
}
