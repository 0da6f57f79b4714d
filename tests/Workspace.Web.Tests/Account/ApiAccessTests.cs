using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Account;

/// <summary>What guards the API, with two endpoints of its own: one that reads and one that writes.</summary>
public sealed class ApiAccessTests : IAsyncLifetime
{
    private World world = null!;
    private WebApplication app = null!;
    private Person person = null!;

    public async Task InitializeAsync()
    {
        world = await World.CreateAsync(DatabaseKind.Sqlite);
        person = await world.AddAsync(new Person("Petr", "Nový", null));
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        var settings = world.Get<WorkspaceSettings>() with { PublicAddress = "https://workspace.example.org" };
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<TimeProvider>(world.Time);
        builder.Services.AddWorkspaceDb(settings);
        Web.Live.LiveServices.AddLive(builder.Services, settings);
        builder.Services.AddLocalization();
        Web.Mail.MailServices.AddMail(builder.Services, settings);
        builder.Services.AddAccounts();
        builder.Services.AddProblemDetails();
        app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/enter", (HttpContext context, BrowserSignIn browser) => browser.OpenAsync(context, person.Id, false)).AllowAnonymous();
        var api = app.MapGroup("/api/v1").RequireAuthorization(AccountPolicies.Api).AddEndpointFilter<ApiWriteGuard>();
        api.MapGet("/me", (HttpContext context) => new { Id = context.User.PersonId(), Name = context.User.DisplayName() });
        api.MapPost("/notes", () => Results.StatusCode(StatusCodes.Status201Created));
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Stranger_Gets401AsProblem_AndNoRedirect()
    {
        foreach (var request in new[] { new HttpRequestMessage(HttpMethod.Get, "/api/v1/me"), Write() })
            await RefusedAsync(await Client().SendAsync(request), HttpStatusCode.Unauthorized, "SignInNeeded");
    }

    [Fact]
    public async Task Token_UnknownRevokedOrExpired_Gets401()
    {
        var tokens = world.Get<ApiTokenService>();
        var revoked = await TokenAsync(ApiScope.Write);
        await tokens.RevokeAsync(person.Id, (await tokens.ListAsync(person.Id))[0].Id);
        var expired = (await tokens.CreateAsync(person.Id, "Krátký", ApiScope.Write, world.Time.GetUtcNow().AddMinutes(1))).Value!;
        world.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var token in new[] { "wsp_unknown", "", revoked, expired })
            await RefusedAsync(await Client(token).GetAsync("/api/v1/me"), HttpStatusCode.Unauthorized, "SignInNeeded");
    }

    [Fact]
    public async Task Token_ThatIsWrong_IsNotRescuedByACookie()
    {
        var client = await BrowserAsync();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "wsp_unknown");
        await RefusedAsync(await client.GetAsync("/api/v1/me"), HttpStatusCode.Unauthorized, "SignInNeeded");
    }

    [Fact]
    public async Task Token_ForReading_ReadsAndDoesNotWrite()
    {
        var client = Client(await TokenAsync(ApiScope.Read));
        var me = await client.GetFromJsonAsync<JsonElement>("/api/v1/me");
        Assert.Equal((person.Id, "Petr Nový"), (me.GetProperty("id").GetInt64(), me.GetProperty("name").GetString()));
        await RefusedAsync(await client.SendAsync(Write()), HttpStatusCode.Forbidden, "TokenOnlyReads");
    }

    [Fact]
    public async Task Token_ForWriting_Writes_FromAnywhere_ButOnlyJson()
    {
        var client = Client(await TokenAsync(ApiScope.Write));
        Assert.Equal(HttpStatusCode.Created, (await client.SendAsync(Write())).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await client.SendAsync(Write("https://elsewhere.example.org"))).StatusCode);
        await RefusedAsync(await client.SendAsync(Write(type: "text/plain")), HttpStatusCode.UnsupportedMediaType, "JsonNeeded");
    }

    [Fact]
    public async Task Token_DoesNotOpenWhatIsNotTheApi()
    {
        app.MapGet("/page", () => "page");
        var refused = await Client(await TokenAsync(ApiScope.Write)).GetAsync("/page");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
    }

    [Theory]
    [InlineData(null, "application/json", HttpStatusCode.Created, null)]
    [InlineData("http://localhost", "application/json", HttpStatusCode.Created, null)]
    [InlineData("https://workspace.example.org", "application/json", HttpStatusCode.Created, null)]
    [InlineData("http://localhost:81", "application/json", HttpStatusCode.Forbidden, "OtherOrigin")]
    [InlineData("https://evil.example.org", "application/json", HttpStatusCode.Forbidden, "OtherOrigin")]
    [InlineData("null", "application/json", HttpStatusCode.Forbidden, "OtherOrigin")]
    [InlineData(null, "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType, "JsonNeeded")]
    [InlineData(null, "text/plain", HttpStatusCode.UnsupportedMediaType, "JsonNeeded")]
    [InlineData(null, null, HttpStatusCode.UnsupportedMediaType, "JsonNeeded")]
    public async Task Cookie_WritesJsonFromOurOwnPagesOnly(string? origin, string? type, HttpStatusCode status, string? code)
    {
        var answer = await (await BrowserAsync()).SendAsync(Write(origin, type));
        if (code is null)
            Assert.Equal(status, answer.StatusCode);
        else
            await RefusedAsync(answer, status, code);
    }

    [Fact]
    public async Task Cookie_Reads()
    {
        var me = await (await BrowserAsync()).GetFromJsonAsync<JsonElement>("/api/v1/me");
        Assert.Equal(person.Id, me.GetProperty("id").GetInt64());
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEqual(code, problem.GetProperty("title").GetString());
    }

    private static HttpRequestMessage Write(string? origin = null, string? type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/notes");
        if (type is not null)
            request.Content = new StringContent("{}", Encoding.UTF8, type);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return request;
    }

    private async Task<string> TokenAsync(ApiScope scope) => (await world.Get<ApiTokenService>().CreateAsync(person.Id, "Web", scope, null)).Value!;

    private async Task<HttpClient> BrowserAsync()
    {
        var client = Client();
        var entered = await client.GetAsync("/enter");
        client.DefaultRequestHeaders.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        return client;
    }

    private HttpClient Client(string? token = null)
    {
        var client = app.GetTestClient();
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
