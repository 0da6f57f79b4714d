using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Demo;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;
using Workspace.Web.Texts.Blocks;

namespace Workspace.Web.Tests.Demo;

public sealed class DemoSeederTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task People_OfEverySignInKeyAreThereAndFormerOnesAreNotOffered(DatabaseKind kind)
    {
        await using var world = await SeededAsync(kind);
        await using var db = world.Db();
        string[] keys =
        [
            "administrator", "chair", "secretary", "verifier", .. Enumerable.Range(1, 20).Select(i => $"member-{i}"),
            "alternate-1", "guest-1", "owner-1",
        ];

        var stored = await db.People.AsNoTracking().ToListAsync();

        Assert.Empty(keys.Except(stored.Select(p => p.DemoKey)));
        Assert.Equal("Ondřej Kubát", Assert.Single(stored, p => p.IsAdministrator).Name);
        Assert.Equal(["Josef Melichar", "Naděžda Krupičková"], stored.Where(p => p.DemoKey is null).Select(p => p.Name).Order());
        Assert.All(stored, p => Assert.Equal(p.DemoKey is not null, p.IsActive));
        Assert.All(stored, p => Assert.Null(p.PasswordHash));
        var chair = Assert.Single(stored, p => p.DemoKey == "chair");
        Assert.Equal("Mgr. Markéta Šindelářová", chair.FullName);
        Assert.Equal("Odbor sociální péče", (await db.Units.SingleAsync(u => u.Id == chair.UnitId)).Name);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Group_HasItsSeatsInOrderEachHeldByOnePerson(DatabaseKind kind)
    {
        await using var world = await SeededAsync(kind);
        await using var db = world.Db();
        var today = world.Time.Today();
        var group = await db.Groups.SingleAsync(g => g.ParentId == null);

        var seats = await db.Seats.Where(s => s.GroupId == group.Id).OrderBy(s => s.Position).ToListAsync();
        var terms = await db.SeatTerms.Where(t => t.GroupId == group.Id).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 24), seats.Select(s => s.Position));
        Assert.All(seats, seat => Assert.True(Assert.Single(
            terms, t => t.SeatId == seat.Id && t.Kind == SeatTermKind.Holder && t.Covers(today)).IsInForce));
        Assert.Equal(4, terms.Count(t => t.Kind == SeatTermKind.Alternate));
        var named = Assert.Single(seats, s => s.PersonId is not null);
        Assert.Equal("Hana Vaculíková", (await db.People.SingleAsync(p => p.Id == named.PersonId)).Name);
        Assert.Equal(6, await db.Seats.CountAsync(s => s.GroupId != group.Id));
        Assert.Equal([1, 2], await db.Rules.Where(r => r.GroupId == group.Id).OrderBy(r => r.ValidFrom).Select(r => r.Version).ToListAsync());
        Assert.Equal(3, await db.StandingItems.CountAsync(i => i.GroupId == group.Id));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Access_GivesEachTheirStanding(DatabaseKind kind)
    {
        await using var world = await SeededAsync(kind);
        await using var db = world.Db();
        var groupId = (await db.Groups.SingleAsync(g => g.ParentId == null)).Id;

        async Task<GroupStanding> Of(string key) => await world.Get<GroupAccess>()
            .FindAsync(db, groupId, (await db.People.SingleAsync(p => p.DemoKey == key)).Id, world.Time.Today());

        Assert.True(await Of("chair") is { IsChair: true, IsMember: true, IsSecretary: false, CanLead: true });
        Assert.True(await Of("verifier") is { IsChair: true, IsMember: true });
        Assert.True(await Of("secretary") is { IsSecretary: true, IsMember: false, IsChair: false, CanPrepare: true });
        Assert.True(await Of("member-1") is { IsMember: true, HeldSeats.Count: 1, CanPrepare: false, IsAlternate: false, IsGuest: false });
        Assert.True(await Of("alternate-1") is { IsAlternate: true, IsMember: false, CanRead: true });
        Assert.True(await Of("guest-1") is { IsGuest: true, IsMember: false, CanRead: true });
        Assert.False((await Of("guest-1")).CanWriteMinutes(MeetingState.Live));
        Assert.False((await Of("owner-1")).CanRead);
        Assert.True(await Of("administrator") is { IsAdministrator: true, CanManage: true, CanLead: false });
        Assert.True((await db.Guests.SingleAsync(g => db.People.Any(p => p.Id == g.PersonId && p.DemoKey == "guest-1"))).HasDeclinedMembership);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Texts_ReplayedFromTheirRevisionsGiveSnapshotAndContent(DatabaseKind kind)
    {
        await using var world = await SeededAsync(kind);
        await using var db = world.Db();
        var contents = DemoContent.At(world.Time.GetUtcNow()).SelectMany(s => s.Items.SelectMany(i => i.SubItems.Prepend(i))).ToList();
        var texts = await db.Texts.OrderBy(t => t.Id).ToListAsync();
        var revisions = (await db.Revisions.OrderBy(r => r.Version).ToListAsync()).ToLookup(r => r.TextId);

        // The vote per rollam has an item of its own, about which nothing was written.
        Assert.Equal(contents.Count + 1, texts.Count(t => t.Owner == TextOwner.AgendaItem));
        Assert.Equal(await db.PlanItems.CountAsync(), texts.Count(t => t.Owner == TextOwner.PlanItem));
        Assert.All(texts, text =>
        {
            var replayed = "";
            foreach (var (n, revision) in revisions[text.Id].Index())
            {
                var changes = ChangeSet.Parse(revision.Changes);
                Assert.Equal(n + 1, revision.Version);
                Assert.Null(TextRules.Check(changes, TextDocument.From(replayed)));
                Assert.Matches("^[a-z0-9]{1,32}$", revision.ClientId);
                replayed = changes.Apply(replayed);
            }
            Assert.Equal(text.Snapshot, replayed);
            Assert.Equal(text.SnapshotVersion, revisions[text.Id].Count());
            Assert.All(
                revisions[text.Id].GroupBy(r => r.ClientId),
                client => Assert.Equal(Enumerable.Range(1, client.Count()).Select(i => (long)i), client.Select(r => r.Sequence)));
            Assert.Equal(revisions[text.Id].OrderBy(r => r.At), revisions[text.Id]);
        });
        // A vote is named by its number where it is written, by its id where it is stored.
        var votes = await db.Votes.Where(v => v.Number != null && db.Meetings.Any(m => m.Id == v.MeetingId && m.Form != MeetingForm.PerRollam)).Select(v => v.Id).ToListAsync();
        var named = texts.SelectMany(t => BlockLine.In(t.Snapshot)).ToList();
        Assert.Equal(votes.Order(), named.Where(b => b.Kind == BlockKind.Vote).Select(b => b.Id).Order());
        Assert.All(texts, t => Assert.All(BlockLine.In(t.Snapshot).Where(b => b.Kind == BlockKind.Attendance), b =>
            Assert.True(db.AgendaItems.Any(i => i.Id == b.Id && i.TextId == t.Id))));
        string Apart(string text) => string.Join('\n', text.Split('\n').Where(line => BlockLine.Parse(line) is null));
        Assert.Equal(contents.Select(c => Apart(c.Text)).Append("").Order(StringComparer.Ordinal), texts.Where(t => t.Owner == TextOwner.AgendaItem).Select(t => Apart(t.Snapshot)).Order(StringComparer.Ordinal));
        Assert.Contains(revisions, text => text.Count() > 40);
        Assert.All(revisions.SelectMany(r => r), r => Assert.True(r.At < world.Time.GetUtcNow()));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Seed_OnceMore_ChangesNothing(DatabaseKind kind)
    {
        await using var world = await SeededAsync(kind);
        var before = await CountsAsync(world);
        world.Time.Advance(TimeSpan.FromDays(3));

        await SeederOf(world).SeedAsync();

        Assert.Equal(before, await CountsAsync(world));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Seed_ThatFailsInTheMiddle_LeavesNothing(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await using var db = world.Db();
        await db.Database.ExecuteSqlAsync($"ALTER TABLE \"TextRevisions\" RENAME TO \"Elsewhere\"");
        await Assert.ThrowsAsync<DbUpdateException>(() => SeederOf(world).SeedAsync());
        await db.Database.ExecuteSqlAsync($"ALTER TABLE \"Elsewhere\" RENAME TO \"TextRevisions\"");

        Assert.All(await CountsAsync(world), count => Assert.Equal(0, count));

        await SeederOf(world).SeedAsync();
        Assert.All(await CountsAsync(world), count => Assert.NotEqual(0, count));
    }

    [Fact]
    public async Task Seed_ByServersStartingAtOnce_IsDoneOnce()
    {
        var connection = await PostgreSqlServer.NewDatabaseAsync();
        await using var first = await World.CreateAsync(DatabaseKind.PostgreSql, connection);
        await using var second = await World.CreateAsync(DatabaseKind.PostgreSql, connection);

        await Task.WhenAll(new[] { first, second, first, second }.Select(world => Task.Run(() => SeederOf(world).SeedAsync())));

        await using var alone = await SeededAsync(DatabaseKind.PostgreSql);
        Assert.Equal(await CountsAsync(alone), await CountsAsync(first));
    }

    [Theory]
    [InlineData("2026-12-31T22:55:00Z")]
    [InlineData("2026-12-31T23:10:00Z")]
    [InlineData("2027-03-28T01:05:00Z")]
    [InlineData("2027-10-31T01:05:00Z")]
    [InlineData("2028-02-29T11:00:00Z")]
    public async Task Seed_AtAnOddMoment_HasTheLiveMeetingWithItsRoll(string now)
    {
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite);
        world.Time.Set(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        await SeederOf(world).SeedAsync();
        await using var db = world.Db();

        var live = await db.Meetings.SingleAsync(m => m.State == MeetingState.Live);

        Assert.True(live.StartedAt < world.Time.GetUtcNow());
        Assert.Equal(18, await db.Roll.CountAsync(
            r => r.MeetingId == live.Id && r.SeatId != null && r.PersonId != null && (r.State == RollState.Present || r.State == RollState.Online)));
        Assert.False(await db.Revisions.AnyAsync(r => r.At > world.Time.GetUtcNow()));
        Assert.False(await db.RollChanges.AnyAsync(c => c.At > world.Time.GetUtcNow()));
    }

    internal static async Task<World> SeededAsync(DatabaseKind kind, string? connectionString = null)
    {
        var world = await World.CreateAsync(kind, connectionString);
        await SeederOf(world).SeedAsync();
        return world;
    }

    private static DemoSeeder SeederOf(World world) => new(world.Get<IDbContextFactory<WorkspaceDb>>(), world.Time);

    private static async Task<int[]> CountsAsync(World world)
    {
        await using var db = world.Db();
        return
        [
            await db.People.CountAsync(), await db.Organisations.CountAsync(), await db.Groups.CountAsync(), await db.Seats.CountAsync(),
            await db.SeatTerms.CountAsync(), await db.Meetings.CountAsync(), await db.MeetingEvents.CountAsync(), await db.AgendaItems.CountAsync(),
            await db.Roll.CountAsync(), await db.Texts.CountAsync(), await db.Revisions.CountAsync(), await db.Plans.CountAsync(),
            await db.PlanItems.CountAsync(), await db.OrganisationAliases.CountAsync(),
        ];
    }
}
