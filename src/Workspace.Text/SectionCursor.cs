namespace Workspace.Text;

/// <summary>Walks over sections in pieces of any size.</summary>
internal struct SectionCursor
{
    private const int Ended = -2;

    private readonly int[] _pairs;
    private int _next;
    private int _textEnd;

    public SectionCursor(int[] pairs)
    {
        _pairs = pairs;
        Next();
    }

    /// <summary>What is left of the section in the old text.</summary>
    public int Length { get; private set; }

    /// <summary>
    /// Units the section inserts (what is left of them while walking the new text), <see cref="Sections.Kept"/>,
    /// or less at the end.
    /// </summary>
    public int Inserted { get; private set; }

    /// <summary>How far into the section the cursor has come.</summary>
    public int Offset { get; private set; }

    /// <summary>Whether the caller has already placed the insertion of this section; forgotten at the next one.</summary>
    public bool IsPlaced { get; set; }

    /// <summary>Where the insertion of this section begins in the inserted text of the whole set.</summary>
    public int TextStart { get; private set; }

    public readonly bool IsDone => Inserted == Ended;
    public readonly bool IsKept => Inserted == Sections.Kept;
    public readonly bool IsChange => Inserted >= 0;

    /// <summary>What is left of the section in the new text.</summary>
    public readonly int NewLength => Inserted < 0 ? Length : Inserted;

    public void Next()
    {
        Offset = 0;
        IsPlaced = false;
        TextStart = _textEnd;
        if (_next == _pairs.Length)
        {
            Length = 0;
            Inserted = Ended;
            return;
        }
        Length = _pairs[_next++];
        Inserted = _pairs[_next++];
        _textEnd += Math.Max(0, Inserted);
    }

    /// <summary>Moves on by some units of the old text, at most to the end of the section.</summary>
    public void Skip(int length)
    {
        if (length == Length)
        {
            Next();
            return;
        }
        Length -= length;
        Offset += length;
    }

    /// <summary>Moves on by some units of the new text, at most to the end of the section.</summary>
    public void SkipNew(int length)
    {
        if (IsKept)
        {
            Skip(length);
        }
        else if (length == Inserted)
        {
            Next();
        }
        else
        {
            Inserted -= length;
            Offset += length;
        }
    }
}
