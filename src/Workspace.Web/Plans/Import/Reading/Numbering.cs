using System.Globalization;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Numbers restart in each area (R38), or go on through all of them; a number given twice or left out is told.</summary>
internal static class Numbering
{
    public static void Check(List<ReadItem> items, IReadOnlyList<AreaDraft> areas)
    {
        var last = 0;
        foreach (var area in items.Index().GroupBy(of => of.Item.Area))
        {
            var seen = new HashSet<string>();
            var before = 0;
            var isFirst = true;
            foreach (var (at, item) in area)
            {
                if (item.Number.Length == 0)
                    continue;
                if (!seen.Add(item.Number))
                    items[at] = With(items[at], new(DoubtCode.NumberTwice, PlanColumn.Number, item.Number));
                if (!int.TryParse(item.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    continue;
                var expected = isFirst && number == last + 1 ? number : before + 1;
                if (number > expected)
                    items[at] = With(items[at], new(DoubtCode.NumberGap, PlanColumn.Number, number == expected + 1 ? $"{expected}" : $"{expected}–{number - 1}"));
                before = Math.Max(before, number);
                isFirst = false;
            }
            last = before;
        }
        if (areas.Count == 0)
            return;
        for (var at = 0; at < items.Count; at++)
        {
            if (items[at].Area is null)
                items[at] = With(items[at], new(DoubtCode.AreaMissing, PlanColumn.Area));
        }
    }

    private static ReadItem With(ReadItem item, Doubt doubt) => item with { Doubts = [.. item.Doubts, doubt] };
}
