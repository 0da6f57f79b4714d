namespace Workspace.Text;

/// <summary>A change of a text: stretches that are kept and stretches that are replaced. Immutable.</summary>
/// <remarks>
/// <para>The counterpart of CodeMirror 6's change set: the same JSON, and on every input the same results of
/// <see cref="Compose"/>, <see cref="Map"/>, <see cref="MapPosition(int, int, MapMode)"/> and <see cref="Invert(string)"/>.</para>
/// <para>Lengths and positions count UTF-16 units; a line break is one unit. A change fits only texts of exactly
/// <see cref="Length"/> units. All operations take time linear in the number of sections and the text they insert.</para>
/// </remarks>
public sealed partial class ChangeSet
{
    private readonly Sections _sections;
    private readonly string _inserted;

    /// <summary>The inserted text is that of all sections, one after another.</summary>
    private ChangeSet(Sections sections, string inserted)
    {
        _sections = sections;
        _inserted = inserted;
    }

    /// <summary>Units of the text the change is made in.</summary>
    public int Length => _sections.Length;

    /// <summary>Units of the text afterwards.</summary>
    public int NewLength => _sections.NewLength;

    /// <summary>Whether nothing is changed.</summary>
    public bool IsEmpty => _sections.IsEmpty;

    /// <summary>Units of all inserted text together.</summary>
    public int InsertedLength => _inserted.Length;

    internal Sections Sections => _sections;

    /// <summary>All inserted text, one section after another.</summary>
    internal ReadOnlySpan<char> Inserted => _inserted;

    /// <summary>The text after the change.</summary>
    /// <exception cref="ArgumentException">The text does not have <see cref="Length"/> units.</exception>
    public string Apply(string text)
    {
        ThrowUnlessFits(text.Length);
        return string.Create(NewLength, (Change: this, Text: text), static (target, state) =>
        {
            ReadOnlySpan<char> source = state.Text, inserted = state.Change._inserted;
            var pairs = state.Change._sections.Pairs;
            for (var i = 0; i < pairs.Length; i += 2)
            {
                var isKept = pairs[i + 1] == Sections.Kept;
                var piece = isKept ? source[..pairs[i]] : inserted[..pairs[i + 1]];
                piece.CopyTo(target);
                target = target[piece.Length..];
                source = source[pairs[i]..];
                if (!isKept)
                    inserted = inserted[piece.Length..];
            }
        });
    }

    /// <summary>The document after the change; what is kept is shared, not copied.</summary>
    /// <exception cref="ArgumentException">The document does not have <see cref="Length"/> units.</exception>
    public TextDocument Apply(TextDocument document)
    {
        ThrowUnlessFits(document.Length);
        return document.With(_sections.Pairs, _inserted);
    }

    /// <summary>This change and then <paramref name="next"/> as one.</summary>
    /// <remarks>Law: applying the result equals applying the one and then the other.</remarks>
    /// <exception cref="ArgumentException"><paramref name="next"/> is not a change of a text of <see cref="NewLength"/> units.</exception>
    public ChangeSet Compose(ChangeSet next)
    {
        if (NewLength == next.Length && (IsEmpty || next.IsEmpty))
            return IsEmpty ? next : this;
        var text = new CharBuilder(_inserted.Length + next._inserted.Length);
        var sections = _sections.Compose(next._sections, _inserted, next._inserted, ref text);
        return new ChangeSet(sections, text.ToString());
    }

    /// <summary>This change as it applies after <paramref name="other"/>, both having been made in the same text.</summary>
    /// <param name="other">The change that has already been applied.</param>
    /// <param name="before">Whether this one goes first where both insert at one place; by default the other does.</param>
    /// <remarks>
    /// <para>Law: a, then b mapped over a, gives the same text as b, then a mapped over b with <paramref name="before"/>.</para>
    /// <para>Mapping over two changes one after the other may give another order of insertions than mapping over both
    /// composed, namely where one deletes and the next inserts in the same place. Whoever must agree on a text must
    /// therefore map over the same changes in the same pieces; see <see cref="Rebase.InTurn"/>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The two were made in texts of different length.</exception>
    public ChangeSet Map(ChangeSet other, bool before = false) =>
        other.IsEmpty && other.Length == Length ? this : new ChangeSet(_sections.Map(other._sections, before), _inserted);

    /// <summary>This change mapped over an outline; the inserted text is never touched by that.</summary>
    internal ChangeSet MapOver(Sections over) =>
        over.IsEmpty && over.Length == Length ? this : new ChangeSet(_sections.Map(over, before: false), _inserted);

    /// <summary>The change that leads back.</summary>
    /// <param name="original">The text before this change.</param>
    /// <remarks>Law: applying this change and then its inverse gives the original.</remarks>
    /// <exception cref="ArgumentException">The text does not have <see cref="Length"/> units.</exception>
    public ChangeSet Invert(string original)
    {
        ThrowUnlessFits(original.Length);
        var deleted = new CharBuilder(0);
        var pairs = _sections.Pairs;
        for (int i = 0, position = 0; i < pairs.Length; position += pairs[i], i += 2)
        {
            if (pairs[i + 1] != Sections.Kept)
                deleted.Append(original.AsSpan(position, pairs[i]));
        }
        return new ChangeSet(_sections.Inverted(), deleted.ToString());
    }

    /// <inheritdoc cref="Invert(string)"/>
    public ChangeSet Invert(TextDocument original)
    {
        ThrowUnlessFits(original.Length);
        var deleted = new CharBuilder(0);
        var pairs = _sections.Pairs;
        for (int i = 0, position = 0; i < pairs.Length; position += pairs[i], i += 2)
        {
            if (pairs[i + 1] == Sections.Kept)
                continue;
            original.CopyTo(position, deleted.Reserve(pairs[i])[..pairs[i]]);
            deleted.Advance(pairs[i]);
        }
        return new ChangeSet(_sections.Inverted(), deleted.ToString());
    }

    /// <summary>Where a position of the old text lies in the new one, even if its surroundings are gone.</summary>
    /// <param name="position">0 to <see cref="Length"/>.</param>
    /// <param name="assoc">The side it clings to when text is inserted right there: below 0 it stays before it, otherwise it moves behind.</param>
    /// <remarks>Law: for one <paramref name="assoc"/> a later position never ends up before an earlier one.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the text.</exception>
    public int MapPosition(int position, int assoc = -1) => MapPosition(position, assoc, MapMode.Simple)!.Value;

    /// <summary>Like <see cref="MapPosition(int, int)"/>, but null where <paramref name="mode"/> says that the place is gone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the text.</exception>
    public int? MapPosition(int position, int assoc, MapMode mode) => _sections.MapPosition(position, assoc, mode);

    private void ThrowUnlessFits(int length)
    {
        if (length != Length)
            throw new ArgumentException($"A change of a text of {Length} does not fit one of {length}.");
    }
}
