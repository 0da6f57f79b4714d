using Microsoft.Playwright;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>One Chromium for all tests of a class; each person gets a context (cookies, storage) of their own.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindChromium(), Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright?.Dispose();
    }

    /// <summary>A page of somebody who has signed in to the demo by one click.</summary>
    public Task<IPage> SignInAsync(ServerProcess server, string key, BrowserNewContextOptions? options = null) =>
        OpenAsync(server, key, options);

    /// <summary>A page of one of the demo's people, or of nobody.</summary>
    public async Task<IPage> OpenAsync(ServerProcess server, string? key, BrowserNewContextOptions? options = null)
    {
        var context = await Browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(PageWaiting.Patience);
        if (key is not null)
            await context.APIRequest.GetAsync($"{server.Url}/account/demo/{key}", new() { MaxRedirects = 0 });
        // The person may have chosen another language in an earlier test.
        await context.APIRequest.GetAsync($"{server.Url}/account/language/cs", new() { MaxRedirects = 0 });
        return await context.NewPageAsync();
    }

    private static string FindChromium()
    {
        string[] places = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];
        return places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is not installed; tests/run.sh installs it (package chromium).");
    }
}
