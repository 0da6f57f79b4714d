using Workspace.Web.Plans;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Tests.Plans.Import;

public class PlanReaderTests
{
    [Fact]
    public async Task Read_WhatIsNoCharacter_IsLeftOut() =>
        Assert.Equal("most", Assert.Single((await Reading.PlanAsync("č.;opatření;termín\n1;mo\ufffest\uffff;2025\n")).Items).Wording);

    [Fact]
    public async Task Read_ItemsOfSeveralRows_AreOneItemEach()
    {
        const string text = """
            Okruh opatření I: Voda

            	Obce potřebují:


            	Číslo
            	Popis dílčí aktivity
            	Indikátor plnění
            	Termín plnění
            	Odpovědnost

            	
            	
            	
            	
            	Spolupráce

            	[bookmark: _Hlk1]1.
            	studny
            	počet studní
            	průběžně 
            do 12 / 2027
            	ÚM / OŽP

            	
            	
            	
            	
            	obce, spolky

            	Plnění / monitoring
            	ČÁSTEČNĚ

            	Komentář / popis
            	První studna stojí.

            Druhá se vrtá.

            	2.
            	rybník

            	hráz
            	6/2025
            	???

            	Plnění / monitoring
            	
            
            	Komentář / popis
            	-----------
             	Okruh opatření II: Les

            	1.
            	stezka
            	délka
            	2026
            	LS

            """;
        var plan = await Reading.PlanAsync(text.Replace("\r", ""));
        Assert.Equal([("I", "Voda", "Obce potřebují:"), ("II", "Les", "")], plan.Areas.Select(area => (area.Number, area.Title, area.Lead)));
        Assert.Equal(["1 studny", "2 rybník", "1 stezka"], plan.Items.Select(item => $"{item.Number} {item.Wording}"));
        var first = plan.Items[0];
        Assert.Equal(("ÚM / OŽP", "obce | spolky"), (first.Owners.Names(), first.Cooperating.Names()));
        Assert.Equal((PlanStatus.Partly, "První studna stojí.\n\nDruhá se vrtá."), (first.Status, first.Comment));
        Assert.Equal([DoubtCode.BookmarkDropped], first.Codes());
        Assert.Equal(("hráz", DeadlineKind.Month), (plan.Items[1].Indicator, plan.Items[1].Deadline.Kind));
        Assert.Equal([DoubtCode.OwnerUnknown, DoubtCode.ReadAsNothing], plan.Items[1].Codes().Distinct().Order());
    }

    [Fact]
    public async Task Read_AHeaderOfTwoRows_NamesTheColumnsUnderAWideCell()
    {
        SampleGrid grid = new([],
        [
            [new("Č.", 1, 2), new("Aktivita", 1, 2), new("Realizace", 2), new("Garanti", 2)],
            [null, null, "Zahájení", "Termín", "Gestor", "Partneři"],
            ["1", "2", "3", "4", "5", "6"],
            ["1", "hřiště", "2024", "12/2025", "TS", "škola"],
        ], 6);
        foreach (var file in (byte[][])[SampleDocx.Of(grid), SampleXlsx.Of(grid)])
        {
            var plan = await Reading.PlanAsync(file);
            var item = Assert.Single(plan.Items);
            Assert.Equal(("hřiště", "12/2025", "TS", "škola"), (item.Wording, item.Deadline.Text, item.Owners.Names(), item.Cooperating.Names()));
            Assert.Equal([new OtherText("Realizace: Zahájení", "2024")], item.Others);
        }
    }

    [Fact]
    public async Task Read_MergedCells_HoldForAllTheirRows()
    {
        SampleGrid grid = new([],
        [
            ["Č.", "Opatření", "Termín", "Gestor", "Ukazatel"],
            ["1", "lávka", "2025", new("TS", 1, 2), "délka"],
            ["2", "přístřešek", "2026", null, "počet"],
            [new("3", 1, 2), new("sklad", 1, 2), "2027", "TS", "plocha"],
            [null, null, "", "", "počet polic"],
        ], 5);
        foreach (var file in (byte[][])[SampleDocx.Of(grid), SampleXlsx.Of(grid), System.Text.Encoding.UTF8.GetBytes(SampleFiles.WordHtml(grid))])
        {
            var plan = await Reading.PlanAsync(file);
            Assert.Equal(["1 TS", "2 TS", "3 TS"], plan.Items.Select(item => $"{item.Number} {item.Owners.Names()}"));
            Assert.Equal([DoubtCode.SharedCell], plan.Items[1].Codes());
            Assert.Equal(("plocha\n\npočet polic", 0), (plan.Items[2].Indicator, plan.Items[2].Doubts.Count));
        }
    }

    [Fact]
    public async Task Read_LinesThatBecameRowsOfASheet_AreOneItemAgain()
    {
        SampleGrid grid = new([],
        [
            ["Č.", "Opatření", "Termín", "Gestor", "Stav"],
            [new("1", 1, 2), "most", "průběžně", new("TS", 1, 2), new("plněno", 1, 2)],
            [null, "přes potok", "do 12/2027", null, null],
            [new("2", 1, 2), "lávka", "2025", "TS", "plněno"],
            [null, "brod", "2026", "ÚM", "splněno"],
        ], 5);
        var items = (await Reading.PlanAsync(SampleXlsx.Of(grid))).Items;
        Assert.Equal(["1 most přes potok průběžně do 12/2027", "2 lávka 2025", "2 brod 2026"], items.Select(item => $"{item.Number} {item.Wording} {item.Deadline}"));
        Assert.Equal([DoubtCode.SharedCell, DoubtCode.NumberTwice], items[2].Codes());
    }

