using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Account;

/// <summary>The whole program with an empty SQLite database, answering requests in this process.</summary>
public sealed class WebProgram : WebApplicationFactory<Program>
{
    public const string Password = "kolo most strom";
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("workspace-test-");
    private readonly Dictionary<string, string> settings;

    public WebProgram(params (string Key, string Value)[] settings)
    {
        this.settings = settings.ToDictionary(s => s.Key, s => s.Value);
        // The client's cookie jar goes by the real clock.
        Time.Set(DateTimeOffset.UtcNow);
    }

    public ManualTime Time { get; } = new();

    public WorkspaceDb Db() => Services.GetRequiredService<IDbContextFactory<WorkspaceDb>>().CreateDbContext();

    /// <summary>A browser without cookies, which does not follow redirects.</summary>
    public Browser NewBrowser() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    public async Task<Person> PersonAsync(string email = "hana@example.org", bool isAdministrator = true, string language = "cs")
    {
        var person = new Person("Hana", "Zkušební", email);
        person.SetAdministrator(isAdministrator);
        person.Speak(language);
        Services.GetRequiredService<AccountService>().SetPassword(person, Password);
        await using var db = Db();
        db.Add(person);
        await db.SaveChangesAsync();
        return person;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Workspace:DataDirectory", directory.FullName);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await directory.RemoveAsync();
    }
}

/// <summary>Opens pages and sends their forms as a browser does: with the hidden fields, and with the cookies it was given.</summary>
public sealed partial class Browser(HttpClient client)
{
    public HttpClient Client => client;

    public Task<HttpResponseMessage> OpenAsync(string address) => client.GetAsync(address);

    /// <summary>Opens the page and sends its form of that name.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await (await client.GetAsync(address)).Content.ReadAsStringAsync();
        var inForm = page[page.IndexOf($"value=\"{form}\"", StringComparison.Ordinal)..];
        return await PostAsync(address, [("_handler", form), ("__RequestVerificationToken", Token().Match(inForm).Groups[1].Value), .. fields]);
    }

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<HttpResponseMessage> SignInAsync(string email = "hana@example.org", string password = WebProgram.Password, string query = "") =>
        SendAsync("/account/sign-in" + query, "sign-in", ("Input.Email", email), ("Input.Password", password));

    /// <summary>Where a redirect leads: path and query on this host, the full address elsewhere.</summary>
    public static string Path(HttpResponseMessage redirect) => redirect.Headers.Location is { IsAbsoluteUri: true } address
        ? address.Host == "localhost" ? address.PathAndQuery : address.AbsoluteUri
        : redirect.Headers.Location!.OriginalString;

    public static async Task<string> TextAsync(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
