using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Text;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;
using Workspace.Web.Texts.History;
using Workspace.Web.Votes.Minuted;

namespace Workspace.Web.Tests.Texts.History;

public sealed class HistoryPageTests
{
    [Fact]
    public async Task Slider_ShowsEachStepWithItsAuthor_AndTheAddressFollows()
    {
        await using var stage = await Stage.BuildAsync();
        using var context = stage.Open(stage.Table.Members[0]);
        var page = context.Render<HistoryPage>(parameters => parameters.Add(p => p.TextId, stage.Table.TextId));
        Assert.Equal("2", page.Find("input[type=range]").GetAttribute("max"));
        Assert.Contains("writer2", page.Find(".told").TextContent);
        Assert.Equal(["Úvod.", "Závěr."], page.FindAll(".wrote").Select(Words));

        await page.Find("input[type=range]").InputAsync("1");
        Assert.Equal(["Úvod."], page.FindAll(".wrote").Select(Words));
        Assert.Contains("writer1", page.Find("input[type=range]").GetAttribute("aria-valuetext"));
        await page.Find("input[type=range]").ChangeAsync("1");
        Assert.EndsWith($"/texts/{stage.Table.TextId}/history?at=1", context.Services.GetRequiredService<NavigationManager>().Uri);

        await page.Find("input[type=range]").InputAsync("0");
        Assert.Single(page.FindAll(".empty"));
    }

    [Fact]
    public async Task Comparison_MarksInsertionsAndDeletionsInWords_AndSaysWhose()
    {
        await using var stage = await Stage.BuildAsync();
        await stage.WriteAsync(1, 3, ChangeSet.Replace(12, 0, 5, "Začátek."));
        using var context = stage.Open(stage.Table.Guest, "?from=1&to=3");
        var page = context.Render<HistoryPage>(parameters => parameters.Add(p => p.TextId, stage.Table.TextId));
        Assert.Equal("odebráno: Úvod", Words(page.Find("del")));
        Assert.Contains("writer2", page.Find("del").GetAttribute("title"));
        Assert.Contains("přidáno: Začátek", page.FindAll("ins").Select(Words));
        Assert.Equal("Přibyla 2 slova. Ubylo 1 slovo.", page.Find(".summary").TextContent);
        Assert.DoesNotContain("Obnovit", page.Markup);
    }

    [Fact]
    public async Task Restoring_AsksInWords_AndThenShowsTheNewVersion()
    {
        await using var stage = await Stage.BuildAsync();
        using var context = stage.Open(stage.Table.Members[0], "?at=1");
        var page = context.Render<HistoryPage>(parameters => parameters.Add(p => p.TextId, stage.Table.TextId));
        await page.FindAll("button").Single(button => button.TextContent == "Obnovit toto znění").ClickAsync();
        Assert.Contains("vaším jménem", page.Find(".ask").TextContent);
        await page.Find(".ask .primary").ClickAsync();
        Assert.Equal("Znění je obnoveno. Kdo má text otevřený, vidí ho hned.", page.Find(".notice").TextContent);
        Assert.Equal(3, (await stage.World.Get<RevisionLog>().LoadAsync(stage.Table.TextId))!.Version);
    }

    [Fact]
    public async Task Stranger_SeesWhatIsShownOfNothing()
    {
        await using var stage = await Stage.BuildAsync();
        using var context = stage.Open(stage.Table.Stranger);
        Assert.Equal("Tady nic není", context.Render<HistoryPage>(parameters => parameters.Add(p => p.TextId, stage.Table.TextId)).Find("h1").TextContent);
    }

    [Fact]
    public void Lines_AreShapedByTheirMarks_WhichAreHiddenUnlessTheyChanged()
    {
        Passage Same(string text) => new(text, Difference.Same, null, null);
        var lines = FormattedLines.Of([Same("## Nadpis\n\n- **tučně** a [odkaz](https://obec.example)\n  - [x] hotovo\n| a | b |\n| --- | --- |\n1. "), new("**", Difference.Inserted, 1, null), Same("bod"), new("**", Difference.Inserted, 1, null)]);
        Assert.Equal(
            [(LineKind.Heading, "", "Nadpis"), (LineKind.Item, "•", "tučně a odkaz"), (LineKind.Item, "☒", "hotovo"), (LineKind.Row, "", " a  b "), (LineKind.Item, "1.", "**bod**")],
            lines.Select(line => (line.Kind, line.Marker, string.Concat(line.Parts.Select(part => part.Text)))));
        Assert.Equal(Letters.Bold, lines[1].Parts[0].Letters);
        Assert.Equal((1, true), (lines[2].Depth, lines[1].OpensParagraph));
    }

