using Workspace.Web.Meetings;
using Workspace.Web.Meetings.Paste;

namespace Workspace.Web.Tests.Meetings;

public sealed class AgendaPasteTests
{
    [Theory]
    [InlineData("1. Zahájení\n2. Zprávy\n3. Různé.", "Zahájení|Zprávy|Různé")]
    [InlineData("1) Zahájení\n2) Zprávy;\n3) Diskuse:", "Zahájení|Zprávy|Diskuse")]
    [InlineData("(1) Zahájení\n(2) Zprávy", "Zahájení|Zprávy")]
    [InlineData("1 - Zahájení\n2 – Zprávy\n3 — Závěr", "Zahájení|Zprávy|Závěr")]
    [InlineData("1: Zahájení\n2: Zprávy", "Zahájení|Zprávy")]
    [InlineData("1 Zahájení\n2 Zprávy\n3 Závěr", "Zahájení|Zprávy|Závěr")]
    [InlineData("1.Zahájení\n2.Zprávy", "Zahájení|Zprávy")]
    [InlineData("1.\nZahájení\n2.\nZprávy", "Zahájení|Zprávy")]
    [InlineData("1. A\n1. B\n1. C", "A|B|C")]
    [InlineData("Bod č. 1: Zahájení\nBod č. 2: Zprávy\nbod 3 – Závěr\nAd 4) Různé", "Zahájení|Zprávy|Závěr|Různé")]
    [InlineData("I. Zahájení\nII. Zprávy\nIII. Závěr", "Zahájení|Zprávy|Závěr")]
    [InlineData("A) Zahájení\nB) Závěr", "Zahájení|Závěr")]
    [InlineData("- Zahájení\n- Zprávy\n- Závěr", "Zahájení|Zprávy|Závěr")]
    [InlineData("* Zahájení\n* Zprávy", "Zahájení|Zprávy")]
    [InlineData("•\tZahájení\n•\tZprávy", "Zahájení|Zprávy")]
    [InlineData("· Zahájení\n· Zprávy", "Zahájení|Zprávy")]
    [InlineData("– Zahájení\n– Zprávy", "Zahájení|Zprávy")]
    [InlineData("\uF0B7\tZahájení\r\n\uF0B7\tZprávy", "Zahájení|Zprávy")]
    [InlineData("**1. Zahájení**\n## 2. Zprávy", "Zahájení|Zprávy")]
    [InlineData("1.\u00a0Zahájení\n2.\u00a0Zprávy", "Zahájení|Zprávy")]
    [InlineData("přivítání\nschválení programu\nrůzné", "přivítání|schválení programu|různé")]
    [InlineData("1. První\n2. Druhý\n4. Čtvrtý\n5. Pátý", "První|Druhý|Čtvrtý|Pátý")]
    public void Read_TakesTheUsualMarkersOff(string pasted, string expected) => Assert.Equal(expected, Titles(pasted));

    [Theory]
    [InlineData("1. A\n2. B\n2.1 B první\n2.2. B druhý\n3. C", "A|B|>B první|>B druhý|C")]
    [InlineData("1. A\n   a) první\n   b) druhý\n2. B", "A|>první|>druhý|B")]
    [InlineData("1. A\n   a) jediný\n2. B", "A|>jediný|B")]
    [InlineData("1. A\n- první\n- druhý\n2. B", "A|>první|>druhý|B")]
    [InlineData("- A\n  - první\n  - druhý\n- B", "A|>první|>druhý|B")]
    [InlineData("• A\no První\no Druhý\n• B", "A|>První|>Druhý|B")]
    [InlineData("·\tA\no\tprvní\n·\tB", "A|>první|B")]
    [InlineData("1. A\n    1. první\n    2. druhý\n2. B", "A|>první|>druhý|B")]
    [InlineData("1. A\n2. B\n1. první\n2. druhý\n3. třetí\n3. C\n4. D", "A|B|>první|>druhý|>třetí|C|D")]
    [InlineData("1. A\n2. B\n1. První\n2. Druhý\n3. Třetí\n3. C\n4. D", "A|B|>První|>Druhý|>Třetí|C|D")]
    [InlineData("1. A\n2. B\n1. zdůvodnění\n3. C", "A|B|>zdůvodnění|C")]
    [InlineData("Přivítání\nZprávy\n    Zpráva tajemníka\n    Zpráva předsedy\nRůzné", "Přivítání|Zprávy|>Zpráva tajemníka|>Zpráva předsedy|Různé")]
    [InlineData("1.1 A\n1.2 B", "A|B")]
    [InlineData("Dopoledne\n1. A\n2. B\nOdpoledne\n1. C\n2. D", "Dopoledne|A|B|Odpoledne|C|D")]
    public void Read_FindsSubItems(string pasted, string expected) => Assert.Equal(expected, Titles(pasted));

