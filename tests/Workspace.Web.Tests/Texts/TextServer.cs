using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Texts;

/// <summary>The whole program on a port of its own, with real sockets.</summary>
public sealed class TextServer : IAsyncDisposable
{
    private readonly DirectoryInfo directory;
    private readonly WebApplicationFactory<Program> program;
    private readonly Uri address;

    private TextServer(DirectoryInfo directory, WebApplicationFactory<Program> program)
    {
        this.directory = directory;
        this.program = program;
        program.UseKestrel();
        program.StartServer();
        address = new(Get<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    public string DatabaseFile => Path.Combine(directory.FullName, "workspace.db");

    public static async Task<TextServer> StartAsync(DatabaseKind kind)
    {
        var directory = Directory.CreateTempSubdirectory("workspace-test-");
        var connection = kind == DatabaseKind.PostgreSql ? await PostgreSqlServer.NewDatabaseAsync() : "";
        return new(directory, new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("Workspace:Database", kind.ToString())
            .UseSetting("Workspace:DataDirectory", directory.FullName)
            .UseSetting("ConnectionStrings:Workspace", connection)));
    }

    public T Get<T>()
        where T : notnull => program.Services.GetRequiredService<T>();

    public Task<MinutesTable> LayTableAsync(bool isLive = true) =>
        MinutesTable.LayAsync(Get<IDbContextFactory<WorkspaceDb>>(), DateTimeOffset.UtcNow, isLive: isLive);

    /// <summary>Opens a line to the hub with the cookie of a person who has signed in; nobody at all has none.</summary>
    public async Task<HubLine> ConnectAsync(Person? person)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = new();
        if (person is not null)
            socket.Options.Cookies.Add(await CookieOfAsync(person));
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/hubs/text" }.Uri, CancellationToken.None);
        return await HubLine.BeginAsync(socket);
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await directory.RemoveAsync();
    }

    private async Task<Cookie> CookieOfAsync(Person person)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
        var options = Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(principal, IdentityConstants.ApplicationScheme);
        return new(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/", address.Host);
    }
}
