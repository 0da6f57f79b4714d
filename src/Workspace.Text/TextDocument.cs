namespace Workspace.Text;

/// <summary>A text that is cheap to change: in chunks, of which a change makes new only the ones it touches. Immutable.</summary>
/// <remarks>Lengths and positions count UTF-16 units. A small change in a text of a million units copies a few kilobytes.</remarks>
public sealed class TextDocument
{
    private readonly string[] _chunks;
    private readonly int[] _starts;

    internal TextDocument(ReadOnlySpan<string> chunks)
    {
        _chunks = chunks.ToArray();
        _starts = new int[chunks.Length];
        for (var i = 0; i < _chunks.Length; i++)
        {
            _starts[i] = Length;
            Length += _chunks[i].Length;
        }
    }

    /// <summary>A text without a single character.</summary>
    public static TextDocument Empty { get; } = new([]);

    /// <summary>Length in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>The unit at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ position &lt; <see cref="Length"/>.</exception>
    public char this[int position]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Length);
            var chunk = ChunkAt(position);
            return _chunks[chunk][position - _starts[chunk]];
        }
    }

    public static TextDocument From(string text)
    {
        var builder = new TextDocumentBuilder(Empty, text.Length);
        builder.Append(text);
        return builder.Build();
    }

    /// <summary>The text from one position up to another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ from ≤ to ≤ <see cref="Length"/>.</exception>
    public string Slice(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        ThrowUnlessInside(from, to - from);
        return string.Create(to - from, (Document: this, From: from), static (target, state) => state.Document.CopyTo(state.From, target));
    }

    /// <summary>Fills the target with the text that begins at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is not that much text behind the position.</exception>
    public void CopyTo(int from, Span<char> target)
    {
        ThrowUnlessInside(from, target.Length);
        for (var chunk = ChunkAt(from); !target.IsEmpty; chunk++)
        {
            var piece = _chunks[chunk].AsSpan(from - _starts[chunk]);
            piece = piece[..Math.Min(piece.Length, target.Length)];
            piece.CopyTo(target);
            target = target[piece.Length..];
            from += piece.Length;
        }
    }

    /// <summary>The whole text as one string.</summary>
    public override string ToString() => Slice(0, Length);

    internal ReadOnlySpan<string> Chunks => _chunks;

    internal int StartOf(int chunk) => _starts[chunk];

    /// <summary>The chunk that holds a position; the last one for the end of the text.</summary>
    internal int ChunkAt(int position)
    {
        var found = Array.BinarySearch(_starts, position);
        return found >= 0 ? found : ~found - 1;
    }

    internal TextDocument With(ReadOnlySpan<int> sections, ReadOnlySpan<char> inserted)
    {
        var builder = new TextDocumentBuilder(this, inserted.Length);
        var position = 0;
        for (var i = 0; i < sections.Length; i += 2)
        {
            var (length, replacement) = (sections[i], sections[i + 1]);
            if (replacement == Sections.Kept)
            {
                builder.Keep(position, position + length);
            }
            else
            {
                builder.Append(inserted[..replacement]);
                inserted = inserted[replacement..];
            }
            position += length;
        }
        return builder.Build();
    }

    private void ThrowUnlessInside(int from, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - from);
    }
}
