namespace Workspace.Text;

/// <summary>
/// The outline of a change: which stretches of the old text are kept and which are replaced by how much, without
/// the inserted text itself. Enough to map positions and other changes.
/// </summary>
/// <remarks>
/// Pairs of integers as CodeMirror has them: the length in the old text, then <see cref="Kept"/> or the length of
/// the replacement: (0, n) inserts, (n, 0) deletes. No pair is (0, 0) or (0, <see cref="Kept"/>); on such CodeMirror
/// composes wrongly, and it never makes them.
/// </remarks>
internal sealed partial class Sections
{
    public const int Kept = -1;

    private readonly int[] _pairs;

    /// <exception cref="OverflowException">The old or the new text would be longer than an integer can say.</exception>
    public Sections(int[] pairs)
    {
        _pairs = pairs;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            Length = checked(Length + pairs[i]);
            NewLength = checked(NewLength + (pairs[i + 1] < 0 ? pairs[i] : pairs[i + 1]));
        }
    }

    public int Length { get; }
    public int NewLength { get; }
    public ReadOnlySpan<int> Pairs => _pairs;
    public bool IsEmpty => _pairs.Length == 0 || (_pairs.Length == 2 && _pairs[1] == Kept);

    /// <summary>The way back: what was inserted is deleted and the other way round.</summary>
    public Sections Inverted()
    {
        var pairs = new int[_pairs.Length];
        for (var i = 0; i < pairs.Length; i += 2)
        {
            var isKept = _pairs[i + 1] == Kept;
            pairs[i] = isKept ? _pairs[i] : _pairs[i + 1];
            pairs[i + 1] = isKept ? Kept : _pairs[i];
        }
        return new Sections(pairs);
    }

    public int? MapPosition(int position, int assoc, MapMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Length);
        int start = 0, newStart = 0;
        for (var i = 0; i < _pairs.Length; i += 2)
        {
            var (length, inserted) = (_pairs[i], _pairs[i + 1]);
            var end = start + length;
            if (inserted == Kept)
            {
                if (position < end)
                    return newStart + position - start;
                newStart += length;
            }
            else
            {
                if (position <= end && IsLost(position, start, end, mode))
                    return null;
                if (position < end || (position == end && length == 0 && assoc < 0))
                    return position == start || assoc < 0 ? newStart : newStart + inserted;
                newStart += inserted;
            }
            start = end;
        }
        return newStart;
    }

    private static bool IsLost(int position, int start, int end, MapMode mode) => mode switch
    {
        MapMode.TrackDeletion => start < position && position < end,
        MapMode.TrackBefore => start < position,
        MapMode.TrackAfter => position < end,
        _ => false,
    };
}
