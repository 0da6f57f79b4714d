using Workspace.Web.Plans;

namespace Workspace.Web.Tests.Plans.Exports;

/// <summary>Plans as offices might have them, with every kind of numbering, deadline and name.</summary>
internal static class RandomPlan
{
    private static readonly string[] Titles =
        ["Bydlení", "Děti, rodiny a škola", "Voda: pitná i užitková", "2027 a dál", "I. pilíř", "Termíny", "Kapitola 3: Zdraví", "Zdraví (péče / prevence)", "Dluhy – poradny", "Rozvoj venkova; malé obce"];

    private static readonly string[] Leads = ["", "", "Kraj chce dosáhnout:", "Opatření okruhu dokončují větu „Kraj a obce společně…“", "První věta úvodu.\nDruhá věta úvodu.", "Cílem je:\n– dostupnost\n– kvalita"];

    private static readonly string[] Wordings =
    [
        "zajistit poradnu v každé obci", "Zřídit *fond kaucí* a **pravidla** pro něj", "Vydat přehled na [webu](https://example.cz/a?b=c&d)", "postavit most přes řeku; opravit lávku",
        "První odstavec bez tečky\n\ndruhý odstavec", "Věta první.\n\nVěta druhá.", "Připravit:\n\n- seznam bytů\n- seznam žadatelů", "1. zjistit stav\n2. navrhnout řešení", "=SUM(A1:A9)",
        "2\\. etapa obnovy sídliště", "Podpora 1 200 domácností (do 31. 12. 2027)", "řádek\npokračuje dál", "„Klíč do vlastních dveří“ – pilotní projekt", "| nejde o tabulku", "a < b && c > d",
    ];

    private static readonly string[] Indicators = ["", "Počet poraden", "Podíl dluhů vyřešených do 60 dnů (cíl: 65 %)", "počet osob\npočet rodin", "ano/ne", "12"];

    private static readonly string[] Deadlines = ["", "průběžně", "průběžně do 12 / 2027", "6/2027", "30. 6. 2027", "do konce roku 2027", "po schválení rozpočtu", "II. čtvrtletí 2028", "31.12.2027"];

    private static readonly string[] Names =
    [
        "OSV", "ÚP ČR", "Nový práh, z. ú.", "obce", "Nemocnice Doubravín, příspěvková organizace", "Centrum (Úřad, MV ČR)", "projekt OPZ+", "Krajský úřad / tiskové oddělení", "Město Horní – Dolní",
        "školy", "Agentura a partneři", "MAS Podhůří, z. s.", "Krajský úřad\u00a0kraje",
    ];

    private static readonly string[] Texts = ["", "", "rozpočet kraje", "OPZ+, rozpočet měst; dary", "První zpráva.\nDruhá zpráva", "OSV: osm porad\nOŠM: dvě školy", "Plněno", "viz příloha č. 2", "řádek\nmalým písmenem"];

    public static WholePlan Of(int seed)
    {
        var random = new Random(seed);
        // Each seed has its own habits, as each office has.
        var (numbering, fields) = (random.Next(5), random.Next(8));
        var areas = Enumerable.Range(0, random.Next(7)).Select(at => new PlanAreaDetails(AreaNumber(numbering, at), Pick(Titles), Pick(Leads))).ToList();
        var items = new List<(int?, string, string, PlanItemDetails)>();
        foreach (var area in Enumerable.Range(-1, areas.Count + 1))
        {
            var count = area < 0 && areas.Count > 0 && random.Next(4) > 0 ? 0 : random.Next(area < 0 && areas.Count == 0 ? 1 : 0, 5);
            for (var at = 1; at <= count; at++)
                items.Add((area < 0 ? null : area, ItemNumber(at), Pick(Wordings), Details()));
        }
        // A plan without items is no plan to read.
        if (items.Count == 0)
            items.Add((null, "1", Pick(Wordings), Details()));
        return SamplePlan.Of(random.Next(3) == 0 ? "Okruh 5: Akční plán" : "Akční plán", areas, items);

        string Pick(string[] from) => from[random.Next(from.Length)];

        string ItemNumber(int at) => random.Next(8) switch { 0 => "", 1 => $"{at}a", 2 => $"1.{at}", _ => $"{at}" };

        PlanItemDetails Details() => new()
        {
            Indicator = Pick(Indicators),
            Deadline = PlanDeadline.Parse(Pick(Deadlines)),
            Funding = (fields & 1) == 0 ? "" : Pick(Texts),
            Status = (fields & 2) == 0 ? PlanStatus.None : (PlanStatus)random.Next(5),
            Comment = (fields & 4) == 0 ? "" : Pick(Texts),
            Bodies = [.. Bodies(BodyRole.Owner), .. Bodies(BodyRole.Cooperating)],
        };

        IEnumerable<BodyReference> Bodies(BodyRole role) => Enumerable.Range(0, random.Next(4)).Select(_ => Pick(Names).Replace('\u00a0', ' ')).Distinct().Select(name => new BodyReference(role, name));
    }

    private static string AreaNumber(int numbering, int at) => numbering switch
    {
        0 => new RomanNumber(at + 1).ToString(),
        1 => $"{at + 1}",
        2 => $"{(char)('A' + at)}",
        3 => $"2.{at + 1}",
        _ => "",
    };
}
