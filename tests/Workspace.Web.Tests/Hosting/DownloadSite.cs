using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Layout;
using Workspace.Web.Localization;

namespace Workspace.Web.Tests.Hosting;

/// <summary>A site of endpoints with the services of a world, where each request says who asks for it and in which language.</summary>
internal sealed class DownloadSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private DownloadSite(WebApplication app) => (this.app, client) = (app, app.GetTestClient());

    /// <param name="services">What the endpoints ask for.</param>
    /// <param name="map">Maps them.</param>
    public static async Task<DownloadSite> StartAsync(Action<IServiceCollection> services, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddLocalization();
        builder.Services.AddAuthorization();
        services(builder.Services);
        var app = builder.Build();
        app.UseContentSecurityPolicy();
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
        map(app);
        await app.StartAsync();
        return new(app);
    }

    public Task<HttpResponseMessage> GetAsync(string path, long person, string language = "cs")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Test-Person", person.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Accept-Language", language);
        return client.SendAsync(request);
    }

    public async Task<HttpStatusCode> StatusAsync(string path, long person)
    {
        using var answer = await GetAsync(path, person);
        return answer.StatusCode;
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return app.DisposeAsync();
    }
}
