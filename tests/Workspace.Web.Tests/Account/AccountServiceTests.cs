using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Account;

public sealed class AccountServiceTests
{
    private const string Password = "kolo most strom";

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Check_RightPassword_FindsThePersonWhateverTheCaseOfTheAddress(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await PersonAsync(world);
        Assert.Equal(person.Id, await CheckAsync(world, " Hana@Example.org ", Password));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Check_WrongPasswordUnknownAddressOrNoPassword_FindsNobody(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await PersonAsync(world);
        await world.AddAsync(new Person("Bez", "Hesla", "bez@example.org"));
        Assert.Null(await CheckAsync(world, "hana@example.org", Password + "x"));
        Assert.Null(await CheckAsync(world, "nikdo@example.org", Password));
        Assert.Null(await CheckAsync(world, "bez@example.org", ""));
        Assert.Null(await CheckAsync(world, null, Password));
        Assert.Null(await CheckAsync(world, "hana@example.org", null));
        Assert.Null(await CheckAsync(world, "hana@example.org", new string('x', 100_000)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Check_SomebodyWhoHasLeft_FindsNobody(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await PersonAsync(world);
        await using (var db = world.Db())
        {
            (await db.People.FindAsync(person.Id))!.SetActive(false);
            await db.SaveChangesAsync();
        }
        Assert.Null(await CheckAsync(world, "hana@example.org", Password));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Check_AfterFiveWrongOnes_RefusesTheRightOneForTenMinutes(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await PersonAsync(world);
        for (var i = 0; i < AccountService.TriesBeforePause; i++)
            Assert.Null(await CheckAsync(world, "hana@example.org", "wrong"));
        Assert.Null(await CheckAsync(world, "hana@example.org", Password));
        world.Time.Advance(AccountService.Pause + TimeSpan.FromSeconds(1));
        Assert.Null(await CheckAsync(world, "hana@example.org", "wrong"));
        Assert.Equal(person.Id, await CheckAsync(world, "hana@example.org", Password));
        // The right password has forgotten the wrong ones before it.
        for (var i = 1; i < AccountService.TriesBeforePause; i++)
            Assert.Null(await CheckAsync(world, "hana@example.org", "wrong"));
        Assert.Equal(person.Id, await CheckAsync(world, "hana@example.org", Password));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Check_ManyWrongOnesAtOnce_CountEachOfThem(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await PersonAsync(world);
        await Task.WhenAll(Enumerable.Range(0, AccountService.TriesBeforePause + 3).Select(_ => Task.Run(() => CheckAsync(world, "hana@example.org", "wrong"))));
        Assert.Null(await CheckAsync(world, "hana@example.org", Password));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task ChangePassword_NeedsTheCurrentOne(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await PersonAsync(world);
        var accounts = world.Get<AccountService>();
        Assert.Equal("CurrentPasswordWrong", (await accounts.ChangePasswordAsync(person.Id, "wrong", "jine heslo tady", "jine heslo tady")).Refusal?.Code);
        Assert.Equal("CurrentPasswordWrong", (await accounts.ChangePasswordAsync(person.Id, null, "jine heslo tady", "jine heslo tady")).Refusal?.Code);
        Assert.True((await accounts.ChangePasswordAsync(person.Id, Password, "jine heslo tady", "jine heslo tady")).IsDone);
        Assert.Equal(person.Id, await CheckAsync(world, "hana@example.org", "jine heslo tady"));
        Assert.Null(await CheckAsync(world, "hana@example.org", Password));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task ChangePassword_GuessesOfTheCurrentOne_MeetTheSamePause(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await PersonAsync(world);
        for (var i = 0; i < AccountService.TriesBeforePause; i++)
            await world.Get<AccountService>().ChangePasswordAsync(person.Id, "wrong", "jine heslo tady", "jine heslo tady");
        var outcome = await world.Get<AccountService>().ChangePasswordAsync(person.Id, Password, "jine heslo tady", "jine heslo tady");
        Assert.Equal("CurrentPasswordWrong", outcome.Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SignOutEverywhere_ChangesTheStamp(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await PersonAsync(world);
        Assert.True((await world.Get<AccountService>().SignOutEverywhereAsync(person.Id)).IsDone);
        await using var db = world.Db();
        Assert.NotEqual(person.SecurityStamp, (await db.People.FindAsync(person.Id))!.SecurityStamp);
        Assert.Equal(Refusal.NotAllowed, (await world.Get<AccountService>().SignOutEverywhereAsync(person.Id + 1)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Speak_SetsTheLanguage_AndKeepsToThoseThereAre(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var person = await PersonAsync(world);
        var accounts = world.Get<AccountService>();
        await accounts.SpeakAsync(person.Id, "en");
        Assert.Equal("en", (await accounts.FindAsync(person.Id))!.Language);
        await accounts.SpeakAsync(person.Id, "xx");
        Assert.Equal(Cultures.Default, (await accounts.FindAsync(person.Id))!.Language);
        Assert.Equal(Refusal.NotAllowed, (await accounts.SpeakAsync(0, "en")).Refusal);
    }

    [Theory]
    [InlineData(null, null, "PasswordTooShort")]
    [InlineData("jedenact zn", "jedenact zn", "PasswordTooShort")]
    [InlineData("aaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaab", "PasswordTooSimple")]
    [InlineData("Hana@example.org", "Hana@example.org", "PasswordTooSimple")]
    [InlineData("dvanact znak", "dvanact znaky", "PasswordsDiffer")]
    [InlineData("dvanact znak", "dvanact znak", null)]
    public void Password_IsCheckedForLengthAndGuessing(string? password, string? repeated, string? code) =>
        Assert.Equal(code, PasswordRules.Check(password, repeated, "hana@example.org")?.Code);

    [Fact]
    public void Password_HasAnEnd() =>
        Assert.Equal("PasswordTooLong", PasswordRules.Check(string.Concat(Enumerable.Repeat("abcdef", 40)), null, null)?.Code);

    [Theory]
    [InlineData("/groups/1?a=b", "/groups/1?a=b")]
    [InlineData("//example.org", "/")]
    [InlineData("/\\example.org", "/")]
    [InlineData("/\t/example.org", "/")]
    [InlineData("https://example.org", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void LocalAddress_LeadsNowhereElse(string? address, string expected) => Assert.Equal(expected, LocalAddress.OrHome(address));

    private static Task<long?> CheckAsync(World world, string? email, string? password) =>
        world.Get<AccountService>().CheckPasswordAsync(email, password);

    private static async Task<Person> PersonAsync(World world)
    {
        var person = new Person("Hana", "Zkušební", "hana@example.org");
        world.Get<AccountService>().SetPassword(person, Password);
        return await world.AddAsync(person);
    }
}
