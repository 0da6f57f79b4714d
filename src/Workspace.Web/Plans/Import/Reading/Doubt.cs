namespace Workspace.Web.Plans.Import.Reading;

/// <summary>
/// Something a person should look at. <see cref="Code"/> is a key of ImportStrings (<c>Doubt_</c> and the code, both languages),
/// <see cref="Arguments"/> fill its placeholders.
/// </summary>
/// <param name="Code">One of <see cref="DoubtCode"/>.</param>
/// <param name="Column">Where it is; null when it concerns the whole.</param>
/// <param name="Arguments">Texts of the file, or numbers.</param>
/// <param name="Proposal">Texts to put into columns if the person agrees; see <see cref="ReadItem.Accept"/>.</param>
public sealed record Doubt(string Code, PlanColumn? Column, IReadOnlyList<object> Arguments, IReadOnlyDictionary<PlanColumn, string>? Proposal = null)
{
    public Doubt(string code, PlanColumn? column = null)
        : this(code, column, [])
    {
    }

    public Doubt(string code, PlanColumn? column, object argument)
        : this(code, column, [argument])
    {
    }

    /// <summary>Repaired or only to be known; nothing has to be decided.</summary>
    public bool IsNote => Code is DoubtCode.ReadAsNothing or DoubtCode.BookmarkDropped or DoubtCode.SharedCell or DoubtCode.StatusWithText or DoubtCode.ColumnUnknown or DoubtCode.ColumnMissing;
}

public static class DoubtCode
{
    public const string NumberMissing = nameof(NumberMissing);
    public const string NumberTwice = nameof(NumberTwice);
    public const string NumberGap = nameof(NumberGap);
    public const string NumberOfOtherArea = nameof(NumberOfOtherArea);
    public const string AreaMissing = nameof(AreaMissing);
    public const string WordingMissing = nameof(WordingMissing);
    public const string IndicatorMissing = nameof(IndicatorMissing);
    public const string DeadlineMissing = nameof(DeadlineMissing);
    public const string DeadlineUnclear = nameof(DeadlineUnclear);
    public const string OwnerMissing = nameof(OwnerMissing);
    public const string OwnerUnknown = nameof(OwnerUnknown);
    public const string StatusUnknown = nameof(StatusUnknown);
    public const string StatusWithText = nameof(StatusWithText);
    public const string StatusAndCommentSwapped = nameof(StatusAndCommentSwapped);
    public const string LinesShared = nameof(LinesShared);
    public const string SharedCell = nameof(SharedCell);
    public const string RowJoined = nameof(RowJoined);
    public const string RowHidden = nameof(RowHidden);
    public const string ReadAsNothing = nameof(ReadAsNothing);
    public const string BookmarkDropped = nameof(BookmarkDropped);
    public const string ColumnUnknown = nameof(ColumnUnknown);
    public const string ColumnMissing = nameof(ColumnMissing);
    public const string WordingGuessed = nameof(WordingGuessed);
    public const string TotalsDisagree = nameof(TotalsDisagree);
}
