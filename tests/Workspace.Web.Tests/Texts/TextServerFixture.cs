using Workspace.Web.Data;

namespace Workspace.Web.Tests.Texts;

/// <summary>One server for all tests of a class; each lays a table of its own.</summary>
public sealed class TextServerFixture : IAsyncLifetime
{
    public TextServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TextServer.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
