namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Turns the raw texts of an item into its fields, and says what is doubtful about each.</summary>
internal static class ItemReading
{
    public static ReadItem Read(ItemDraft draft, IReadOnlyList<AreaDraft> areas, BodyCount bodies)
    {
        var doubts = draft.Doubts;
        var number = Number(draft, areas, doubts);
        var (status, statusText, comment) = Status(draft, doubts);
        var (owners, cooperating) = (bodies.Split(draft[PlanColumn.Owner]), bodies.Split(draft[PlanColumn.Cooperating]));
        var item = new ReadItem
        {
            Area = draft.Area,
            Number = number,
            Wording = Filled(draft, PlanColumn.Wording, CellText.Wording),
            Indicator = Filled(draft, PlanColumn.Indicator, CellText.Wording),
            Deadline = Deadline(draft, doubts),
            OwnerText = Filled(draft, PlanColumn.Owner, CellText.Prose),
            Owners = owners.Names,
            CooperatingText = Filled(draft, PlanColumn.Cooperating, CellText.Prose),
            Cooperating = cooperating.Names,
            Funding = Filled(draft, PlanColumn.Funding, CellText.Prose),
            Status = status,
            StatusText = statusText,
            Comment = comment,
            Others = draft.Others,
            Place = draft.Place,
        };
        Missing(draft, item, owners, doubts);
        return item with { Doubts = [.. doubts.DistinctBy(doubt => (doubt.Code, doubt.Column))] };
    }

    private static string Filled(ItemDraft draft, PlanColumn column, Func<string?, string> clean)
    {
        var raw = draft[column];
        if (raw.Contains("[bookmark", StringComparison.OrdinalIgnoreCase))
            draft.Doubts.Add(new(DoubtCode.BookmarkDropped, column));
        if (!CellText.IsEmpty(raw))
            return clean(raw);
        // What stands for nothing is told, so that nothing written is gone without a word.
        if (CellText.IsPlaceholder(raw))
            draft.Doubts.Add(new(DoubtCode.ReadAsNothing, column, Shortened(CellText.OneLine(raw))));
        return "";
    }

    private static string Shortened(string text) => text.Length > 20 ? text[..20] + "…" : text;

    private static string Number(ItemDraft draft, IReadOnlyList<AreaDraft> areas, List<Doubt> doubts)
    {
        var written = CellText.OneLine(Filled(draft, PlanColumn.Number, CellText.OneLine));
        if (written.Length == 0)
        {
            if (draft.Header.Has(PlanColumn.Number))
                doubts.Add(new(DoubtCode.NumberMissing, PlanColumn.Number));
            return "";
        }
        if (ItemNumber.Read(written) is not { } number)
            return written;
        if (number.Area is null || (draft.Area is { } at && areas[at].Number == number.Area))
            return number.Number;
        if (draft.Area is not null)
            doubts.Add(new(DoubtCode.NumberOfOtherArea, PlanColumn.Number, written));
        return written;
    }

    private static PlanDeadline Deadline(ItemDraft draft, List<Doubt> doubts)
    {
        var deadline = PlanDeadline.Parse(Filled(draft, PlanColumn.Deadline, CellText.OneLine));
        if (deadline.Kind != DeadlineKind.Condition || !deadline.Text.Any(char.IsDigit))
            return deadline;
        // A condition that names a day may be that day; a person decides.
        var proposal = DeadlineText.DayNamedIn(deadline.Text) is { } day ? new Dictionary<PlanColumn, string> { [PlanColumn.Deadline] = PlanDeadline.OfDate(day).Text } : null;
        doubts.Add(new(DoubtCode.DeadlineUnclear, PlanColumn.Deadline, [deadline.Text], proposal));
        return deadline;
    }

    private static (PlanStatus Status, string Text, string Comment) Status(ItemDraft draft, List<Doubt> doubts)
    {
        var (text, comment) = (Filled(draft, PlanColumn.Status, CellText.Prose), Filled(draft, PlanColumn.Comment, CellText.Prose));
        if (PlanStatusWords.TryParse(text, out var status) || text.Length == 0)
            return (status, text, comment);
        if (PlanStatusWords.TryParse(comment, out _))
        {
            var swapped = new Dictionary<PlanColumn, string> { [PlanColumn.Status] = comment, [PlanColumn.Comment] = text };
            doubts.Add(new(DoubtCode.StatusAndCommentSwapped, PlanColumn.Status, [comment], swapped));
            return (PlanStatus.None, text, comment);
        }
        var isBegun = PlanStatusWords.TryParseBeginning(text, out status);
        doubts.Add(new(isBegun ? DoubtCode.StatusWithText : DoubtCode.StatusUnknown, PlanColumn.Status, Shortened(CellText.OneLine(text))));
        return (status, text, comment);
    }

    private static void Missing(ItemDraft draft, ReadItem item, BodySplit owners, List<Doubt> doubts)
    {
        if (item.Wording.Length == 0)
            doubts.Add(new(DoubtCode.WordingMissing, PlanColumn.Wording));
        if (item.Indicator.Length == 0 && draft.Header.Has(PlanColumn.Indicator))
            doubts.Add(new(DoubtCode.IndicatorMissing, PlanColumn.Indicator));
        if (item.Deadline.Kind == DeadlineKind.None && draft.Header.Has(PlanColumn.Deadline))
            doubts.Add(new(DoubtCode.DeadlineMissing, PlanColumn.Deadline));
        if (owners.HasUnknownMark)
            doubts.Add(new(DoubtCode.OwnerUnknown, PlanColumn.Owner, item.OwnerText));
        else if (owners.Names.Count == 0 && (draft.Header.Has(PlanColumn.Owner) || draft.Labelled.Contains(PlanColumn.Owner)))
            doubts.Add(new(DoubtCode.OwnerMissing, PlanColumn.Owner));
    }
}
