namespace Workspace.Text;

internal sealed partial class Sections
{
    /// <summary>These changes as they apply after <paramref name="other"/>, both made in the same text.</summary>
    /// <remarks>Every insertion is carried over whole and in order, so that the inserted text stays the same.</remarks>
    /// <exception cref="ArgumentException">The two were not made in texts of one length.</exception>
    public Sections Map(Sections other, bool before)
    {
        if (Length != other.Length)
            throw new ArgumentException($"A change of a text of {Length} cannot be mapped over one of {other.Length}.", nameof(other));
        var result = new SectionBuilder(_pairs.Length + other._pairs.Length);
        var own = new SectionCursor(_pairs);
        var over = new SectionCursor(other._pairs);
        while (!own.IsDone || !over.IsDone)
        {
            if (over.IsChange && (!own.IsChange || own.IsPlaced || ComesFirst(over, own, before)))
            {
                PassChange(ref own, ref over, ref result);
            }
            else if (own.IsChange)
            {
                CarryChange(ref own, ref over, ref result);
            }
            else
            {
                var kept = Math.Min(own.Length, over.Length);
                result.Add(kept, Kept);
                own.Skip(kept);
                over.Skip(kept);
            }
        }
        return new Sections(result.TakeArray());
    }

    /// <summary>Of two changes that begin at one place the one that covers less comes first; <paramref name="before"/> decides a tie.</summary>
    private static bool ComesFirst(in SectionCursor over, in SectionCursor own, bool before) =>
        own.Offset == 0 && (over.Length < own.Length || (over.Length == own.Length && !before));

    /// <summary>Steps over a change of the other set; what it covers of the own changes survives as bare insertions.</summary>
    private static void PassChange(ref SectionCursor own, ref SectionCursor over, ref SectionBuilder result)
    {
        result.Add(over.Inserted, Kept);
        for (var left = over.Length; left > 0;)
        {
            var piece = Math.Min(own.Length, left);
            if (own.IsChange && !own.IsPlaced && own.Length == piece)
                result.Add(0, own.Inserted);
            own.Skip(piece);
            left -= piece;
        }
        over.Next();
    }

    /// <summary>Takes an own change up to the next change of the other set that inserts something or reaches further.</summary>
    private static void CarryChange(ref SectionCursor own, ref SectionCursor over, ref SectionBuilder result)
    {
        int remaining = 0, left = own.Length;
        while (left > 0)
        {
            if (over.IsKept)
            {
                var piece = Math.Min(left, over.Length);
                remaining += piece;
                left -= piece;
                over.Skip(piece);
            }
            else if (over.Inserted == 0 && over.Length < left)
            {
                left -= over.Length;
                over.Next();
            }
            else
            {
                break;
            }
        }
        result.Add(remaining, own.IsPlaced ? 0 : own.Inserted);
        own.IsPlaced = true;
        own.Skip(own.Length - left);
    }

    /// <summary>Both changes as one, <paramref name="next"/> made in the text that this one leaves behind.</summary>
    public Sections Compose(Sections next)
    {
        var unused = new CharBuilder(0);
        return Compose(next, null, null, ref unused);
    }

    /// <summary>Both changes as one; the text it inserts is appended to <paramref name="text"/> where it is known.</summary>
    /// <exception cref="ArgumentException"><paramref name="next"/> does not start at the length this one ends with.</exception>
    public Sections Compose(Sections next, string? ownText, string? nextText, ref CharBuilder text)
    {
        if (NewLength != next.Length)
            throw new ArgumentException($"A change that leaves {NewLength} cannot be followed by one of {next.Length}.", nameof(next));
        var result = new SectionBuilder(_pairs.Length + next._pairs.Length);
        var first = new SectionCursor(_pairs);
        var then = new SectionCursor(next._pairs);
        var isOpen = false;
        while (!first.IsDone || !then.IsDone)
        {
            if (first.Inserted == 0)
            {
                result.Add(first.Length, 0, isOpen);
                first.Next();
                continue;
            }
            if (then.Length == 0 && !then.IsDone)
            {
                result.Add(0, then.Inserted, isOpen);
                Take(nextText, then.TextStart, then.Inserted, ref text);
                then.Next();
                continue;
            }
            var piece = Math.Min(first.NewLength, then.Length);
            var opened = result.Count;
            var replaced = first.IsChange && first.Offset > 0 ? 0 : first.IsKept ? piece : first.Length;
            if (then.IsKept)
            {
                result.Add(replaced, first.IsKept ? Kept : piece, isOpen);
                if (first.IsChange)
                    Take(ownText, first.TextStart + first.Offset, piece, ref text);
            }
            else
            {
                var inserted = then.Offset > 0 ? 0 : then.Inserted;
                result.Add(replaced, inserted, isOpen);
                Take(nextText, then.TextStart, inserted, ref text);
            }
            isOpen = (first.Inserted > piece || (then.IsChange && then.Length > piece)) && (isOpen || result.Count > opened);
            first.SkipNew(piece);
            then.Skip(piece);
        }
        return new Sections(result.TakeArray());
    }

    private static void Take(string? source, int start, int length, ref CharBuilder text)
    {
        if (source is not null)
            text.Append(source.AsSpan(start, length));
    }
}
