using Microsoft.EntityFrameworkCore;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Account;

public sealed class InvitationUseTests
{
    private const string Password = "kolo most strom";
    private static readonly Dictionary<string, string?> WithMail = new()
    {
        ["Workspace:PublicAddress"] = "https://workspace.example.org",
        ["Workspace:Smtp:Host"] = "mail.example.org",
        ["Workspace:Smtp:From"] = "workspace@example.org",
    };

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Accept_SetsThePassword_Once(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (person, token) = await InvitedAsync(world);
        var use = world.Get<InvitationUse>();
        Assert.Equal(person, (await use.AcceptAsync(token, null, Password, Password)).Value);
        Assert.Equal(person, await world.Get<AccountService>().CheckPasswordAsync("petr@example.org", Password));
        Assert.Null(await use.FindAsync(token));
        Assert.Equal("InvitationUnusable", (await use.AcceptAsync(token, null, "jine heslo tady", "jine heslo tady")).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Accept_ManyAtOnce_OneSucceeds(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (person, token) = await InvitedAsync(world);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            var chosen = $"heslo cislo {i} tady";
            return (chosen, Outcome: await world.Get<InvitationUse>().AcceptAsync(token, null, chosen, chosen));
        })));
        var winner = Assert.Single(outcomes, o => o.Outcome.IsDone);
        Assert.All(outcomes.Where(o => !o.Outcome.IsDone), o => Assert.Equal("InvitationUnusable", o.Outcome.Refusal!.Code));
        Assert.Equal(person, await world.Get<AccountService>().CheckPasswordAsync("petr@example.org", winner.chosen));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Accept_AfterFourteenDays_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (_, token) = await InvitedAsync(world);
        world.Time.Advance(InvitationService.Lifetime - TimeSpan.FromSeconds(1));
        Assert.NotNull(await world.Get<InvitationUse>().FindAsync(token));
        world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await world.Get<InvitationUse>().FindAsync(token));
        Assert.Equal("InvitationUnusable", (await world.Get<InvitationUse>().AcceptAsync(token, null, Password, Password)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Accept_FormerLink_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (person, former) = await InvitedAsync(world);
        var newer = (await world.Get<InvitationService>().InviteAsync(await AdministratorAsync(world), person, send: false)).Value!.Path!.Split('/')[^1];
        Assert.Equal("InvitationUnusable", (await world.Get<InvitationUse>().AcceptAsync(former, null, Password, Password)).Refusal?.Code);
        Assert.True((await world.Get<InvitationUse>().AcceptAsync(newer, null, Password, Password)).IsDone);
        Assert.Equal("InvitationUnusable", (await world.Get<InvitationUse>().AcceptAsync(former, null, Password, Password)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Accept_UnknownLinkOrPersonWhoHasLeft_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (id, token) = await InvitedAsync(world);
        Assert.Equal("InvitationUnusable", (await world.Get<InvitationUse>().AcceptAsync("neznámý", null, Password, Password)).Refusal?.Code);
        await using (var db = world.Db())
        {
            (await db.People.FindAsync(id))!.SetActive(false);
            await db.SaveChangesAsync();
        }
        Assert.Null(await world.Get<InvitationUse>().FindAsync(token));
        Assert.Equal("InvitationUnusable", (await world.Get<InvitationUse>().AcceptAsync(token, null, Password, Password)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Accept_BadPassword_LeavesTheLinkUsable(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (_, token) = await InvitedAsync(world);
        Assert.Equal("PasswordTooShort", (await world.Get<InvitationUse>().AcceptAsync(token, null, "x", "x")).Refusal?.Code);
        Assert.True((await world.Get<InvitationUse>().AcceptAsync(token, null, Password, Password)).IsDone);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Accept_WithoutKnownAddress_AsksForOneThatIsFree(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.AddAsync(new Person("Někdo", "Jiný", "obsazeno@example.org"));
        var (person, token) = await InvitedAsync(world, email: null);
        var use = world.Get<InvitationUse>();
        Assert.Equal("EmailInvalid", (await use.AcceptAsync(token, "Petr <petr@example.org>", Password, Password)).Refusal?.Code);
        Assert.Equal("EmailTaken", (await use.AcceptAsync(token, "OBSAZENO@example.org", Password, Password)).Refusal?.Code);
        Assert.True((await use.AcceptAsync(token, "petr@example.org", Password, Password)).IsDone);
        Assert.Equal(person, await world.Get<AccountService>().CheckPasswordAsync("petr@example.org", Password));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task ChangePassword_MakesOpenLinksUnusable(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (person, token) = await InvitedAsync(world);
        Assert.True((await world.Get<AccountService>().ChangePasswordAsync(person, null, Password, Password)).IsDone);
        Assert.Null(await world.Get<InvitationUse>().FindAsync(token));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Forgotten_KnownAddress_SendsALinkForADay(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, further: WithMail);
        var person = await world.AddAsync(new Person("Petr", "Nový", "petr@example.org"));
        var use = world.Get<InvitationUse>();
        await use.ForgottenAsync("PETR@example.org");
        await using var db = world.Db();
        var mail = await db.Outbox.SingleAsync();
        Assert.Equal(("petr@example.org", "Nové heslo do aplikace Workspace"), (mail.To, mail.Subject));
        var token = mail.Body.Split("/account/invitation/")[1].Split('\n')[0].Trim();
        Assert.Equal(person.Id, (await use.AcceptAsync(token, null, Password, Password)).Value);

        world.Time.Advance(TimeSpan.FromMinutes(6));
        await use.ForgottenAsync("petr@example.org");
        var second = (await db.Outbox.AsNoTracking().OrderBy(m => m.Id).LastAsync()).Body.Split("/account/invitation/")[1].Split('\n')[0].Trim();
        Assert.NotNull(await use.FindAsync(second));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await use.FindAsync(second));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Forgotten_UnknownAddressOrTooSoonAgain_SendsNothing(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, further: WithMail);
        await world.AddAsync(new Person("Petr", "Nový", "petr@example.org"));
        foreach (var address in new[] { "nikdo@example.org", "", null, "petr@example.org", "petr@example.org" })
            await world.Get<InvitationUse>().ForgottenAsync(address);
        await using var db = world.Db();
        Assert.Equal(1, await db.Outbox.CountAsync());
    }

    private static async Task<long> AdministratorAsync(World world)
    {
        await using var db = world.Db();
        return await db.People.Where(p => p.IsAdministrator).Select(p => p.Id).SingleAsync();
    }

    private static async Task<(long Person, string Token)> InvitedAsync(World world, string? email = "petr@example.org")
    {
        var administrator = new Person("Jana", "Správcová", null);
        administrator.SetAdministrator(true);
        await world.AddAsync(administrator);
        var person = await world.AddAsync(new Person("Petr", "Nový", email));
        var sent = await world.Get<InvitationService>().InviteAsync(administrator.Id, person.Id, send: false);
        return (person.Id, sent.Value!.Path!.Split('/')[^1]);
    }
}
