using Workspace.Web.Localization;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>What has been found so far, from the first block of the file to the last.</summary>
internal sealed class PlanOutline
{
    private const int LongestLead = 1500;
    private readonly HashSet<string> headings = [];
    private readonly Dictionary<(string, string), int> named = [];
    private bool areasOfNumbers;

    public List<AreaDraft> Areas { get; } = [];

    public List<ItemDraft> Items { get; } = [];

    public List<UnreadText> Unread { get; } = [];

    public List<Doubt> Doubts { get; } = [];

    /// <summary>The header in force; a table without one of its own goes on under that of the table before.</summary>
    public PlanHeader? Header { get; private set; }

    public ItemDraft? Current { get; private set; }

    public int? Area => Areas.Count > 0 ? Areas.Count - 1 : null;

    /// <summary>Between the heading of an area and its first item stands the sentence that its items finish.</summary>
    public bool AwaitsLead => Area is { } area && (Items.Count == 0 || Items[^1].Area != area);

    public void Take(SourceParagraph paragraph)
    {
        if (AreaHeading.Read(paragraph.Text) is { Title.Length: > 0 } heading)
            Begin(heading, paragraph.Text, paragraph.Place, heading.IsNamed);
        else if (!TakeLead(paragraph.Text, paragraph.Place))
            Leave(paragraph.Place, paragraph.Text, UnreadReason.Outside);
    }

    public void Begin(AreaHeading heading, string text, SourcePlace place, bool isSure)
    {
        Areas.Add(new(heading.Number, heading.Title, CellText.OneLine(text), place, isSure));
        Current = null;
    }

    public bool TakeLead(string text, SourcePlace place)
    {
        if (!AwaitsLead || Areas[^1] is not { } area || area.Lead.Length + text.Length > LongestLead)
            return false;
        var lead = CellText.Prose(text);
        if (area.Title.Length == 0)
        {
            area.Title = CellText.OneLine(text);
            return true;
        }
        area.Lead = area.Lead.Length == 0 ? lead : area.Lead + "\n" + lead;
        area.LeadTexts.Add(new(place, lead, UnreadReason.Outside));
        return true;
    }

    public ItemDraft BeginItem(SourcePlace place)
    {
        Current = new(place, Area, Header!);
        Items.Add(Current);
        return Current;
    }

    /// <summary>Where a column names the area, or the number does (<c>IX/2</c>), every other text is another area.</summary>
    public void BeginItemOf(string? area, string? numbered)
    {
        var item = Items[^1];
        if (area is not null)
            item.Area = AreaOf(AreaHeading.Read(area) ?? (AreaHeading.IsRoman(area) ? new(area.TrimEnd('.', ')', ':', ' '), "", true) : new("", area, true)), area, item.Place);
        else if (item.Header.Has(PlanColumn.Area))
            item.Area = Items.Count > 1 ? Items[^2].Area : null;
        else if (numbered is not null && (Areas.Count == 0 || areasOfNumbers))
            (item.Area, areasOfNumbers) = (AreaOf(new(numbered, "", true), numbered, item.Place), true);
    }

    private int AreaOf(AreaHeading heading, string text, SourcePlace place)
    {
        var name = (heading.Number, SearchText.Fold(heading.Title));
        if (named.TryGetValue(name, out var at))
            return at;
        Areas.Add(new(heading.Number, heading.Title, text, place, true));
        return named[name] = Areas.Count - 1;
    }

    public void Use(PlanHeader header, IEnumerable<SourceRow> rows)
    {
        foreach (var cell in header.First.Concat(header.Below).Where(cell => cell.Field is null))
        {
            if (headings.Add("?" + cell.Heading))
                Doubts.Add(new(DoubtCode.ColumnUnknown, null, cell.Heading));
        }
        if (header.Guessed is { } guessed && headings.Add("!" + guessed))
            Doubts.Add(new(DoubtCode.WordingGuessed, PlanColumn.Wording, guessed));
        if (Header is null)
            Doubts.AddRange(((PlanColumn[])[PlanColumn.Deadline, PlanColumn.Owner]).Where(column => !header.Has(column)).Select(column => new Doubt(DoubtCode.ColumnMissing, column)));
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
                LeaveOnce(row.Place, cell.Text, UnreadReason.Heading);
        }
        Header = header;
        Current = null;
    }

    public void Leave(SourcePlace place, string text, UnreadReason reason)
    {
        var cleaned = CellText.Prose(text);
        if (cleaned.Length > 0)
            Unread.Add(new(place, cleaned, reason));
    }

    /// <summary>Headings and labels repeat themselves with every area and item; once is enough.</summary>
    public void LeaveOnce(SourcePlace place, string text, UnreadReason reason)
    {
        var cleaned = CellText.OneLine(text);
        if (cleaned.Length > 0 && headings.Add(cleaned))
            Unread.Add(new(place, cleaned, reason));
    }

    /// <summary>Drops what only looked like an area: lines of a table of contents and headings of chapters, which have no items.</summary>
    public void Settle()
    {
        var used = Items.Select(item => item.Area).ToHashSet();
        var lastOf = new Dictionary<string, int>();
        foreach (var (at, area) in Areas.Index().Where(of => used.Contains(of.Index)))
            lastOf[area.Number] = at;
        var kept = Enumerable.Range(0, Areas.Count).Where(at => used.Contains(at) || (Areas[at].IsSure && !IsContents(at))).ToList();
        // A lone „3. …“ before a table is the end of some list, not the only area of the plan.
        if (kept.All(at => !Areas[at].IsSure) && kept.Count > 0 && Areas[kept[0]].Number is not ("1" or "I"))
            kept.Clear();
        foreach (var at in Enumerable.Range(0, Areas.Count).Except(kept).ToList())
        {
            Unread.Add(new(Areas[at].Place, Areas[at].Heading, IsContents(at) ? UnreadReason.Contents : UnreadReason.Outside));
            Unread.AddRange(Areas[at].LeadTexts);
        }
        var places = kept.Index().ToDictionary(of => of.Item, of => of.Index);
        foreach (var item in Items)
            item.Area = item.Area is { } at && places.TryGetValue(at, out var place) ? place : null;
        var areas = kept.ConvertAll(at => Areas[at]);
        Areas.Clear();
        Areas.AddRange(areas);
        if (Areas.Count == 0)
            AreasOfSheets();

        // The heading comes again later, with its items.
        bool IsContents(int at) => Areas[at].Number.Length > 0 && !used.Contains(at) && lastOf.TryGetValue(Areas[at].Number, out var last) && last > at;
    }

    // A workbook with a sheet for each area and no other headings.
    private void AreasOfSheets()
    {
        var sheets = Items.GroupBy(item => item.Place.Sheet).ToList();
        if (sheets.Count < 2)
            return;
        foreach (var sheet in sheets)
        {
            Areas.Add(new("", sheet.Key ?? "", sheet.Key ?? "", sheet.First().Place with { Row = 1 }, true));
            foreach (var item in sheet)
                item.Area = Areas.Count - 1;
        }
    }
}
