using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Account;

[Collection(nameof(ConsoleOutput))]
public sealed class FirstRunTests
{
    private static readonly FirstAdministrator Alena = new("Alena", "První", "alena@example.org", "kolo most strom", "kolo most strom");

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Make_WithTheCode_MakesOneAdministrator_WhoCanSignIn(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var firstRun = world.Get<FirstRun>();
        Assert.True(await firstRun.IsNeededAsync());
        var code = await StartAsync(firstRun);
        var made = await firstRun.MakeAdministratorAsync($" {code.ToLowerInvariant()} ", Alena);
        Assert.Equal(made.Value, await world.Get<AccountService>().CheckPasswordAsync("alena@example.org", "kolo most strom"));
        await using var db = world.Db();
        Assert.True(db.People.Single().IsAdministrator);
        Assert.False(await firstRun.IsNeededAsync());
        Assert.Equal("FirstRunOver", (await firstRun.MakeAdministratorAsync(code, Alena with { Email = "druha@example.org" })).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Make_AtOnceOnTwoServers_MakesOneAdministrator(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var servers = Enumerable.Range(0, 4).Select(_ => new FirstRun(
            world.Get<IDbContextFactory<WorkspaceDb>>(), world.Get<WorkspaceSettings>(), world.Get<AccountService>(), NullLogger<FirstRun>.Instance)).ToList();
        var codes = new List<string>();
        foreach (var server in servers)
            codes.Add(await StartAsync(server));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        var outcomes = await Task.WhenAll(servers.SelectMany((server, i) => Enumerable.Range(0, 2).Select(j =>
            Task.Run(() => server.MakeAdministratorAsync(codes[i], Alena with { Email = $"spravce{i}{j}@example.org" })))));
        Assert.Single(outcomes, o => o.IsDone);
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal("FirstRunOver", o.Refusal!.Code));
        await using var db = world.Db();
        Assert.Equal(1, await db.People.CountAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Make_WrongCode_IsRefused_AndAfterTenOfThemTheCodeChanges(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var firstRun = world.Get<FirstRun>();
        Assert.Equal("FirstRunCodeWrong", (await firstRun.MakeAdministratorAsync(null, Alena)).Refusal?.Code);
        var code = await StartAsync(firstRun);
        var second = await ConsoleOutput.CodeFromAsync(async () =>
        {
            for (var i = 0; i < 10; i++)
                Assert.Equal("FirstRunCodeWrong", (await firstRun.MakeAdministratorAsync("AAAA-AAAA", Alena)).Refusal?.Code);
        });
        Assert.Equal("FirstRunCodeWrong", (await firstRun.MakeAdministratorAsync(code, Alena)).Refusal?.Code);
        Assert.True((await firstRun.MakeAdministratorAsync(second, Alena)).IsDone);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Make_BadNamesAddressOrPassword_IsRefused_AndTheCodeStays(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.AddAsync(new Person("Někdo", "Jiný", "obsazeno@example.org"));
        var firstRun = world.Get<FirstRun>();
        var code = await StartAsync(firstRun);
        Assert.Equal("NameMissing", (await firstRun.MakeAdministratorAsync(code, Alena with { FamilyName = " " })).Refusal?.Code);
        Assert.Equal("EmailInvalid", (await firstRun.MakeAdministratorAsync(code, Alena with { Email = "alena" })).Refusal?.Code);
        Assert.Equal("PasswordTooShort", (await firstRun.MakeAdministratorAsync(code, Alena with { Password = "x" })).Refusal?.Code);
        Assert.Equal("EmailTaken", (await firstRun.MakeAdministratorAsync(code, Alena with { Email = "Obsazeno@example.org" })).Refusal?.Code);
        Assert.True((await firstRun.MakeAdministratorAsync(code, Alena)).IsDone);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task FirstRun_WithAnAdministratorOrInTheDemo_IsNotNeeded(DatabaseKind kind)
    {
        await using var demo = await World.CreateAsync(kind, further: new Dictionary<string, string?> { ["Workspace:Demo"] = "true" });
        Assert.False(await demo.Get<FirstRun>().IsNeededAsync());
        await using var world = await World.CreateAsync(kind);
        var administrator = new Person("Jana", "Správcová", null);
        administrator.SetAdministrator(true);
        await world.AddAsync(administrator);
        Assert.False(await world.Get<FirstRun>().IsNeededAsync());
    }

    private static Task<string> StartAsync(FirstRun firstRun) => ConsoleOutput.CodeFromAsync(() => firstRun.StartAsync(default));
}
