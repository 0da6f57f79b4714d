namespace Workspace.Web.Tests.Plans.Import;

/// <summary>A cell as an office draws it: how many columns and rows it covers, and whether it is bold.</summary>
public sealed record SampleCell(string Text, int Span = 1, int Rows = 1, bool IsBold = false)
{
    public static implicit operator SampleCell(string text) => new(text);
}

/// <summary>A table and what stands above it, to be written in any format.</summary>
/// <param name="Above">Paragraphs.</param>
/// <param name="Rows">A cell that goes on from above is null.</param>
/// <param name="Columns">Of the grid.</param>
public sealed record SampleGrid(IReadOnlyList<string> Above, IReadOnlyList<SampleCell?[]> Rows, int Columns)
{
    private static readonly SampleCell?[] Header =
        ["Č.", "Opatření", "Indikátor", "Termín plnění", new SampleCell("Odpovědnost"), "Spolupráce", "Zdroj financování", "Stav plnění", "Komentář / popis"];

    /// <summary>An invented plan with every kind of dirt that all formats can hold.</summary>
    public static SampleGrid Dirty { get; } = new(
        ["Plán rozvoje mikroregionu Podhůří", "Plán má 2 okruhy a obsahuje 8 opatření. Z nich 2 opatření byla splněna, 3 opatření jsou plněna a 1 opatření je plněno částečně; 2 opatření neplněna."],
        [
            [new("Okruh I: Doprava a\u00a0chodníky", 9, 1, true)],
            [new("Mikroregion chce dosáhnout:", 9)],
            Header,
            ["1.", "bezpečných přechodů u\u00a0škol", "Počet přechodů", "12/2024", "ÚM Podhůří + TS", "obce, školy", "rozpočet města", "SPLNĚNO", "Hotovo v\u00a0květnu."],
            ["2.", "oprav chodníků v\nobcích", "délka chodníků", "průběžně\ndo 12 / 2027", "ÚM Podhůří", "---", "", "ČÁSTEČNĚ", "Opraveno:\n· Dolní ulice\n· Horní ulice"],
            ["3.", "nových zastávek", "---", "31.7. 2025", "", "obce", "", "Jedná se s\u00a0dopravcem o\u00a0místech.", "PLNĚNO"],
            ["4.", "nočních spojů", "počet spojů", "po schválení rozpočtu", "???", "dopravce", "1 200 000 Kč", "neplněno", "----------"],
            [new("II. Kultura", 9, 1, true)],
            [new("Spolky potřebují:", 9)],
            Header,
            ["1.", "společný kalendář akcí", "kalendář", "do konce roku 2025", "knihovna", "spolky", "", "plněno", "Běží od ledna;\nspolky ho plní samy."],
            ["2.", "zkušebnu", "zkušebna", "průběžně", "TS", "", "", "částečně plněno", "Hledá se \"místo\"."],
            ["2.", "letní kino", "počet promítání", "6/2026", "knihovna", "", "", "splněno", ""],
            ["5.", "výstavu o\u00a0řemeslech", "výstava", "13/2025", "knihovna", "škola", "dar", "nehodnoceno", ""],
        ], 9);
}
