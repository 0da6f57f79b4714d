using System.Globalization;
using System.Net;
using System.Security.Claims;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Attendance;
using Workspace.Web.Attendance.Sheet;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Layout;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class AttendanceDownloadTests
{
    [Fact]
    public async Task List_IsForReadersOnly_AndTellsGuestsNamesAndOrganisationsOnly()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        Done(await scene.CheckIn.CheckInAsync(scene.World.Members[0].Id, scene.MeetingId, RollState.Online));
        await using var app = await StartAsync(scene);
        using var client = app.GetTestClient();

        using var full = await GetAsync(client, scene, "attendance.xlsx", scene.World.Members[1].Id);
        Assert.Equal((HttpStatusCode.OK, XlsxWriter.ContentType), (full.StatusCode, full.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith("-01-2026.xlsx", full.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains("online", await TextAsync(full));
        var forGuest = await TextAsync(await GetAsync(client, scene, "attendance.xlsx", scene.World.Guest.Id));
        Assert.Contains("Petr První", forGuest);
        Assert.DoesNotContain("online", forGuest);

        var page = await (await GetAsync(client, scene, "attendance", scene.World.Members[1].Id)).Content.ReadAsStringAsync();
        Assert.Contains("<td>Petr První</td>", page);
        Assert.Contains("online", page);
        Assert.DoesNotContain("online", await (await GetAsync(client, scene, "attendance", scene.World.Guest.Id)).Content.ReadAsStringAsync());

        foreach (var path in new[] { "attendance", "attendance.xlsx" })
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, scene, path, scene.World.Stranger.Id)).StatusCode);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        using var document = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), false);
        return document.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText;
    }

    private static async Task<WebApplication> StartAsync(RollScene scene)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddLocalization();
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton(scene.World.Meetings);
        var app = builder.Build();
        app.UseContentSecurityPolicy();
        app.Use((context, next) =>
        {
            context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, context.Request.Headers["Test-Person"]!)], "test"));
            return next(context);
        });
        app.UseAuthorization();
        app.MapAttendance();
        await app.StartAsync();
        return app;
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, RollScene scene, string path, long person)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/meetings/{scene.MeetingId}/{path}");
        request.Headers.Add("Test-Person", person.ToString(CultureInfo.InvariantCulture));
        return client.SendAsync(request);
    }
}
