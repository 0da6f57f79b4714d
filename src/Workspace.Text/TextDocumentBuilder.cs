namespace Workspace.Text;

/// <summary>Puts a document together from stretches of an older one and new text.</summary>
/// <remarks>
/// Every chunk has between <see cref="Shortest"/> and <see cref="Longest"/> units, only a short text has one shorter
/// chunk: then there are never so many that the list of them is what costs.
/// </remarks>
internal struct TextDocumentBuilder
{
    internal const int Shortest = 512;
    internal const int Longest = 2048;

    /// <summary>Units of text that wait to become a chunk, at most.</summary>
    internal const int MostLoose = Shortest + Longest;

    private readonly TextDocument _source;
    private readonly string[] _chunks;
    private int _count;
    private CharBuilder _loose;

    /// <param name="source">The document stretches are kept of, each at most once.</param>
    /// <param name="added">Units that will be appended at most.</param>
    public TextDocumentBuilder(TextDocument source, int added)
    {
        _source = source;
        _chunks = new string[((source.Length + added) / Shortest) + 1];
        _loose = new CharBuilder(MostLoose);
    }

    public void Append(ReadOnlySpan<char> text)
    {
        for (; text.Length > Longest; text = text[Longest..])
            AppendPiece(text[..Longest]);
        AppendPiece(text);
    }

    /// <summary>Takes over what lies between two positions of the source, whole chunks as they are.</summary>
    public void Keep(int from, int to)
    {
        var chunks = _source.Chunks;
        for (var i = _source.ChunkAt(from); from < to; i++)
        {
            var chunk = chunks[i];
            var start = _source.StartOf(i);
            var end = Math.Min(to, start + chunk.Length);
            if (end - from == chunk.Length && (_loose.Length == 0 || _loose.Length >= Shortest))
            {
                Settle();
                _chunks[_count++] = chunk;
            }
            else
            {
                AppendPiece(chunk.AsSpan(from - start, end - from));
            }
            from = end;
        }
    }

    public TextDocument Build()
    {
        if (_loose.Length is > 0 and < Shortest && _count > 0)
            BorrowLastChunk();
        Settle();
        return new TextDocument(_chunks.AsSpan(0, _count));
    }

    private void AppendPiece(ReadOnlySpan<char> piece)
    {
        if (_loose.Length + piece.Length > Longest && _loose.Length >= Shortest)
            Settle();
        _loose.Append(piece);
    }

    /// <summary>Makes chunks of the loose text; it is never longer than two of them.</summary>
    private void Settle()
    {
        if (_loose.Length == 0)
            return;
        var text = _loose.Text;
        if (text.Length > Longest)
        {
            _chunks[_count++] = text[..(text.Length / 2)].ToString();
            text = text[(text.Length / 2)..];
        }
        _chunks[_count++] = text.ToString();
        _loose.Clear();
    }

    /// <summary>Joins a rest too short for a chunk of its own with the chunk before it.</summary>
    private void BorrowLastChunk()
    {
        var rest = _loose.TakeString();
        _loose.Append(_chunks[--_count]);
        _loose.Append(rest);
    }
}
