using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Account;

/// <summary>Who may invite whom, and how. A mail server is only named here, never called.</summary>
public sealed class InvitationServiceTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);
    private static readonly Dictionary<string, string?> WithMail = new()
    {
        ["Workspace:PublicAddress"] = "https://workspace.example.org",
        ["Workspace:Smtp:Host"] = "mail.example.org",
        ["Workspace:Smtp:From"] = "Workspace <workspace@example.org>",
    };

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Invite_ByAdministrator_ReturnsALinkThatWorks(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var administrator = await AdministratorAsync(world);
        var person = await world.AddAsync(new Person("Petr", "Nový", "petr@example.org"));
        var sent = await world.Get<InvitationService>().InviteAsync(administrator.Id, person.Id, send: false);
        Assert.Equal(world.Time.GetUtcNow().AddDays(14), sent.Value!.ExpiresAt);
        var token = sent.Value.Path!.Split('/')[^1];
        Assert.Equal(43, token.Length);
        Assert.Equal("Petr Nový", (await world.Get<InvitationUse>().FindAsync(token))?.Name);
        await using var db = world.Db();
        Assert.DoesNotContain(token, db.Invitations.Single().TokenHash, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Invite_ByOfficersOfTheGroup_IsAllowedForSeatsOfficesAndGuests(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (group, secretary) = await GroupAsync(world, Office.Secretary);
        var chair = await world.AddAsync(new Person("Eva", "Přední", null));
        await world.AddAsync(new GroupOfficer(group.Id, chair.Id, Office.Chair, Start));
        var holder = await world.AddAsync(new Person("Jan", "Křeslo", null));
        var seat = await world.AddAsync(new Seat(group.Id, null, null, holder.Id, Start, 1));
        await world.AddAsync(new SeatTerm(group.Id, seat.Id, holder.Id, SeatTermKind.Holder, Start));
        var guest = await world.AddAsync(new Person("Ivo", "Host", null));
        await world.AddAsync(new GroupGuest(group.Id, guest.Id, Start, false));
        foreach (var (by, invitee) in new[] { (secretary, holder), (secretary, guest), (secretary, chair), (chair, holder) })
            Assert.True((await world.Get<InvitationService>().InviteAsync(by.Id, invitee.Id, send: false)).IsDone);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Invite_ByOthers_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (group, secretary) = await GroupAsync(world, Office.Secretary);
        var (_, stranger) = await GroupAsync(world, Office.Chair);
        var member = await world.AddAsync(new Person("Jan", "Člen", null));
        var guest = await world.AddAsync(new Person("Ivo", "Host", null));
        var nobody = await world.AddAsync(new Person("Nikdo", "Odnikud", null));
        var formerGuest = new GroupGuest(group.Id, nobody.Id, Start, false);
        formerGuest.End(new DateOnly(2026, 2, 1));
        await world.AddAsync(new GroupGuest(group.Id, guest.Id, Start, false), new GroupGuest(group.Id, member.Id, Start, false), formerGuest);
        var former = await world.AddAsync(new Person("Bývalá", "Tajemnice", null));
        await world.AddAsync(new GroupOfficer(group.Id, former.Id, Office.Secretary, Start, new DateOnly(2026, 2, 1)));
        foreach (var (by, invitee) in new[] { (member, guest), (stranger, guest), (secretary, nobody), (former, guest), (guest, guest) })
        {
            Assert.Equal(Refusal.NotAllowed, (await world.Get<InvitationService>().InviteAsync(by.Id, invitee.Id, send: false)).Refusal);
            Assert.Equal(Refusal.NotAllowed, (await world.Get<InvitationService>().StateAsync(by.Id, invitee.Id)).Refusal);
        }
        Assert.Equal(Refusal.NotAllowed, (await world.Get<InvitationService>().InviteAsync(secretary.Id, 4711, send: false)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Invite_SomebodyInactive_OrBySomebodyInactive_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var administrator = await AdministratorAsync(world);
        var gone = new Person("Kdo", "Odešel", null);
        gone.SetActive(false);
        gone.SetAdministrator(true);
        await world.AddAsync(gone);
        Assert.Equal(Refusal.NotAllowed, (await world.Get<InvitationService>().InviteAsync(administrator.Id, gone.Id, send: false)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await world.Get<InvitationService>().InviteAsync(gone.Id, administrator.Id, send: false)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Copy_LinkOfSomebodyWhoHasAnAccount_IsForAdministratorsOnly(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, further: WithMail);
        var (group, secretary) = await GroupAsync(world, Office.Secretary);
        var administrator = await AdministratorAsync(world);
        var member = new Person("Jan", "Člen", "jan@example.org");
        world.Get<AccountService>().SetPassword(member, "kolo most strom");
        await world.AddAsync(member);
        await world.AddAsync(new GroupGuest(group.Id, member.Id, Start, false), new GroupGuest(group.Id, administrator.Id, Start, false));
        var invitations = world.Get<InvitationService>();
        Assert.Equal("LinkOnlyByMail", (await invitations.InviteAsync(secretary.Id, member.Id, send: false)).Refusal?.Code);
        Assert.Equal("LinkOnlyByMail", (await invitations.InviteAsync(secretary.Id, administrator.Id, send: false)).Refusal?.Code);
        Assert.Null((await invitations.InviteAsync(secretary.Id, member.Id, send: true)).Value!.Path);
        Assert.NotNull((await invitations.InviteAsync(administrator.Id, member.Id, send: false)).Value!.Path);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Send_WithoutMailServerOrAddress_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var administrator = await AdministratorAsync(world);
        var person = await world.AddAsync(new Person("Petr", "Nový", "petr@example.org"));
        Assert.Equal("MailNotConfigured", (await world.Get<InvitationService>().InviteAsync(administrator.Id, person.Id, send: true)).Refusal?.Code);

        await using var withMail = await World.CreateAsync(kind, further: WithMail);
        administrator = await AdministratorAsync(withMail);
        person = await withMail.AddAsync(new Person("Petr", "Nový", null));
        Assert.Equal("EmailMissing", (await withMail.Get<InvitationService>().InviteAsync(administrator.Id, person.Id, send: true)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Send_WritesAnEmailInTheReadersLanguage(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, further: WithMail);
        var administrator = await AdministratorAsync(world);
        var reader = new Person("Ann", "Reader", "ann@example.org");
        reader.Speak("en");
        await world.AddAsync(reader, new Person("Petr", "Nový", "petr@example.org"));
        await using var db = world.Db();
        foreach (var person in db.People.Where(p => !p.IsAdministrator).ToList())
            Assert.Null((await world.Get<InvitationService>().InviteAsync(administrator.Id, person.Id, send: true)).Value!.Path);
        Assert.Equal("Invitation to Workspace", db.Outbox.Single(m => m.To == "ann@example.org").Subject);
        var czech = db.Outbox.Single(m => m.To == "petr@example.org");
        Assert.Equal("Pozvánka do aplikace Workspace", czech.Subject);
        Assert.Contains("https://workspace.example.org/account/invitation/", czech.Body, StringComparison.Ordinal);
        Assert.Contains("25. 6. 2026 10:00", czech.Body, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task State_TellsNeverInvited_InvitedUntil_SignsIn(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var administrator = await AdministratorAsync(world);
        var person = await world.AddAsync(new Person("Petr", "Nový", "petr@example.org"));
        var invitations = world.Get<InvitationService>();
        Assert.Equal(new AccountState(false, null, false, true), (await invitations.StateAsync(administrator.Id, person.Id)).Value);
        var sent = (await invitations.InviteAsync(administrator.Id, person.Id, send: false)).Value!;
        Assert.Equal(new AccountState(false, sent.ExpiresAt, false, true), (await invitations.StateAsync(administrator.Id, person.Id)).Value);
        await world.Get<InvitationUse>().AcceptAsync(sent.Path!.Split('/')[^1], null, "kolo most strom", "kolo most strom");
        Assert.Equal(new AccountState(true, null, false, true), (await invitations.StateAsync(administrator.Id, person.Id)).Value);
    }

    private static async Task<Person> AdministratorAsync(World world)
    {
        var person = new Person("Jana", "Správcová", null);
        person.SetAdministrator(true);
        return await world.AddAsync(person);
    }

    private static async Task<(Group Group, Person Officer)> GroupAsync(World world, Office office)
    {
        var group = await world.AddAsync(new Group("Skupina", "S", null));
        var officer = await world.AddAsync(new Person("Olga", "Úřední", null));
        await world.AddAsync(new GroupOfficer(group.Id, officer.Id, office, Start));
        return (group, officer);
    }
}
