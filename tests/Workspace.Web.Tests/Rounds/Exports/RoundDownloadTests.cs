using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Localization;
using Workspace.Web.Rounds.Exports;
using Workspace.Web.Tests.Exports;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Exports;

public sealed class RoundDownloadTests
{
    [Fact]
    public async Task Files_ComeByName_ForWhoMayHaveThem_InTheReadersLanguage()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await SettledWorld.FillAsync(world);
        await using var app = await StartAsync(world);
        using var client = app.GetTestClient();

        using var xlsx = await GetAsync(client, $"/rounds/{round}/settlement.xlsx", world.Secretary);
        Assert.Equal((HttpStatusCode.OK, XlsxWriter.ContentType, "vyporadani-pripominek-2026-07-01.xlsx"), Told(xlsx));
        using var english = await GetAsync(client, $"/rounds/{round}/settlement.docx", world.Secretary, "en");
        Assert.Equal((HttpStatusCode.OK, DocxWriter.ContentType, "settlement-of-comments-2026-07-01.docx"), Told(english));
        using var table = new Docx(await english.Content.ReadAsByteArrayAsync());
        Assert.Contains("DISPUTE – the author insists", table.Body.InnerText, StringComparison.Ordinal);
        using var comparison = await GetAsync(client, $"/rounds/{round}/comparison.docx", world.First);
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
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, path, person)).StatusCode);
        using var administrator = await GetAsync(client, $"/rounds/{round}/settlement.xlsx", world.Group.Administrator.Id);
        Assert.Equal(HttpStatusCode.OK, administrator.StatusCode);
        await using (var db = world.World.Db())
            Done(await world.Settling.SettleAsync(world.Secretary, [db.RoundComments.Single(c => c.AuthorName == "Spolek Nová naděje").Id], new(Workspace.Web.Rounds.Settling.SettlementOutcome.Noted, "díky")));
        Done(await world.Settling.FinishAsync(world.Secretary, round));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, $"/rounds/{round}/settlement.xlsx", world.First)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, $"/rounds/{round}/settlement.xlsx", world.Group.Stranger.Id)).StatusCode);
    }

    private static (HttpStatusCode, string?, string?) Told(HttpResponseMessage answer) =>
        (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileNameStar);

    private static async Task<WebApplication> StartAsync(RoundWorld world)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<TimeProvider>(world.World.Time);
        builder.Services.AddSingleton(world.World.Get<SettlementTableService>());
        builder.Services.AddSingleton(world.World.Get<SettlementXlsx>());
        builder.Services.AddSingleton(world.World.Get<SettlementDocx>());
        builder.Services.AddSingleton(world.World.Get<ComparisonService>());
        builder.Services.AddSingleton(world.World.Get<ComparisonDocx>());
        var app = builder.Build();
        app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture(Cultures.Default).AddSupportedCultures(Cultures.Supported).AddSupportedUICultures(Cultures.Supported);
            options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
        });
        app.Use((context, next) =>
        {
            context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, context.Request.Headers["Test-Person"]!)], "test"));
            return next(context);
        });
        app.UseAuthorization();
        app.MapRounds();
        await app.StartAsync();
        return app;
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path, long person, string language = "cs")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Test-Person", person.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Accept-Language", language);
        return client.SendAsync(request);
    }
}
