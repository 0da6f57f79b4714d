using System.Runtime.InteropServices;

namespace Workspace.Text;

/// <summary>
/// A text with everything that ever stood in it, in one order: each piece knows by which change it came and by which it
/// went. So the text after any change, who wrote what of it, and what differs between two moments are one pass over the
/// pieces, and no document is kept but this one.
/// </summary>
/// <remarks>
/// <para>Changes are numbered from 1 as they are added; 0 is the text before them. Adding one costs about the square root
/// of the number of pieces, of which each change makes a few.</para>
/// <para>Text that comes back where it was, by undoing or by restoring, keeps its first writer
/// (<see cref="WovenPiece.Origin"/>); it must be long enough not to be there again by chance.</para>
/// </remarks>
public sealed class TextWeave
{
    /// <summary>The number of no change: what goes with it is still there.</summary>
    public const int Never = int.MaxValue;

    private const int BlockSize = 96;

    private readonly List<Block> blocks = [new()];

    public TextWeave(string text = "")
    {
        if (text.Length > 0)
            Put(new(0, 0), new(text.AsMemory(), 0, 0, Never));
        Length = text.Length;
    }

    /// <summary>How many changes were added.</summary>
    public int Count { get; private set; }

    /// <summary>Units of the text after the last change.</summary>
    public int Length { get; private set; }

    /// <summary>Units of all that was ever inserted.</summary>
    public long WovenLength { get; private set; }

    /// <summary>All pieces in order, those that are gone too.</summary>
    public IEnumerable<WovenPiece> Pieces => blocks.SelectMany(block => block.Pieces);

    /// <summary>The pieces of the text after a change, in order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such change.</exception>
    public IEnumerable<WovenPiece> After(int change)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(change);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(change, Count);
        return Pieces.Where(piece => piece.IsThereAfter(change));
    }

    /// <summary>The text after a change.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such change.</exception>
    public string TextAfter(int change)
    {
        var text = new CharBuilder(Length);
        foreach (var piece in After(change))
            text.Append(piece.Text.Span);
        return text.ToString();
    }

    /// <summary>Adds the next change.</summary>
    /// <exception cref="ArgumentException">It is not one of a text of <see cref="Length"/> units.</exception>
    public void Add(ChangeSet change)
    {
        if (change.Length != Length)
            throw new ArgumentException($"A change of a text of {change.Length} does not follow one that leaves {Length}.");
        Count++;
        var inserted = change.Inserted.ToString().AsMemory();
        var pairs = change.Sections.Pairs;
        for (int i = 0, position = 0; i < pairs.Length; i += 2)
        {
            var (length, replacement) = (pairs[i], pairs[i + 1]);
            if (replacement == Sections.Kept)
            {
                position += length;
                continue;
            }
            var place = length > 0 ? Remove(position, length) : Behind(position);
            if (replacement > 0)
                Insert(place, inserted[..replacement]);
            PartIfLong(place.Block);
            inserted = inserted[replacement..];
            position += replacement;
        }
        Length = change.NewLength;
    }

    /// <summary>Marks a stretch of the present text as gone.</summary>
    /// <returns>The place right behind it.</returns>
    private Place Remove(int position, int length)
    {
        var b = 0;
        while (position >= blocks[b].Present)
            position -= blocks[b++].Present;
        for (var i = 0; ; i++)
        {
            while (i == blocks[b].Pieces.Count)
                (b, i) = (b + 1, 0);
            var pieces = blocks[b].Pieces;
            var piece = pieces[i];
            if (piece.Gone != Never)
                continue;
            if (position >= piece.Length)
            {
                position -= piece.Length;
                continue;
            }
            if (position > 0)
            {
                pieces[i] = piece.Before(position);
                pieces.Insert(++i, piece = piece.From(position));
                position = 0;
            }
            if (length < piece.Length)
                pieces.Insert(i + 1, piece.From(length));
            var gone = Math.Min(length, piece.Length);
            pieces[i] = piece.Before(gone) with { Gone = Count };
            blocks[b].Present -= gone;
            length -= gone;
            if (length == 0)
                return new(b, i + 1);
        }
    }

    /// <summary>The place right behind the unit before a position; the piece that goes on there is parted.</summary>
    private Place Behind(int position)
    {
        if (position == 0)
            return new(0, 0);
        var b = 0;
        while (position > blocks[b].Present)
            position -= blocks[b++].Present;
        var pieces = blocks[b].Pieces;
        var i = 0;
        foreach (ref readonly var piece in CollectionsMarshal.AsSpan(pieces))
        {
            if (piece.Gone == Never && position <= piece.Length)
                break;
            position -= piece.Gone == Never ? piece.Length : 0;
            i++;
        }
        if (position < pieces[i].Length)
        {
            pieces.Insert(i + 1, pieces[i].From(position));
            pieces[i] = pieces[i].Before(position);
        }
        return new(b, i + 1);
    }

    private void Insert(Place place, ReadOnlyMemory<char> text)
    {
        foreach (var (length, origin) in ReturningText.Find(Around(place, forward: false), Around(place, forward: true), text.Span, Count))
        {
            place = Put(place, new(text[..length], Count, origin, Never));
            text = text[length..];
        }
    }

    /// <returns>The place behind it.</returns>
    private Place Put(Place place, WovenPiece piece)
    {
        blocks[place.Block].Pieces.Insert(place.Index, piece);
        blocks[place.Block].Present += piece.Length;
        WovenLength += piece.Length;
        return place with { Index = place.Index + 1 };
    }

    private void PartIfLong(int index)
    {
        var block = blocks[index];
        if (block.Pieces.Count <= 2 * BlockSize)
            return;
        var parts = block.Pieces.Chunk(BlockSize).Select(pieces => new Block(pieces)).ToList();
        blocks.RemoveAt(index);
        blocks.InsertRange(index, parts);
    }

    /// <summary>What is gone next to a place, nearest first, up to the first piece that is there.</summary>
    private IEnumerable<WovenPiece> Around(Place place, bool forward)
    {
        var (b, i) = (place.Block, forward ? place.Index : place.Index - 1);
        while (true)
        {
            while (forward ? i >= blocks[b].Pieces.Count : i < 0)
            {
                b += forward ? 1 : -1;
                if (b < 0 || b == blocks.Count)
                    yield break;
                i = forward ? 0 : blocks[b].Pieces.Count - 1;
            }
            var piece = blocks[b].Pieces[i];
            if (piece.Gone == Never)
                yield break;
            yield return piece;
            i += forward ? 1 : -1;
        }
    }

    private readonly record struct Place(int Block, int Index);

    /// <summary>Some pieces in a row, so that a place is found without a walk over all of them.</summary>
    private sealed class Block(params IEnumerable<WovenPiece> pieces)
    {
        public List<WovenPiece> Pieces { get; } = [.. pieces];

        /// <summary>Units of those that are there.</summary>
        public int Present { get; set; } = pieces.Sum(piece => piece.Gone == Never ? piece.Length : 0);
    }
}
