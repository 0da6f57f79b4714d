using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

public sealed class AttachmentDownloadTests
{
    [Fact]
    public async Task Download_IsAnAttachmentThatNothingMayRun_ForReadersOnly()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var meeting = await world.MeetingAsync("Bod");
        var page = "<html><script>alert(1)</script></html>"u8.ToArray();
        var id = Value(await world.World.Get<AttachmentService>().AddAsync(world.Secretary.Id, await world.ItemAsync(meeting, "Bod"), "Žádost.html", page));
        await using var app = await StartAsync(world);
        using var client = app.GetTestClient();

        using var answer = await GetAsync(client, id, world.Guest.Id);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("attachment", "Žádost.html.txt"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(page, await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, id, world.Stranger.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, id, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, 999, world.Guest.Id)).StatusCode);
    }

    private static async Task<WebApplication> StartAsync(MeetingWorld world)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(world.World.Get<AttachmentService>());
        var app = builder.Build();
        app.UseContentSecurityPolicy();
        app.Use((context, next) =>
        {
            if (context.Request.Headers["Test-Person"] is [{ } person])
                context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person)], "test"));
            return next(context);
        });
        app.MapMeetings();
        await app.StartAsync();
        return app;
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, long id, long? person)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/attachments/{id}");
        if (person is { } known)
            request.Headers.Add("Test-Person", known.ToString(CultureInfo.InvariantCulture));
        return client.SendAsync(request);
    }
}
