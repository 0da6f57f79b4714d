using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Workspace.Web.Data;
using Workspace.Web.Mail;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Mail;

public sealed class OutboxTests
{
    private const string Subject = "Pozvánka na 12. jednání: příliš žluťoučký kůň úpěl ďábelské ódy v Liberci";
    private const string Body = "Dobrý den,\n\nřádek s háčky a čárkami: ěščřžýáíéúůďťň €\n.\ntečka na začátku řádku zůstane.\n";

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Send_DeliversOnce_WithCzechSubjectAndBody(DatabaseKind kind)
    {
        await using var server = await MailServer.StartAsync();
        await using var world = await World.CreateAsync(kind, further: server.Settings);
        await AddAsync(world, "petr@example.org", "jednani:12");
        Assert.Equal(1, await world.Get<OutboxSender>().SendDueAsync());
        Assert.Equal(0, await world.Get<OutboxSender>().SendDueAsync());

        var delivery = Assert.Single(await server.StopAsync());
        Assert.Equal(["petr@example.org"], delivery.To);
        var mail = new ReceivedMail(delivery.Raw);
        Assert.Equal(Subject, mail["Subject"]);
        Assert.Equal(Body, mail.Body.ReplaceLineEndings("\n"));
        Assert.Contains("Pracovní skupina", mail["From"], StringComparison.Ordinal);
        Assert.EndsWith("@example.org>", mail["Message-ID"], StringComparison.Ordinal);
        await using var db = world.Db();
        var message = await db.Outbox.SingleAsync();
        Assert.Equal((world.Time.GetUtcNow(), ""), (message.SentAt, message.Body));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Send_BySeveralServersAtOnce_DeliversEachMessageOnce(DatabaseKind kind)
    {
        await using var server = await MailServer.StartAsync();
        await using var world = await World.CreateAsync(kind, further: server.Settings);
        for (var i = 0; i < 20; i++)
            await AddAsync(world, $"clen{i}@example.org", $"jednani:{i}");
        var senders = Enumerable.Range(0, 4).Select(_ => new OutboxSender(
            world.Get<IDbContextFactory<WorkspaceDb>>(), world.Get<SmtpPost>(), world.Time, NullLogger<OutboxSender>.Instance)).ToList();
        var counts = await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.SendDueAsync())));
        Assert.Equal(20, counts.Sum());
        var deliveries = await server.StopAsync();
        Assert.Equal(20, deliveries.Count);
        Assert.Equal(20, deliveries.Select(d => d.To.Single()).Distinct().Count());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Send_ServerThatRefusesAtFirst_GetsItAfterGrowingPauses(DatabaseKind kind)
    {
        await using var server = await MailServer.StartAsync(refusals: 2);
        await using var world = await World.CreateAsync(kind, further: server.Settings);
        await AddAsync(world, "petr@example.org", "jednani:12");
        var sender = world.Get<OutboxSender>();
        Assert.Equal(0, await sender.SendDueAsync());
        await using (var db = world.Db())
            Assert.Contains("too busy", (await db.Outbox.SingleAsync()).LastError, StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await sender.SendDueAsync());
        world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, await sender.SendDueAsync());
        world.Time.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal(0, await sender.SendDueAsync());
        world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await sender.SendDueAsync());

        var deliveries = await server.StopAsync();
        Assert.Equal([false, false, true], deliveries.Select(d => d.Accepted));
        Assert.Single(deliveries.Select(d => new ReceivedMail(d.Raw)["Message-ID"]).Distinct());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Send_ServerNeverThere_GivesUpAfterThreeDays_AndForgetsTheBody(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, further: NobodyThere());
        await AddAsync(world, "petr@example.org", "jednani:12");
        var attempts = 0;
        for (var hours = 0; hours < 24 * 5; hours++)
        {
            Assert.Equal(0, await world.Get<OutboxSender>().SendDueAsync());
            world.Time.Advance(TimeSpan.FromHours(1));
            await using var db = world.Db();
            var message = await db.Outbox.SingleAsync();
            attempts = message.Attempts;
            Assert.True(message.Body.Length > 0 || hours > 60);
        }
        Assert.InRange(attempts, 10, 30);
        await using var after = world.Db();
        Assert.Equal(("", (DateTimeOffset?)null), ((await after.Outbox.SingleAsync()).Body, (await after.Outbox.SingleAsync()).SentAt));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Send_ServerThatDiedWithAClaim_LeavesItToAnother(DatabaseKind kind)
    {
        await using var server = await MailServer.StartAsync();
        await using var world = await World.CreateAsync(kind, further: server.Settings);
        await AddAsync(world, "petr@example.org", "jednani:12");
        await using (var db = world.Db())
        {
            var until = world.Time.GetUtcNow().AddMinutes(5);
            await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, until).SetProperty(m => m.Attempts, 1));
        }
        Assert.Equal(0, await world.Get<OutboxSender>().SendDueAsync());
        world.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await world.Get<OutboxSender>().SendDueAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Send_AddressThatIsNone_DoesNotHoldUpTheOthers(DatabaseKind kind)
    {
        await using var server = await MailServer.StartAsync();
        await using var world = await World.CreateAsync(kind, further: server.Settings);
        await AddAsync(world, "to není adresa", "jednani:1");
        await AddAsync(world, "petr@example.org", "jednani:2");
        Assert.Equal(1, await world.Get<OutboxSender>().SendDueAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Add_SameCauseTwice_IsRefusedByTheDatabase(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, further: NobodyThere());
        await AddAsync(world, "petr@example.org", "jednani:12");
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(world, "petr@example.org", "jednani:12"));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Add_WithoutMailServer_AddsNothing(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        Assert.False(world.Get<Outbox>().CanSend);
        await AddAsync(world, "petr@example.org", "jednani:12");
        await using var db = world.Db();
        Assert.Empty(await db.Outbox.ToListAsync());
    }

    [Fact]
    public async Task Send_ToAServerThatWantsAnAccount_SignsIn()
    {
        await using var server = await MailServer.StartAsync(account: "workspace:tajné");
        var settings = new Dictionary<string, string?>(server.Settings)
        {
            ["Workspace:Smtp:UserName"] = "workspace",
            ["Workspace:Smtp:Password"] = "tajné",
        };
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite, further: settings);
        await AddAsync(world, "petr@example.org", "jednani:12");
        Assert.Equal(1, await world.Get<OutboxSender>().SendDueAsync());
        Assert.Equal("workspace", Assert.Single(await server.StopAsync()).User);
    }

    [Fact]
    public async Task Send_WithTls_TellsNothingToAServerWhoseCertificateIsNotTrusted()
    {
        await using var server = await MailServer.StartAsync();
        var settings = new Dictionary<string, string?>(server.Settings) { ["Workspace:Smtp:UseTls"] = "true" };
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite, further: settings);
        await AddAsync(world, "petr@example.org", "jednani:12");
        Assert.Equal(0, await world.Get<OutboxSender>().SendDueAsync());
        Assert.Empty(await server.StopAsync());
        await using var db = world.Db();
        Assert.Contains("certificate", (await db.Outbox.SingleAsync()).LastError, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sender_RunningInTheBackground_SendsWhatIsAdded()
    {
        await using var server = await MailServer.StartAsync();
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite, further: server.Settings);
        var sender = world.Get<OutboxSender>();
        await sender.StartAsync(default);
        await AddAsync(world, "petr@example.org", "jednani:12");
        Assert.Equal(["petr@example.org"], (await server.NextAsync()).To);
        await sender.StopAsync(default);
    }

    private static async Task AddAsync(World world, string to, string key)
    {
        await using var db = world.Db();
        world.Get<Outbox>().Add(db, to, Subject, Body, key, world.Time.GetUtcNow());
        await db.SaveChangesAsync();
    }

    /// <summary>Port 1 of this machine, where nothing listens.</summary>
    private static Dictionary<string, string?> NobodyThere() => new()
    {
        ["Workspace:PublicAddress"] = "https://workspace.example.org",
        ["Workspace:Smtp:Host"] = "127.0.0.1",
        ["Workspace:Smtp:Port"] = "1",
        ["Workspace:Smtp:From"] = "workspace@example.org",
        ["Workspace:Smtp:UseTls"] = "false",
    };
}