    [Theory]
    [InlineData("1. Informace o bydlení v\n   kraji: projekt;\n   záměry\n2. Závěr", "Informace o bydlení v kraji: projekt; záměry|Závěr")]
    [InlineData("1. Novinky ze zaměstnanosti a\ndalších oblastí\n2. Závěr", "Novinky ze zaměstnanosti a dalších oblastí|Závěr")]
    [InlineData("1. Příprava setkání pro\nMěsto Horní\n2. Závěr", "Příprava setkání pro Město Horní|Závěr")]
    [InlineData("1. Projekt „Domov\nPro všechny“\n2. Závěr", "Projekt „Domov Pro všechny“|Závěr")]
    [InlineData("1. Přehled připravovaných záměrů a žádostí, které podaly\nObce Horního kraje\n2. Závěr jednání a poděkování všem, kdo se zúčastnili debat", "Přehled připravovaných záměrů a žádostí, které podaly Obce Horního kraje|Závěr jednání a poděkování všem, kdo se zúčastnili debat")]
    public void Read_JoinsLinesThatGoOn(string pasted, string expected) => Assert.Equal(expected, Titles(pasted));

    [Theory]
    [InlineData("Zahájení (15 min)", "Zahájení", 15, null)]
    [InlineData("Zahájení – 20 min.", "Zahájení", 20, null)]
    [InlineData("Zahájení, 5 minut", "Zahájení", 5, null)]
    [InlineData("Zahájení [cca 1,5 hod.]", "Zahájení", 90, null)]
    [InlineData("Zahájení (10–15 min.)", "Zahájení", 15, null)]
    [InlineData("Zahájení (1 hod. 30 min)", "Zahájení", 90, null)]
    [InlineData("Plán (Ing. Jana Malá, 15 min)", "Plán", 15, "Ing. Jana Malá")]
    [InlineData("Plán – Mgr. Petr Novotný, Ph.D.", "Plán", null, "Mgr. Petr Novotný, Ph.D.")]
    [InlineData("Plán – předkládá: P. Novotný (20 min)", "Plán", 20, "P. Novotný")]
    [InlineData("Plán. Předkládá: odbor dopravy", "Plán", null, "odbor dopravy")]
    [InlineData("Plán (předkládá Jana Malá)", "Plán", null, "Jana Malá")]
    [InlineData("Plán (tajemník)", "Plán", null, "tajemník")]
    [InlineData("Plán (J. Malá a P. Novotný)", "Plán", null, "J. Malá a P. Novotný")]
    [InlineData("Plán\tJana Malá\t20", "Plán", 20, "Jana Malá")]
    [InlineData("Plán (viz příloha, 15 min)", "Plán (viz příloha)", 15, null)]
    [InlineData("Akce v obci – Nový Hrad", "Akce v obci – Nový Hrad", null, null)]
    [InlineData("Výzva č. 2.", "Výzva č. 2.", null, null)]
    [InlineData("Spolupráce se Stavbami s.r.o.", "Spolupráce se Stavbami s.r.o.", null, null)]
    [InlineData("Byty, ubytovny apod.", "Byty, ubytovny apod.", null, null)]
    [InlineData("Co dál?", "Co dál?", null, null)]
    [InlineData("Zasedá 15 minut", "Zasedá", 15, null)]
    public void Read_TakesMinutesAndPresenterOffTheEnd(string line, string title, int? minutes, string? presenter)
    {
        var item = AgendaPaste.Read($"1. {line}\n2. Závěr").Items[0];
        Assert.Equal((title, minutes, presenter), (item.Title, item.PlannedMinutes, item.Presenter));
    }

