using System.Text.RegularExpressions;

namespace Workspace.Web.Texts.History;

/// <summary>Which characters of a line are marks, and how the others look.</summary>
internal sealed partial class LineShapes
{
    private readonly bool[] marks;
    private readonly Letters[] letters;
    private readonly int[] cells;

    public LineShapes(string raw, int markerLength, bool isRow, bool isShaped)
    {
        marks = new bool[raw.Length];
        letters = new Letters[raw.Length];
        cells = new int[raw.Length];
        Array.Fill(marks, true, 0, markerLength);
        if (isRow)
            PartCells(raw);
        if (!isShaped)
            return;
        foreach (Match link in Link().Matches(raw))
        {
            Hide(link.Index, link.Groups["text"].Index);
            Hide(link.Groups["text"].Index + link.Groups["text"].Length, link.Index + link.Length);
        }
        foreach (Match escape in Escape().Matches(raw))
            Hide(escape.Index, escape.Index + 1);
        Apply(Pair().Matches(raw));
        Apply(Single().Matches(raw));
    }

    public bool IsMark(int at) => marks[at];

    public Letters LettersAt(int at) => letters[at];

    public int CellAt(int at) => cells[at];

    public bool AreAlike(int one, int other) => marks[one] == marks[other] && letters[one] == letters[other] && cells[one] == cells[other];

    private void Apply(MatchCollection pairs)
    {
        foreach (Match pair in pairs)
        {
            var sign = pair.Groups["sign"];
            if (marks[pair.Index])
                continue;
            Hide(pair.Index, pair.Index + sign.Length);
            Hide(pair.Index + pair.Length - sign.Length, pair.Index + pair.Length);
            var look = sign.Value is "~~" ? Letters.Struck : sign.Length == 2 ? Letters.Bold : Letters.Italic;
            for (var i = pair.Index; i < pair.Index + pair.Length; i++)
                letters[i] |= look;
        }
    }

    private void PartCells(string raw)
    {
        var cell = -1;
        for (var i = 0; i < raw.Length; i++)
        {
            var isBorder = raw[i] == '|' && (i == 0 || raw[i - 1] != '\\');
            cell += isBorder || cell < 0 ? 1 : 0;
            marks[i] |= isBorder;
            cells[i] = cell;
        }
    }

    private void Hide(int from, int to) => Array.Fill(marks, true, from, to - from);

    [GeneratedRegex(@"(?<sign>\*\*|__|~~)(?=\S).+?(?<=\S)\k<sign>")]
    private static partial Regex Pair();

    [GeneratedRegex(@"(?<![\w*\\])(?<sign>[*_])(?=[^\s*_])[^*_]*(?<=[^\s*_])\k<sign>(?![\w*])")]
    private static partial Regex Single();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\([^()\s]+\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\\(?=[\\`*_{}\[\]()#+\-.!|>~])")]
    private static partial Regex Escape();
}
