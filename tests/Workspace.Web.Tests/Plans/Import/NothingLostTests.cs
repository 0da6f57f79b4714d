using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Tests.Plans.Import;

/// <summary>The law of the import: whatever stands in a table is found again in the plan that was read of it.</summary>
public partial class NothingLostTests
{
    private static readonly string[] Texts =
    [
        "", "", "1.", "2", "3)", "II/4", "IX", "I. Voda #", "Okruh II: Les #", "Oblast 3 – Pole", "most přes potok #", "úsek\ncesty #", "průběžně do 12/2027", "12/2024", "po dohodě #",
        "---", "???", "ÚM / ???", "obce, NNO #", "ÚM\nTS #", "SPLNĚNO", "částečně", "Jedná se o tom #.", "Komentář", "Stav: plněno #", "Spolupráce", "č.", "opatření", "termín", "gestor",
        "Celkem", "12", "1 200 Kč #", "\"uvozovky\"", "a;b", "tab\tv textu #", "[bookmark: x]5.", "· první\n· druhá #", "Poznámka: nic #", "A", "3.1", "plněno – běží #", "Riziko #",
    ];

    private static readonly SampleCell?[][] Headers =
    [
        ["č.", "opatření", "termín", "gestor", "stav", "komentář"], ["č.", "popis", "indikátor", "odpovědnost / spolupráce", "termín", "stav"],
        ["okruh", "číslo opatření", "znění", "riziko", "spolupráce", "financování"], ["č.", "opatření", "gestor", "", "", ""],
    ];

    private static Gen<SampleGrid> Grids =>
        from above in Gen.Elements(Texts).ArrayOf(3)
        from before in Rows(2)
        from header in Gen.Elements(Headers)
        from below in Gen.Elements<SampleCell?[]>([], ["", "", "", "spolupráce", "", ""])
        from after in Gen.Choose(0, 12).SelectMany(Rows)
        select Marked([.. above.Where(text => !text.Contains('\n'))], [.. before, header, .. below.Length > 0 ? [below] : (SampleCell?[][])[], .. after]);

    // Each text of its kind bears a mark of its own, so that one does not stand in for another.
    private static SampleGrid Marked(string[] above, SampleCell?[][] rows)
    {
        var mark = 0;
        return new([.. above.Select(With)], [.. rows.Select(row => Array.ConvertAll(row, cell => cell is null ? null : cell with { Text = With(cell.Text) }))], 6);

        string With(string text) => text.Replace("#", $"w{++mark}");
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("tabs")]
    [InlineData("html")]
    public void Read_AnyTable_LosesNoTextOfIt(string format) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Grids.ToArbitrary(), grid =>
        {
            var plan = Reading.TryAsync(Write(grid, format)).GetAwaiter().GetResult();
            if (plan.Refusal is { } refusal)
                return (refusal.Code == "ImportNoHeader").Label($"{refusal.Code}");
            var found = Words(string.Join(' ', Parts(plan.Value!)));
            var lost = grid.Above.Concat(grid.Rows.SelectMany(row => row).Select(cell => cell?.Text ?? "")).SelectMany(text => Words(text)).Where(word => !found.Contains(word)).ToList();
            return (lost.Count == 0).Label($"lost: {string.Join(", ", lost)} of\n{string.Join('\n', grid.Above)}\n{string.Join('\n', grid.Rows.Select(row => string.Join(" | ", row.Select(cell => $"{cell?.Text.Replace('\n', '¶')}({cell?.Span})"))))}");
        }));

    private static Gen<SampleCell?[][]> Rows(int count) => Gen.OneOf(
        Gen.Elements(Texts).Select(text => (SampleCell?)text).ArrayOf(6),
        Gen.Elements(Texts).Select(text => (SampleCell?[])[new SampleCell(text, 6)])).ArrayOf(count);

    private static byte[] Write(SampleGrid grid, string format) => format switch
    {
        "docx" => SampleDocx.Of(grid),
        "xlsx" => SampleXlsx.Of(grid),
        "csv" => Encoding.UTF8.GetBytes(SampleFiles.Csv(grid)),
        // Here a tab always begins a cell, and two blank lines may not stand for an empty row.
        "tabs" => Encoding.UTF8.GetBytes(SampleFiles.TabText(grid with { Rows = [.. grid.Rows.Select(row => Array.ConvertAll(row, cell => cell is null ? null : cell with { Text = cell.Text.Replace('\t', ' ') }))] })),
        _ => Encoding.UTF8.GetBytes(SampleFiles.WordHtml(grid)),
    };

    private static IEnumerable<string> Parts(ReadPlan plan)
    {
        foreach (var area in plan.Areas)
            yield return $"{area.Number} {area.Title} {area.Lead}";
        foreach (var item in plan.Items)
        {
            yield return $"{item.Number} {item.Wording} {item.Indicator} {item.Deadline.Text} {item.OwnerText} {item.CooperatingText} {item.Funding} {item.StatusText} {item.Comment}";
            foreach (var other in item.Others)
                yield return $"{other.Heading} {other.Text}";
            foreach (var doubt in item.Doubts)
                yield return string.Join(' ', doubt.Arguments);
        }
        foreach (var text in plan.Unread)
            yield return text.Text;
    }

    // Names that only mark a number or an area („Okruh“, „Oblast“), and a bookmark, are what the reader takes off.
    private static HashSet<string> Words(string text) => [.. Word().Matches(Bookmark().Replace(text, "")).Select(word => word.Value).Where(word => word is not ("Okruh" or "Oblast"))];

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\[bookmark:[^\]]*\]")]
    private static partial Regex Bookmark();
}
