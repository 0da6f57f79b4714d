using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds;

/// <summary>R29: late never slips in, in time never gets lost.</summary>
public sealed class RoundDeadlineTests
{
    [Theory]
    [InlineData("2026-07-31", "Europe/Prague", "2026-07-31T22:00:00Z")]
    [InlineData("2026-12-31", "Europe/Prague", "2026-12-31T23:00:00Z")]
    [InlineData("2026-10-25", "Europe/Prague", "2026-10-25T23:00:00Z")]
    [InlineData("2027-03-28", "Europe/Prague", "2027-03-28T22:00:00Z")]
    [InlineData("2026-07-31", "Atlantic/Azores", "2026-08-01T00:00:00Z")]
    public void R29_ADateAlone_MeansTheEndOfThatDay(string day, string zone, string moment)
    {
        var end = RoundDeadline.EndOfDay(DateOnly.Parse(day), zone);
        Assert.Equal(DateTimeOffset.Parse(moment), end);
        Assert.Equal(DateOnly.Parse(day), RoundDeadline.WholeDay(end, zone));
        Assert.Null(RoundDeadline.WholeDay(end.AddMinutes(-1), zone));
    }

    [Fact]
    public void R29_ADateAlone_IsOfPrague_WhereverTheReaderIs() =>
        Assert.Equal(new DateTimeOffset(2026, 7, 31, 22, 0, 0, TimeSpan.Zero), RoundDeadline.EndOfDay(new(2026, 7, 31)));

