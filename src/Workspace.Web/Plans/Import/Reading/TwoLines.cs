namespace Workspace.Web.Plans.Import.Reading;

/// <summary>A cell under <c>Odpovědnost / Spolupráce</c>: the first line is the one, the second the other, unless the lines say it themselves.</summary>
internal static class TwoLines
{
    public static void Put(ItemDraft item, PlanColumn first, PlanColumn second, string text)
    {
        var lines = CellText.Clean(text).Split('\n');
        var at = first;
        var isSaid = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var (line, colon) = (lines[i], lines[i].IndexOf(':'));
            if (colon > 0 && PlanColumns.Find(line[..colon]) is { } said && (said == first || said == second))
            {
                (at, line, isSaid) = (said, line[(colon + 1)..].Trim(), true);
            }
            else if (!isSaid && i > 0)
            {
                at = second;
            }
            item.Add(at, line);
        }
        if (!isSaid && lines.Count(line => line.Length > 0) != 2)
            item.Doubts.Add(new(DoubtCode.LinesShared, first, CellText.OneLine(text)));
    }
}
