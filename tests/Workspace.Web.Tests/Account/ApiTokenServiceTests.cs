using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Account;

public sealed class ApiTokenServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Create_ReturnsTheTokenOnce_AndStoresItsHash(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (person, token) = await CreatedAsync(world);
        Assert.Matches("^wsp_[A-Za-z0-9_-]{43}$", token);
        var owner = await world.Get<ApiTokenService>().FindOwnerAsync(token);
        Assert.Equal((person, "Petr Nový", ApiScope.Read, false), (owner!.PersonId, owner.PersonName, owner.Scope, owner.IsAdministrator));
        await using var db = world.Db();
        var stored = db.ApiTokens.Single();
        Assert.DoesNotContain(token[8..], stored.TokenHash + stored.Hint, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Create_WithoutNameWithPastExpiryOrByNobody_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await world.AddAsync(new Person("Petr", "Nový", null));
        var tokens = world.Get<ApiTokenService>();
        Assert.Equal("TokenNameMissing", (await tokens.CreateAsync(person.Id, "  ", ApiScope.Read, null)).Refusal?.Code);
        Assert.Equal("TokenNameTooLong", (await tokens.CreateAsync(person.Id, new string('x', 101), ApiScope.Read, null)).Refusal?.Code);
        Assert.Equal("TokenExpiryPast", (await tokens.CreateAsync(person.Id, "Web", ApiScope.Read, world.Time.GetUtcNow())).Refusal?.Code);
        Assert.Equal(Refusal.NotAllowed, (await tokens.CreateAsync(0, "Web", ApiScope.Read, null)).Refusal);
        Assert.Empty(await tokens.ListAsync(person.Id));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Find_UnknownRevokedExpiredOrOfSomebodyWhoHasLeft_IsNobody(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var tokens = world.Get<ApiTokenService>();
        var (person, token) = await CreatedAsync(world, world.Time.GetUtcNow().AddDays(1));
        Assert.Null(await tokens.FindOwnerAsync(token + "x"));
        Assert.Null(await tokens.FindOwnerAsync("wsp_"));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await tokens.FindOwnerAsync(token));

        var second = (await tokens.CreateAsync(person, "Druhý", ApiScope.Write, null)).Value!;
        Assert.NotNull(await tokens.FindOwnerAsync(second));
        var other = await world.AddAsync(new Person("Někdo", "Jiný", null));
        var id = (await tokens.ListAsync(person))[0].Id;
        Assert.Equal(Refusal.NotFound, (await tokens.RevokeAsync(other.Id, id)).Refusal);
        Assert.NotNull(await tokens.FindOwnerAsync(second));
        Assert.True((await tokens.RevokeAsync(person, id)).IsDone);
        Assert.Null(await tokens.FindOwnerAsync(second));
        Assert.DoesNotContain(await tokens.ListAsync(person), line => line.Id == id);

        var third = (await tokens.CreateAsync(person, "Třetí", ApiScope.Write, null)).Value!;
        await using var db = world.Db();
        (await db.People.FindAsync(person))!.SetActive(false);
        await db.SaveChangesAsync();
        Assert.Null(await tokens.FindOwnerAsync(third));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task LastUsed_IsWrittenAtMostOnceAnHour(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var tokens = world.Get<ApiTokenService>();
        var (person, token) = await CreatedAsync(world);
        Assert.Null((await tokens.ListAsync(person))[0].LastUsedAt);
        var first = world.Time.GetUtcNow();
        await tokens.FindOwnerAsync(token);
        world.Time.Advance(TimeSpan.FromMinutes(59));
        await tokens.FindOwnerAsync(token);
        Assert.Equal(first, (await tokens.ListAsync(person))[0].LastUsedAt);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await tokens.FindOwnerAsync(token);
        Assert.Equal(first.AddHours(1), (await tokens.ListAsync(person))[0].LastUsedAt);
    }

    private static async Task<(long Person, string Token)> CreatedAsync(World world, DateTimeOffset? expiresAt = null)
    {
        var person = await world.AddAsync(new Person("Petr", "Nový", null));
        return (person.Id, (await world.Get<ApiTokenService>().CreateAsync(person.Id, "Web", ApiScope.Read, expiresAt)).Value!);
    }
}