    [Fact]
    public void References_AreShownAsWhatTheyReferTo_NeverAsTyped()
    {
        Passage Of(string text, Difference kind) => new(text, kind, 1, null);
        var lines = FormattedLines.Of(
            [Of("a\n[[vote:5]]\n[[vote:", Difference.Same), Of("6", Difference.Deleted), Of("7", Difference.Inserted), Of("]]\n", Difference.Same), Of("[[vote:8]]\n", Difference.Deleted), Of("x [[vote:9]]", Difference.Same)],
            block => $"Hlasování {block.Id}");
        Assert.Equal(
            [("a", Difference.Same), ("Hlasování 5", Difference.Same), ("Hlasování 6", Difference.Deleted), ("Hlasování 7", Difference.Inserted), ("Hlasování 8", Difference.Deleted), ("x [[vote:9]]", Difference.Same)],
            lines.Select(line => (string.Concat(line.Parts.Select(part => part.Text)), line.Parts[0].Passage.Kind)));
        Assert.Equal(4, lines.Count(line => line.Kind == LineKind.Block));
    }

    private const string Signs = "a b|*_`[](x)\n#-1. >~\\";

    [Fact]
    public void Lines_OfAnyText_LoseNoneOfItsWords()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, 60).Select(_ => Signs[random.Next(Signs.Length)]));
            var shown = string.Concat(FormattedLines.Of([new(text, Difference.Same, 1, null)]).SelectMany(line => line.Parts.Select(part => part.Text)));
            Assert.Equal(text.Count(unit => unit is 'a' or 'b'), shown.Count(unit => unit is 'a' or 'b'));
        }
    }

    private static string Words(AngleSharp.Dom.IElement element) => element.TextContent.Replace("Jan writer1: ", "").Replace("Jan writer2: ", "").Trim();

    /// <summary>A text that two people have written, one sentence each, with time in between.</summary>
    private sealed class Stage : IAsyncDisposable
    {
        public required World World { get; init; }

        public required MinutesTable Table { get; init; }

        public static async Task<Stage> BuildAsync()
        {
            var world = await World.CreateAsync(DatabaseKind.Sqlite);
            var stage = new Stage { World = world, Table = await MinutesTable.LayAsync(world.Get<IDbContextFactory<WorkspaceDb>>(), world.Time.GetUtcNow()) };
            await stage.WriteAsync(0, 1, ChangeSet.Replace(0, 0, 0, "Úvod. "));
            await stage.WriteAsync(1, 2, ChangeSet.Replace(6, 6, 6, "Závěr."));
            return stage;
        }

        public async Task WriteAsync(int member, long version, ChangeSet change)
        {
            World.Time.Advance(TimeSpan.FromMinutes(3));
            var answer = await World.Get<TextSessions>().SubmitAsync(Table.TextId, new(Table.Members[member].Id, $"w{version}", 1, version - 1, [change]));
            Assert.Null(answer.Refused);
        }

        public BunitContext Open(Person person, string query = "")
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("cs");
            var context = new BunitContext();
            context.JSInterop.Mode = JSRuntimeMode.Loose;
            context.Services.AddLocalization();
            context.Services.AddLogging();
            context.Services.AddScoped<CurrentGroup>();
            context.Services.AddSingleton(World.Get<LiveUpdates>());
            context.Services.AddSingleton(World.Get<TextHistoryService>());
            context.Services.AddSingleton(World.Get<BlockLabels>());
            context.AddAuthorization().SetAuthorized(person.Name)
                .SetClaims(new Claim(ClaimTypes.NameIdentifier, person.Id.ToString(CultureInfo.InvariantCulture)), new Claim(SignedIn.NameClaim, person.Name));
            context.Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
            context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/texts/{Table.TextId}/history{query}");
            return context;
        }

        public ValueTask DisposeAsync() => World.DisposeAsync();
    }
}