    [Theory]
    [InlineData("Schválení zápisu", AgendaItemKind.Decision)]
    [InlineData("Zahájení, schválení programu", AgendaItemKind.Decision)]
    [InlineData("Hlasování o usnesení", AgendaItemKind.Decision)]
    [InlineData("Volba ověřovatele", AgendaItemKind.Election)]
    [InlineData("Souhrnné informace o výzvě", AgendaItemKind.Information)]
    [InlineData("Informace o schválení dotace", AgendaItemKind.Information)]
    [InlineData("Informace a volba", AgendaItemKind.Discussion)]
    [InlineData("Diskuse", AgendaItemKind.Discussion)]
    [InlineData("Plán práce", AgendaItemKind.Discussion)]
    public void Read_GuessesTheKindOnlyWhereItIsSure(string title, AgendaItemKind kind) =>
        Assert.Equal(kind, AgendaPaste.Read(title).Items.Single().Kind);

    [Fact]
    public void Read_OfATable_KnowsItsColumns()
    {
        var pasted = AgendaPaste.Read("Č.\tBod\tPředkládá\tČas\n1.\tZahájení\tpředseda\t10:00–10:10\n2.\tPlán\tIng. Malá\t10:10–10:45\n2.1\tRozpočet\tMgr. Dvořák\t10\n3.\tRůzné\t\t15");
        Assert.Equal(
            [("Zahájení", 0, 10, "předseda"), ("Plán", 0, 35, "Ing. Malá"), ("Rozpočet", 1, 10, "Mgr. Dvořák"), ("Různé", 0, 15, null)],
            pasted.Items.Select(i => (i.Title, i.Level, i.PlannedMinutes, i.Presenter)));
        Assert.Equal(["Č.\tBod\tPředkládá\tČas"], pasted.LeftOut);
    }

    [Fact]
    public void Read_OfClockTimes_PlansTheMinutesBetween()
    {
        var pasted = AgendaPaste.Read("10:00–10:15 Zahájení\n10.15 hod. – Bydlení\n11:00 Přestávka\n11:20 Závěr");
        Assert.Equal([("Zahájení", 15), ("Bydlení", 45), ("Přestávka", 20), ("Závěr", null)], pasted.Items.Select(i => (i.Title, i.PlannedMinutes)));
    }

    [Fact]
    public void Read_DropsHeadings_AndSaysWhatItLeftOut()
    {
        var pasted = AgendaPaste.Read("Vážené kolegyně,\nzveme vás do radnice.\n\nNávrh programu jednání:\n\n1) Zahájení\n2) Zprávy obcí\nPředkládá: Jana Dvořáková\n\n_________\n3) Závěr");
        Assert.Equal([("Zahájení", null), ("Zprávy obcí", "Jana Dvořáková"), ("Závěr", null)], pasted.Items.Select(i => (i.Title, i.Presenter)));
        Assert.Equal(["Vážené kolegyně,", "zveme vás do radnice."], pasted.LeftOut);
    }

    [Theory]
    [InlineData("8 obcí se zapojilo\nDvě obce ne", "8 obcí se zapojilo|Dvě obce ne")]
    [InlineData("11. 6. 2026 proběhne setkání\nDalší řádek", "11. 6. 2026 proběhne setkání|Další řádek")]
    [InlineData("3. března 2026 setkání\nDalší řádek", "3. března 2026 setkání|Další řádek")]
    [InlineData("I. Zprávy\nII. Závěr\n\nV. Strnad připraví podklady", "Zprávy|Závěr|V. Strnad připraví podklady")]
    [InlineData("1. Zprávy\n2. Závěr\n\nTěšíme se na vás", "Zprávy|Závěr|Těšíme se na vás")]
    [InlineData("30.6. termín podání\nDalší řádek", "30.6. termín podání|Další řádek")]
    public void Read_LosesNoLineThatItDoesNotUnderstand(string pasted, string expected) => Assert.Equal(expected, Titles(pasted));

