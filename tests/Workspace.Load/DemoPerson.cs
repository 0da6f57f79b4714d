using System.Net;

namespace Workspace.Load;

/// <summary>Somebody of the demo, signed in.</summary>
public sealed class DemoPerson : IDisposable
{
    private DemoPerson(Uri server)
    {
        Cookies = new();
        Http = new(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = server };
    }

    public CookieContainer Cookies { get; }

    public HttpClient Http { get; }

    /// <exception cref="InvalidOperationException">The demo is not on, or has nobody of that key.</exception>
    public static async Task<DemoPerson> SignInAsync(Uri server, string key)
    {
        var person = new DemoPerson(server);
        using var answer = await person.Http.GetAsync($"/account/demo/{key}");
        return answer.StatusCode == HttpStatusCode.Redirect
            ? person
            : throw new InvalidOperationException($"Signing in as {key} was answered by {(int)answer.StatusCode}; the demo must be on.");
    }

    public void Dispose() => Http.Dispose();
}
