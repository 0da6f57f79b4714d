using System.Text;

namespace Workspace.Web.Texts.History;

/// <summary>What stood and what stands in one place between what stayed, each part with who took it away or wrote it.</summary>
internal sealed class Hunk
{
    public Written Old { get; } = new();

    public Written New { get; } = new();

    public bool IsEmpty => Old.Length == 0 && New.Length == 0;

    public bool IsOneSided => Old.Length == 0 || New.Length == 0;

    public bool BeginsInWord => Old.BeginsWithWord || New.BeginsWithWord;

    public bool EndsInWord => Old.EndsWithWord || New.EndsWithWord;

    /// <summary>Adds the rest of a word, which stayed, to both sides: it is the same people's as what it belongs to.</summary>
    public void Prepend(string same)
    {
        Old.Prepend(same, New);
        New.Prepend(same, Old);
    }

    public void Append(ReadOnlySpan<char> same)
    {
        if (same.IsEmpty)
            return;
        var (old, @new) = (Old.Last ?? New.Last, New.Last ?? Old.Last);
        Old.Add(same, old);
        New.Add(same, @new);
    }
}

/// <summary>Text in parts of one writer each.</summary>
internal sealed class Written
{
    private readonly StringBuilder text = new();
    private readonly List<(int Length, Stroke? By)> parts = [];

    public int Length => text.Length;

    public bool BeginsWithWord => text.Length > 0 && Words.IsPart(text[0]);

    public bool EndsWithWord => text.Length > 0 && Words.IsPart(text[^1]);

    public Stroke? Last => parts.Count > 0 ? parts[^1].By : null;

    private Stroke? First => parts.Count > 0 ? parts[0].By : null;

    public void Add(ReadOnlySpan<char> more, Stroke? by)
    {
        text.Append(more);
        parts.Add((more.Length, by));
    }

    public void Prepend(string more, Written other)
    {
        parts.Insert(0, (more.Length, First ?? other.First));
        text.Insert(0, more);
    }

    public IEnumerable<(string Text, Stroke? By)> Between(int from, int to)
    {
        var position = 0;
        foreach (var (length, by) in parts)
        {
            var (start, end) = (Math.Max(from, position), Math.Min(to, position + length));
            if (start < end)
                yield return (text.ToString(start, end - start), by);
            position += length;
        }
    }

    public override string ToString() => text.ToString();
}
