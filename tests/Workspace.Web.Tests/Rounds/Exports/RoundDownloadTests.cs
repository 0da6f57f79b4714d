using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Rounds.Exports;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Exports;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Exports;

public sealed class RoundDownloadTests
{
    [Fact]
    public async Task Files_ComeByName_ForWhoMayHaveThem_InTheReadersLanguage()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await SettledWorld.FillAsync(world);
        await using var site = await StartAsync(world);

        using var xlsx = await site.GetAsync($"/rounds/{round}/settlement.xlsx", world.Secretary);
        Assert.Equal((HttpStatusCode.OK, XlsxWriter.ContentType, "vyporadani-pripominek-2026-07-01.xlsx"), Told(xlsx));
        using var english = await site.GetAsync($"/rounds/{round}/settlement.docx", world.Secretary, "en");
        Assert.Equal((HttpStatusCode.OK, DocxWriter.ContentType, "settlement-of-comments-2026-07-01.docx"), Told(english));
        using var table = new Docx(await english.Content.ReadAsByteArrayAsync());
        Assert.Contains("DISPUTE – the author insists", table.Body.InnerText, StringComparison.Ordinal);
        using var comparison = await site.GetAsync($"/rounds/{round}/comparison.docx", world.First);
        Assert.Equal((HttpStatusCode.OK, DocxWriter.ContentType, "srovnani-zneni.docx"), Told(comparison));

        foreach (var (person, path) in new[]
        {
            (world.First, $"/rounds/{round}/settlement.xlsx"),
            (world.Group.Guest.Id, $"/rounds/{round}/settlement.docx"),
            (world.Group.Stranger.Id, $"/rounds/{round}/settlement.xlsx"),
            (world.Group.Stranger.Id, $"/rounds/{round}/comparison.docx"),
            (world.Secretary, "/rounds/99999/settlement.xlsx"),
            (world.Secretary, "/rounds/99999/comparison.docx"),
        })
            Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync(path, person));
        using var administrator = await site.GetAsync($"/rounds/{round}/settlement.xlsx", world.Group.Administrator.Id);
        Assert.Equal(HttpStatusCode.OK, administrator.StatusCode);
        await using (var db = world.World.Db())
            Done(await world.Settling.SettleAsync(world.Secretary, [db.RoundComments.Single(c => c.AuthorName == "Spolek Nová naděje").Id], new(SettlementOutcome.Noted, "díky")));
        Done(await world.Settling.FinishAsync(world.Secretary, round));
        Assert.Equal(HttpStatusCode.OK, await site.StatusAsync($"/rounds/{round}/settlement.xlsx", world.First));
        Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync($"/rounds/{round}/settlement.xlsx", world.Group.Stranger.Id));
    }

    private static (HttpStatusCode, string?, string?) Told(HttpResponseMessage answer) =>
        (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileNameStar);

    private static Task<DownloadSite> StartAsync(RoundWorld world) => DownloadSite.StartAsync(
        services => services
            .AddSingleton<TimeProvider>(world.World.Time)
            .AddSingleton(world.World.Get<SettlementTableService>())
            .AddSingleton(world.World.Get<SettlementXlsx>())
            .AddSingleton(world.World.Get<SettlementDocx>())
            .AddSingleton(world.World.Get<ComparisonService>())
            .AddSingleton(world.World.Get<ComparisonDocx>()),
        app => app.MapRounds());
}
