using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Attendance;
using Workspace.Web.Attendance.Sheet;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class AttendanceDownloadTests
{
    [Fact]
    public async Task List_IsForReadersOnly_AndTellsGuestsNamesAndOrganisationsOnly()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        Done(await scene.CheckIn.CheckInAsync(scene.World.Members[0].Id, scene.MeetingId, RollState.Online));
        await using var site = await StartAsync(scene);

        using var full = await site.GetAsync($"/meetings/{scene.MeetingId}/attendance.xlsx", scene.World.Members[1].Id);
        Assert.Equal((HttpStatusCode.OK, XlsxWriter.ContentType), (full.StatusCode, full.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith("-01-2026.xlsx", full.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains("online", await TextAsync(full));
        var forGuest = await TextAsync(await site.GetAsync($"/meetings/{scene.MeetingId}/attendance.xlsx", scene.World.Guest.Id));
        Assert.Contains("Petr První", forGuest);
        Assert.DoesNotContain("online", forGuest);

        var page = await (await site.GetAsync($"/meetings/{scene.MeetingId}/attendance", scene.World.Members[1].Id)).Content.ReadAsStringAsync();
        Assert.Contains("<td>Petr První</td>", page);
        Assert.Contains("online", page);
        Assert.DoesNotContain("online", await (await site.GetAsync($"/meetings/{scene.MeetingId}/attendance", scene.World.Guest.Id)).Content.ReadAsStringAsync());

        foreach (var path in new[] { "attendance", "attendance.xlsx" })
            Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync($"/meetings/{scene.MeetingId}/{path}", scene.World.Stranger.Id));
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        using var document = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), false);
        return document.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText;
    }

    private static Task<DownloadSite> StartAsync(RollScene scene) =>
        DownloadSite.StartAsync(services => services.AddSingleton(scene.World.Meetings), app => app.MapAttendance());
}
