namespace Workspace.Text;

/// <summary>Collects characters for one string.</summary>
internal struct CharBuilder(int capacity)
{
    private char[] _chars = capacity == 0 ? [] : new char[capacity];

    public int Length { get; private set; }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    public void Append(char unit)
    {
        Reserve(1)[0] = unit;
        Length++;
    }

    /// <summary>Room for at least <paramref name="length"/> units behind the text; <see cref="Advance"/> makes them part of it.</summary>
    public Span<char> Reserve(int length)
    {
        if (_chars.Length - Length < length)
            Grow(length);
        return _chars.AsSpan(Length);
    }

    public void Advance(int length) => Length += length;

    public readonly ReadOnlySpan<char> Text => _chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public override readonly string ToString() => Text.ToString();

    /// <summary>Hands the text over; the builder is empty afterwards and may be used again.</summary>
    public string TakeString()
    {
        var text = ToString();
        Clear();
        return text;
    }

    private void Grow(int length)
    {
        var larger = new char[Math.Max(16, Math.Max(Length * 2, Length + length))];
        Text.CopyTo(larger);
        _chars = larger;
    }
}