    [Theory]
    [InlineData("ÚM\nobce, školy", "ÚM", "obce | školy", 0)]
    [InlineData("ÚM", "ÚM", "", 1)]
    [InlineData("ÚM\nObce\nŠkoly", "ÚM", "Obce | Školy", 1)]
    [InlineData("Gestor: ÚM\nSpolupráce: obce", "ÚM", "obce", 0)]
    public async Task Read_OneColumnOfOwnersAndThoseWhoCooperate_IsTakenApartByLines(string cell, string owners, string cooperating, int doubts)
    {
        var item = Assert.Single((await Reading.PlanAsync($"č.;opatření;\"Odpovědnost /\nSpolupráce\"\n1;most;\"{cell}\"\n")).Items);
        Assert.Equal((owners, cooperating, doubts), (item.Owners.Names(), item.Cooperating.Names(), item.Doubts.Count));
    }

    [Fact]
    public async Task Read_ASecondLineInARowOfItsOwn_IsJoinedAndTold()
    {
        var plan = await Reading.PlanAsync("č.;opatření;gestor;termín\n1;most;ÚM;2025\n;;TS;\n2;lávka;TS;2026\n");
        Assert.Equal(["ÚM | TS", "TS"], plan.Items.Select(item => item.Owners.Names()));
        Assert.Equal([DoubtCode.RowJoined], plan.Items[0].Codes());
    }

    [Fact]
    public async Task Read_ALineThatIsANameElsewhere_IsABodyOfItsOwn()
    {
        var plan = await Reading.PlanAsync("č.;opatření;gestor;spolupráce\n1;most;ÚM;školy, spolky\n2;lávka;TS;\"obce\nškoly\"\n3;brod;TS;\"správa\npovodí\"\n");
        Assert.Equal(["školy | spolky", "obce | školy", "správa povodí"], plan.Items.Select(item => item.Cooperating.Names()));
        Assert.Equal("správa povodí", Assert.Single(plan.Bodies, body => body.IsUnclear).Text);
    }

    [Fact]
    public async Task Read_TotalsAndNotes_AreNoItems()
    {
        var plan = await Reading.PlanAsync("č.;opatření;stav;termín\n1;studna;splněno;2025\n2;hráz;plněno;2025\nCelkem;2;;\n\nSplněno;1\nPlněno;4\n");
        Assert.Equal(2, plan.Items.Count);
        Assert.Contains(plan.Unread, text => text is { Reason: UnreadReason.Total, Text: "Celkem | 2" });
        Assert.Equal([new CountDifference("ongoing", 1, 4)], plan.Summary.Differences);
    }

    [Fact]
    public async Task Read_UnknownColumns_KeepTheirTextsWithTheItem()
    {
        var plan = await Reading.PlanAsync("č.;opatření;termín;Riziko;Indikátor;Indikátor 2\n1;studna;2025;sucho;počet;hloubka\n");
        Assert.Equal([new OtherText("Riziko", "sucho"), new OtherText("Indikátor 2", "hloubka")], plan.Items[0].Others);
        Assert.Equal([DoubtCode.ColumnUnknown, DoubtCode.ColumnUnknown, DoubtCode.ColumnMissing], plan.Doubts.Select(doubt => doubt.Code));
    }

    [Fact]
    public async Task Read_EnglishColumns_AreKnown()
    {
        var item = Assert.Single((await Reading.PlanAsync("No.,Measure,Indicator,Deadline,Responsible,Partners,Funding,Status,Comments\n1,\"Wells, new ones\",wells,continuously until 12/2027,Town,Region,,partly,\n")).Items);
        Assert.Equal(("Wells, new ones", DeadlineKind.Continuous, PlanStatus.Partly, "Town", "Region"), (item.Wording, item.Deadline.Kind, item.Status, item.Owners.Names(), item.Cooperating.Names()));
    }

    [Fact]
    public async Task Accept_TheOfferToSwap_PutsBothInPlace()
    {
        var item = Assert.Single((await Reading.PlanAsync("č.;opatření;stav;komentář\n1;studna;Vrtá se od jara.;PLNĚNO\n")).Items);
        var doubt = Assert.Single(item.Doubts);
        var swapped = item.Accept(doubt);
        Assert.Equal((PlanStatus.Ongoing, "Vrtá se od jara."), (swapped.Status, swapped.Comment));
        Assert.Empty(swapped.Doubts);
    }

    [Fact]
    public async Task Accept_TheDayOfACondition_MakesItADate()
    {
        var item = Assert.Single((await Reading.PlanAsync("č.;opatření;termín\n1;studna;po schválení radou 31. 3. 2026\n")).Items);
        Assert.Equal(DeadlineKind.Condition, item.Deadline.Kind);
        Assert.Equal(new DateOnly(2026, 3, 31), item.Accept(Assert.Single(item.Doubts)).Deadline.Until);
    }
}
