using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;
using Workspace.Web.Mail;
using Workspace.Web.Meetings;
using Workspace.Web.Minutes;
using Workspace.Web.Notifications;
using Workspace.Web.People;
using Workspace.Web.Plans;
using Workspace.Web.Rounds;
using Workspace.Web.Tasks;
using Workspace.Web.Texts;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Hosting;

/// <summary>The program's services on a real, empty database; without the web server.</summary>
public sealed class World : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DirectoryInfo directory;

    private World(ServiceProvider services, DirectoryInfo directory) => (this.services, this.directory) = (services, directory);

    /// <summary>For theories that run on both databases.</summary>
    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    public IServiceProvider Services => services;

    public ManualTime Time => (ManualTime)services.GetRequiredService<TimeProvider>();

    public static async Task<World> CreateAsync(DatabaseKind kind, string? connectionString = null, IReadOnlyDictionary<string, string?>? further = null)
    {
        var directory = Directory.CreateTempSubdirectory("workspace-test-");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(further ?? new Dictionary<string, string?>())
        {
            ["Workspace:Database"] = kind.ToString(),
            ["Workspace:DataDirectory"] = directory.FullName,
            ["ConnectionStrings:Workspace"] = kind == DatabaseKind.PostgreSql ? connectionString ?? await PostgreSqlServer.NewDatabaseAsync() : null,
        }).Build();
        var settings = WorkspaceSettings.Read(configuration, directory.FullName);

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<TimeProvider>(new ManualTime());
        services.AddWorkspaceDb(settings);
        services.AddLive(settings);
        services.AddLocalization();
        services.AddMail(settings);
        services.AddAccounts();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        services.AddPeople();
        services.AddGroups();
        services.AddMeetings();
        services.AddNotifications();
        services.AddVotes();
        services.AddPlans();
        services.AddRounds();
        services.AddTasks();
        services.AddMinutes();
        services.AddTexts();
        var world = new World(services.BuildServiceProvider(), directory);
        await world.services.MigrateAsync();
        return world;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public WorkspaceDb Db() => Get<IDbContextFactory<WorkspaceDb>>().CreateDbContext();

    /// <summary>Saves entities, and returns the first for convenience.</summary>
    public async Task<T> AddAsync<T>(T first, params object[] others)
        where T : class
    {
        await using var db = Db();
        db.Add(first);
        db.AddRange(others);
        await db.SaveChangesAsync();
        return first;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await directory.RemoveAsync();
    }
}
