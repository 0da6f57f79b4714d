namespace Workspace.Text;

public sealed partial class ChangeSet
{
    /// <summary>No change in a text of <paramref name="length"/> units.</summary>
    public static ChangeSet Empty(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new ChangeSet(new Sections(length == 0 ? [] : [length, Sections.Kept]), "");
    }

    /// <summary>Replaces what lies between two positions; line ends in <paramref name="insert"/> become plain newlines.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ from ≤ to ≤ length.</exception>
    public static ChangeSet Replace(int length, int from, int to, string insert) => Of(length, [(from, to, insert)]);

    /// <summary>
    /// Several replacements, all with positions in the original text. They may come in any order and overlap; at one
    /// place the earlier in the list comes first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ From ≤ To ≤ length.</exception>
    public static ChangeSet Of(int length, IEnumerable<(int From, int To, string Insert)> replacements)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var sections = new SectionBuilder(8);
        var text = new CharBuilder(0);
        ChangeSet? total = null;
        var position = 0;
        foreach (var (from, to, insert) in replacements)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(from);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(to, length);
            var lines = TextRules.WithPlainLineEnds(insert);
            if (from == to && lines.Length == 0)
                continue;
            if (from < position)
            {
                total = Append(total, Close(ref sections, ref text, length - position));
                position = 0;
            }
            sections.Add(from - position, Sections.Kept);
            sections.Add(to - from, lines.Length);
            text.Append(lines);
            position = to;
        }
        return Append(total, Close(ref sections, ref text, length - position));
    }

    private static ChangeSet Close(ref SectionBuilder sections, ref CharBuilder text, int rest)
    {
        sections.Add(rest, Sections.Kept);
        return new ChangeSet(new Sections(sections.TakeArray()), text.TakeString());
    }

    /// <summary>Adds a change of the original to those collected so far.</summary>
    private static ChangeSet Append(ChangeSet? total, ChangeSet change) =>
        total is null ? change : total.Compose(change.Map(total));
}
