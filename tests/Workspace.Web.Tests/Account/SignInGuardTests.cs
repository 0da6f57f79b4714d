using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Account;

public sealed class SignInGuardTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SignIn_HoldsUntilSignedOutEverywhere(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await world.AddAsync(new Person("Petr", "Nový", null));
        var user = User(person.Id, ("AspNet.Identity.SecurityStamp", person.SecurityStamp!));
        Assert.True(await world.Get<SignInGuard>().IsValidAsync(user));
        await world.Get<AccountService>().SignOutEverywhereAsync(person.Id);
        Assert.False(await world.Get<SignInGuard>().IsValidAsync(user));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SignIn_EndsWithinSeconds_EvenWhenTheAnnouncementIsMissed(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await world.AddAsync(new Person("Petr", "Nový", null));
        var user = User(person.Id, ("AspNet.Identity.SecurityStamp", person.SecurityStamp!));
        Assert.True(await world.Get<SignInGuard>().IsValidAsync(user));
        await using var db = world.Db();
        await db.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.IsActive, false));
        world.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.False(await world.Get<SignInGuard>().IsValidAsync(user));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SignIn_OfAStrangerOrWithoutStamp_IsNone(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await world.AddAsync(new Person("Petr", "Nový", null));
        Assert.False(await world.Get<SignInGuard>().IsValidAsync(new ClaimsPrincipal()));
        Assert.False(await world.Get<SignInGuard>().IsValidAsync(User(person.Id)));
        Assert.False(await world.Get<SignInGuard>().IsValidAsync(User(person.Id + 1, ("AspNet.Identity.SecurityStamp", person.SecurityStamp!))));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Token_HoldsUntilItExpiresOrIsRevoked(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await world.AddAsync(new Person("Petr", "Nový", null));
        var tokens = world.Get<ApiTokenService>();
        await tokens.CreateAsync(person.Id, "Krátký", ApiScope.Read, world.Time.GetUtcNow().AddSeconds(5));
        await tokens.CreateAsync(person.Id, "Dlouhý", ApiScope.Read, null);
        var ids = (await tokens.ListAsync(person.Id)).ToDictionary(t => t.Name, t => t.Id);
        var (shortLived, lasting) = (User(person.Id, (ApiTokenHandler.IdClaim, $"{ids["Krátký"]}")), User(person.Id, (ApiTokenHandler.IdClaim, $"{ids["Dlouhý"]}")));
        var guard = world.Get<SignInGuard>();
        Assert.True(await guard.IsValidAsync(shortLived));
        world.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(await guard.IsValidAsync(shortLived));
        Assert.True(await guard.IsValidAsync(lasting));
        await tokens.RevokeAsync(person.Id, ids["Dlouhý"]);
        Assert.False(await guard.IsValidAsync(lasting));
    }

    private static ClaimsPrincipal User(long id, params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{id}"), .. claims.Select(c => new Claim(c.Type, c.Value))], "test"));
}
