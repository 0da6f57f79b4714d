using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Account;

public sealed class InvitationPanelTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);
    private static readonly Dictionary<string, string?> WithMail = new()
    {
        ["Workspace:PublicAddress"] = "https://workspace.example.org",
        ["Workspace:Smtp:Host"] = "mail.example.org",
        ["Workspace:Smtp:From"] = "workspace@example.org",
    };

    [Fact]
    public async Task Panel_CopyLink_ShowsTheLinkOnce()
    {
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite);
        var (administrator, person) = await PeopleAsync(world);
        await using var context = Context(world);
        var panel = Render(context, administrator, person);
        panel.WaitForState(() => panel.Markup.Contains("Zatím bez pozvánky", StringComparison.Ordinal));
        Assert.Single(panel.FindAll("button"));
        panel.Find("button").Click();
        panel.WaitForState(() => panel.FindAll("#invitation-link").Count == 1);
        var link = panel.Find("#invitation-link").GetAttribute("value")!;
        Assert.NotNull(await world.Get<InvitationUse>().FindAsync(new Uri(link).Segments[^1]));
        Assert.Contains("Odkaz platí do 25. 6. 2026 10:00", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(Render(context, administrator, person).FindAll("#invitation-link"));
    }

    [Fact]
    public async Task Panel_SendByEmail_SaysThatItGoesOut()
    {
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite, further: WithMail);
        var (administrator, person) = await PeopleAsync(world);
        await using var context = Context(world);
        var panel = Render(context, administrator, person);
        panel.WaitForState(() => panel.FindAll("button").Count == 2);
        panel.Find("button.primary").Click();
        panel.WaitForState(() => panel.Markup.Contains("Odkaz odchází e-mailem", StringComparison.Ordinal));
        Assert.Empty(panel.FindAll("#invitation-link"));
        await using var db = world.Db();
        Assert.Equal("petr@example.org", db.Outbox.Single().To);
    }

    [Fact]
    public async Task Panel_WhenThePersonSetsThePassword_ShowsItByItself()
    {
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite);
        var (administrator, person) = await PeopleAsync(world);
        await using var context = Context(world);
        var panel = Render(context, administrator, person);
        panel.WaitForState(() => panel.Markup.Contains("Zatím bez pozvánky", StringComparison.Ordinal));
        await world.Get<AccountService>().ChangePasswordAsync(person.Id, null, "kolo most strom", "kolo most strom");
        panel.WaitForState(() => panel.Markup.Contains("Přihlašuje se heslem", StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Panel_ForASecretaryWhoMayNotCopy_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite);
        var (_, person) = await PeopleAsync(world);
        await world.Get<AccountService>().ChangePasswordAsync(person.Id, null, "kolo most strom", "kolo most strom");
        var group = await world.AddAsync(new Group("Skupina", "S", null));
        var secretary = await world.AddAsync(new Person("Olga", "Úřední", null));
        await world.AddAsync(new GroupOfficer(group.Id, secretary.Id, Office.Secretary, Start), new GroupGuest(group.Id, person.Id, Start, false));
        await using var context = Context(world);
        var panel = Render(context, secretary, person);
        panel.WaitForState(() => panel.Markup.Contains("jen správce", StringComparison.Ordinal));
        Assert.Empty(panel.FindAll("button"));
    }

    [Fact]
    public async Task Panel_ForWhoMayNotInvite_IsEmpty()
    {
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite);
        var (administrator, person) = await PeopleAsync(world);
        await using var context = Context(world);
        Assert.Equal("", Render(context, person, administrator).Markup.Trim());
    }

    private static async Task<(Person Administrator, Person Person)> PeopleAsync(World world)
    {
        var administrator = new Person("Jana", "Správcová", null);
        administrator.SetAdministrator(true);
        await world.AddAsync(administrator);
        return (administrator, await world.AddAsync(new Person("Petr", "Nový", "petr@example.org")));
    }

    private static BunitContext Context(World world)
    {
        var context = new BunitContext();
        context.Services.AddLocalization();
        context.Services.AddSingleton(world.Get<InvitationService>());
        context.Services.AddSingleton(world.Get<LiveUpdates>());
        context.Services.AddSingleton<TimeProvider>(world.Time);
        context.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", true));
        return context;
    }

    private static IRenderedComponent<InvitationPanel> Render(BunitContext context, Person by, Person person)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{by.Id}")], "test"));
        return context.Render<InvitationPanel>(parameters => parameters
            .Add(panel => panel.PersonId, person.Id)
            .AddCascadingValue(Task.FromResult(new AuthenticationState(user))));
    }
}
