namespace Workspace.Text;

/// <summary>Collects sections and joins neighbours by the rules that every computed change set keeps.</summary>
internal struct SectionBuilder(int capacity)
{
    private int[] _pairs = capacity == 0 ? [] : new int[capacity];
    private int _count;

    /// <summary>Number of integers held; it grows only when a section is opened, not when one is joined.</summary>
    public readonly int Count => _count;

    /// <summary>Adds a section; one that does nothing vanishes, equal neighbours become one.</summary>
    /// <param name="length">Units of the old text.</param>
    /// <param name="inserted">Units of the new text, or <see cref="Sections.Kept"/>.</param>
    /// <param name="join">Whether this is the continuation of the section before it.</param>
    public void Add(int length, int inserted, bool join = false)
    {
        if (length == 0 && inserted <= 0)
            return;
        if (_count > 0)
        {
            ref var lastLength = ref _pairs[_count - 2];
            ref var lastInserted = ref _pairs[_count - 1];
            if (inserted <= 0 && inserted == lastInserted)
            {
                lastLength += length;
                return;
            }
            if (length == 0 && lastLength == 0)
            {
                lastInserted += inserted;
                return;
            }
            if (join)
            {
                lastLength += length;
                lastInserted += inserted;
                return;
            }
        }
        AddApart(length, inserted);
    }

    /// <summary>Adds a section as it is, whatever its neighbour.</summary>
    public void AddApart(int length, int inserted)
    {
        if (_count == _pairs.Length)
            Grow();
        _pairs[_count++] = length;
        _pairs[_count++] = inserted;
    }

    /// <summary>Hands the sections over; the builder is empty afterwards and may be used again.</summary>
    public int[] TakeArray()
    {
        var result = _pairs.AsSpan(0, _count).ToArray();
        _count = 0;
        return result;
    }

    private void Grow()
    {
        var larger = new int[Math.Max(16, _count * 2)];
        _pairs.AsSpan(0, _count).CopyTo(larger);
        _pairs = larger;
    }
}