    [Fact]
    public void Read_OfWholeMinutes_TakesTheNumberedHeadings()
    {
        var pasted = AgendaPaste.Read(Minutes);
        Assert.True(pasted.IsDocument);
        Assert.Equal(
            ["Souhrn činnosti skupiny", "Monitoring plánu za rok 2025", "Informace o záměru „Společně“ (výzva 12)", "Vznik odborné skupiny", "Diskuse + různé"],
            pasted.Items.Select(i => i.Title));
        Assert.Contains(pasted.LeftOut, line => line.StartsWith("1. dokončení systému", StringComparison.Ordinal));
        Assert.Contains(pasted.LeftOut, line => line.StartsWith("Zapsala:", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OfATableOfText_HasNoItemWithoutATitle()
    {
        var paragraph = new string('x', 150);
        var pasted = AgendaPaste.Read(string.Join('\n', Enumerable.Range(1, 5).Select(n => $"{n}.\n{paragraph} {n}\n{paragraph}")));
        Assert.DoesNotContain(pasted.Items, item => item.Title.Length == 0);
        Assert.NotEmpty(pasted.Items);
    }

    [Fact]
    public void Read_OfWholeMinutes_LineByLineWhereAsked()
    {
        var pasted = AgendaPaste.Read(Minutes, everyLine: true);
        Assert.False(pasted.IsDocument);
        Assert.Contains(pasted.Items, i => i.Title.StartsWith("Tajemnice pohovořila", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OfATitleTooLong_KeepsTheRestAsBackground()
    {
        var item = AgendaPaste.Read(string.Join(' ', Enumerable.Repeat("slovo", 120))).Items.Single();
        Assert.True(item.Title.Length <= AgendaRules.TitleLimit);
        Assert.Equal(120, (item.Title.TrimEnd('…') + " " + item.Background).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Null(DetailsCheck.Of(item.Details));
    }

    [Fact]
    public void Read_OfAnything_NeverThrowsAndGivesOnlyItemsThatCanBeAdded()
    {
        var random = new Random(7);
        string[] parts = ["1.", "2)", "2.1", "a)", "-", "•", "o", "\t", "    ", "\n", "\n\n", "Bod č. 3:", "(15 min)", "(", ")", "– Ing. Malá", "10:00–10:15", "Program:", "slovo ", "Ř", "😀", "\0", "[", "předkládá:", "IV.", "…", "99999999999.", "\uD800"];
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => parts[random.Next(parts.Length)]));
            foreach (var item in AgendaPaste.Read(text).Items)
                Assert.Null(DetailsCheck.Of(item.Details));
        }
    }

    private const string Minutes = """
        ZÁPIS č. 03/2025
        ze zasedání pracovní skupiny
        Přítomni na jednání:
        - viz prezenční listina

        Průběh jednání
        · přivítání
        · schválení programu

        1. Souhrn činnosti skupiny
        · Nízká účast členů na zasedáních, na které upozornila předsedkyně už na jaře a která trvá i po změně dne jednání.

        2. Monitoring plánu za rok 2025
        Tajemnice pohovořila o průběhu monitoringu a poděkovala všem, kdo se do něj zapojili. Vyhodnoceno bylo celkem čtyřicet opatření a u osmi z nich chybí gestor.
        Plán bude zaslán k připomínkám všem členům do 31. 7. 2025. Předložen bude v září téhož roku.
        · Zazněly první podněty
        1. dokončení systému financování služeb
        3. Informace o záměru „Společně“ (výzva 12)
        Projekt bude zaměřen na zavádění programů spolupráce, na propojování podpory v oblasti bydlení, zaměstnávání a vzdělávání a na odbornou přípravu pracovníků obcí v celém kraji.
        · Zazněly první podněty pro projekt
        1. podpora tvorby plánů v obcích
        2. rozbor existence agentur práce
        4. Vznik odborné skupiny
        Odbor ustanovil skupinu, jejímž úkolem je propojit práci více odborů a rozepsat jednotlivá opatření na kroky, za které někdo odpovídá a které mají svůj termín.
        5. Diskuse + různé
        · Město Horní bude v říjnu pořádat Den služeb.

        Zapsala: Jana Ořechová, tajemnice
        """;

    /// <summary>The items' titles, those of sub-items with '>'.</summary>
    private static string Titles(string pasted) =>
        string.Join('|', AgendaPaste.Read(pasted).Items.Select(item => (item.Level > 0 ? ">" : "") + item.Title));
}