    public static TheoryData<DatabaseKind, string, string> Nights
    {
        get
        {
            var nights = new TheoryData<DatabaseKind, string, string>();
            foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.PostgreSql })
            {
                nights.Add(kind, "Europe/Prague", "2026-10-25");
                nights.Add(kind, "Europe/Prague", "2027-03-28");
                nights.Add(kind, "America/New_York", "2026-11-01");
            }
            return nights;
        }
    }

    /// <summary>Half past two in the night happens twice in October (the first is meant) and never in March (an hour later is meant).</summary>
    [Theory, MemberData(nameof(Nights))]
    public async Task R29_LastSecondIsInTime_AndTheNextIsLate_AlsoInNightsWhenClocksChange(DatabaseKind kind, string zone, string day)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        await using (var db = world.World.Db())
        {
            var group = (await db.Groups.FindAsync(world.Group.Group.Id))!;
            group.SetTimeZone(zone);
            await db.SaveChangesAsync();
        }
        var closesAt = DateOnly.Parse(day).At(new(2, 30), zone);
        world.World.Time.Set(closesAt.AddDays(-10));
        var round = await world.OpenAsync(new("Noc", closesAt));
        Assert.Equal(closesAt, (await world.FindAsync(round)).ClosesAt);
        var item = await world.ItemAsync(round, "III/4");

        world.World.Time.Set(closesAt.AddSeconds(-1));
        Assert.False(Value(await world.Comments.SendAsync(world.First, round, item, world.Comment("včas"))).IsLate);
        var mine = Assert.Single(await world.World.Get<RoundService>().MineAsync(world.First));
        Assert.Equal((2, 3, closesAt, zone), (mine.Unanswered, mine.Items, mine.ClosesAt, mine.TimeZone));
        // Nobody has closed it yet, and it is late all the same.
        world.World.Time.Set(closesAt);
        Assert.True(Value(await world.Comments.SendAsync(world.First, round, item, world.Comment("na hraně"))).IsLate);
        world.World.Time.Set(closesAt.AddSeconds(1));
        world.Refused("RoundClosed", (await world.Answers.NoCommentsAsync(world.First, await world.ItemAsync(round, "III/5"))).Refusal);
        await world.World.Get<RoundKeeper>().BeatAsync();
        Assert.True(Value(await world.Comments.SendAsync(world.Second, round, item, world.Comment("pozdě"))).IsLate);
        var closed = await world.FindAsync(round);
        Assert.Equal((RoundState.Closed, closesAt, (long?)null), (closed.State, closed.ClosedAt!.Value, closed.ClosedBy));
        Assert.Equal([false, true, true], (await world.ViewAsync(world.First, round)).CommentsOf(item).Select(c => c.Comment.IsLate));
        Assert.Empty(await world.World.Get<RoundService>().MineAsync(world.Second));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R29_AClockThatIsSetBack_DoesNotLetALateCommentIn(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var closesAt = (await world.FindAsync(round)).ClosesAt;
        await world.CloseAsync(round);
        world.World.Time.Set(closesAt.AddHours(-1));
        var item = await world.ItemAsync(round, "III/4");
        Assert.True(Value(await world.Comments.SendAsync(world.First, round, item, world.Comment("pozdě"))).IsLate);
        Assert.Equal(closesAt, (await world.ViewAsync(world.First, round)).CommentsOf(item).Single().Comment.ReceivedAt);
        world.Refused("RoundClosed", (await world.Answers.NoCommentsAsync(world.Second, item)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R29_SentTwice_IsStoredOnce_AndKeepsItsTime(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        var (item, input) = (await world.ItemAsync(round, "III/4"), world.Comment("včas"));
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.Comments.SendAsync(world.First, round, item, input))));
        Assert.Single(sent.Select(Value).Distinct());
        await world.CloseAsync(round);
        // The answer was lost, and the page sends it again after the deadline.
        Assert.Equal(sent[0].Value, Value(await world.Comments.SendAsync(world.First, round, item, input)));
        Assert.Single((await world.ViewAsync(world.First, round)).CommentsOf(item));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C4_TheDeadlineClosesOnce_AndRemindsOnceThoseWhoAreSilent(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await world.OpenAsync();
        Done(await world.Answers.NoCommentsAsync(world.First, await world.ItemAsync(round, "IV/1")));
        var keeper = world.World.Get<RoundKeeper>();
        await keeper.BeatAsync();
        Assert.Null((await world.FindAsync(round)).RemindedAt);
        world.World.Time.Advance(TimeSpan.FromDays(18.5));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => keeper.BeatAsync())));
        Assert.Equal(["RoundOpened"], await world.ToldAsync(world.First));
        Assert.Equal(["RoundOpened"], await world.ToldAsync(world.Colleague));
        Assert.Equal(["RoundOpened", "RoundReminder"], await world.ToldAsync(world.Second));
        world.World.Time.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Lead.KeepAsync(round))));
        Assert.Equal(["RoundClosed"], await world.ToldAsync(world.Secretary));
        Assert.Equal(RoundState.Closed, (await world.FindAsync(round)).State);
    }

    [Fact]
    public async Task R29_TwoServers_CloseOnce_AndAgreeOnWhatIsLate()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.PostgreSql);
        var round = await world.OpenAsync(world.Input(TimeSpan.FromHours(2)));
        await using var other = await World.CreateAsync(DatabaseKind.PostgreSql, world.ConnectionString());
        var (item, closesAt) = (await world.ItemAsync(round, "III/4"), (await world.FindAsync(round)).ClosesAt);
        // The other server's clock is two seconds ahead.
        world.World.Time.Set(closesAt.AddSeconds(-1));
        other.Time.Set(closesAt.AddSeconds(1));
        Assert.False(Value(await world.Comments.SendAsync(world.First, round, item, world.Comment("včas"))).IsLate);
        var sending = Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            var server = i % 2 == 0 ? world.World : other;
            return (i, Sent: Value(await server.Get<RoundCommentService>().SendAsync(world.Second, round, item, new($"x{i}") { Reason = $"připomínka {i}" })));
        })).ToList();
        var closing = Enumerable.Range(0, 4).Select(i => Task.Run(() => (i % 2 == 0 ? world.World : other).Get<RoundKeeper>().BeatAsync())).ToList();
        await Task.WhenAll([.. sending, .. closing]);

        var table = (await world.TableAsync(round, new() { Take = null })).Rows.Select(r => r.Comment.Comment).ToDictionary(c => c.Id);
        Assert.Equal(41, table.Count);
        foreach (var (i, sent) in sending.Select(s => s.Result))
        {
            Assert.Equal(sent.IsLate, table[sent.Id].IsLate);
            Assert.Equal(table[sent.Id].ReceivedAt >= closesAt, sent.IsLate);
            Assert.True(sent.IsLate || i % 2 == 0);
        }
        var closed = await world.FindAsync(round);
        Assert.Equal((RoundState.Closed, closesAt), (closed.State, closed.ClosedAt!.Value));
        Assert.Equal(["RoundClosed"], await world.ToldAsync(world.Secretary));
    }
}
