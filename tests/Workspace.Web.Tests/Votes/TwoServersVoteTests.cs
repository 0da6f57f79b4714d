using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Demo;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes;

/// <summary>V8 with two servers on one PostgreSQL: which of them takes a ballot, or the closing, makes no difference.</summary>
public sealed class TwoServersVoteTests
{
    [Fact]
    public async Task FiveHundredBallotsOnTwoServers_WhileOneCloses_AreEachInTheTallyOrRefused()
    {
        var connection = await PostgreSqlServer.NewDatabaseAsync();
        await using var one = await DemoSeederTests.SeededAsync(DatabaseKind.PostgreSql, connection);
        await using var two = await World.CreateAsync(DatabaseKind.PostgreSql, connection);
        two.Time.Advance(one.Time.GetUtcNow() - two.Time.GetUtcNow());
        await using var db = one.Db();
        var meeting = await db.Meetings.SingleAsync(m => m.State == MeetingState.Live);
        var present = await db.Roll.Here().Where(r => r.MeetingId == meeting.Id && r.SeatId != null).Select(r => new { SeatId = r.SeatId!.Value, PersonId = r.PersonId!.Value }).ToListAsync();
        var chair = (await db.People.SingleAsync(p => p.DemoKey == "chair")).Id;
        var vote = (await one.Get<VoteService>().PrepareAsync(chair, meeting.Id, new(meeting.CurrentItemId!.Value, "Souhlasíte?"))).Value;
        Done(await two.Get<VoteLeadService>().OpenAsync(chair, vote));

        World[] servers = [one, two];
        var taken = new ConcurrentDictionary<long, bool>();
        var casting = Enumerable.Range(0, 500).Select(i => Task.Run(async () =>
        {
            var seat = present[i % present.Count];
            var cast = await servers[i % 2].Get<BallotService>().CastAsync(seat.PersonId, vote, seat.SeatId, new Mark((Choice)(i % 3)));
            if (cast.Refusal is null)
                taken[seat.SeatId] = true;
            else
                Assert.Equal("VoteNotOpen", cast.Refusal.Code);
        })).ToList();
        var closing = Task.Run(async () =>
        {
            while (taken.Count < present.Count / 2)
                await Task.Delay(1);
            var closed = await Task.WhenAll(servers.Select(s => s.Get<VoteLeadService>().CloseAsync(chair, vote)));
            Assert.Single(closed, c => c.IsDone);
        });
        await Task.WhenAll([.. casting, closing]);

        var tally = (await two.Get<VoteService>().FindAsync(chair, vote)).Value!.Tally!;
        Assert.Equal(taken.Count, tally.Cast);
        Assert.Equal(taken.Keys.Order(), await db.Ballots.Where(b => b.VoteId == vote).OrderBy(b => b.SeatId).Select(b => b.SeatId).ToListAsync());
    }
}
