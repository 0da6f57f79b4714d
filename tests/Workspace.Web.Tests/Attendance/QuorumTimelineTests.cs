using Workspace.Web.Attendance;
using Workspace.Web.Groups;

namespace Workspace.Web.Tests.Attendance;

public sealed class QuorumTimelineTests
{
    private static readonly DateTimeOffset Ten = new(2026, 6, 11, 10, 0, 0, TimeSpan.Zero);
    private static readonly Share Half = new(1, 2, true);

    [Fact]
    public void R11_NobodyMarked_IsNoQuorum()
    {
        var timeline = Timeline(4, Half);
        Assert.Empty(timeline.Moments);
        Assert.False(timeline.QuorumAt(Ten).Holds);
        Assert.Empty(timeline.PresentAt(Ten));
    }

    [Theory]
    [InlineData(4, 1, 2, true, 3)]
    [InlineData(5, 1, 2, true, 3)]
    [InlineData(4, 1, 2, false, 2)]
    [InlineData(9, 2, 3, false, 6)]
    [InlineData(3, 1, 1, false, 3)]
    [InlineData(1, 1, 2, true, 1)]
    public void R11_QuorumHolds_FromTheMomentAtWhichEnoughHaveCome(int seats, int numerator, int denominator, bool isMoreThan, int needed)
    {
        var timeline = Timeline(seats, new(numerator, denominator, isMoreThan), [.. Enumerable.Range(1, seats).Select(n => Came(n, n))]);
        Assert.Equal(Enumerable.Range(1, seats).Select(n => new QuorumMoment(At(n), n, n >= needed)), timeline.Moments);
        Assert.False(timeline.QuorumAt(At(needed - 1)).Holds);
        Assert.True(timeline.QuorumAt(At(needed)).Holds);
    }

    [Fact]
    public void R10_Leaving_LowersThePresenceAndEndsTheQuorum()
    {
        var timeline = Timeline(3, Half, Came(1, 0), Came(2, 0), Left(2, 20), Came(2, 25));
        Assert.Equal([new(At(0), 2, true), new(At(20), 1, false), new(At(25), 2, true)], timeline.Moments);
        Assert.Equal([1], timeline.PresentAt(At(22)).Keys);
    }

    [Fact]
    public void R3_SeatHandedOver_IsOneSeatAndOnePersonAtATime()
    {
        var timeline = Timeline(2, Half, Came(1, 0), Came(1, 10, person: 77, from: RollState.Present), Came(1, 30, from: RollState.Present));
        Assert.Equal([new(At(0), 1, false)], timeline.Moments);
        Assert.Equal([101L, 77L, 101L], new[] { 5, 15, 30 }.Select(minute => timeline.PresentAt(At(minute))[1]));
    }

    [Fact]
    public void R9_BeingConnected_CountsAsPresence()
    {
        var timeline = Timeline(1, Half, new RollStep(1, Seat(1), 101, null, RollState.Online, At(0), RollCause.CheckedIn, null));
        Assert.Equal([new(At(0), 1, true)], timeline.Moments);
    }

    [Fact]
    public void R11_WhoHasNoSeat_DoesNotCount()
    {
        RollStep guest = new(1, new(null, 5, null), 5, null, RollState.Present, At(0), RollCause.Marked, null);
        RollStep elsewhere = new(2, Seat(9), 109, null, RollState.Present, At(0), RollCause.Marked, null);
        Assert.Empty(Timeline(2, Half, guest, elsewhere).Moments);
    }

    [Fact]
    public void R10_ACorrectedTime_ReplacesTheOneFirstRecorded()
    {
        RollChange came = new(1, Seat(1), 101, null, RollState.Present, At(40), 9, RollCause.Marked, 3, At(40));
        var correction = came.CorrectedTo(At(20), 2, 9, At(45));
        var step = Assert.Single(RollLog.Read([came, WithId(correction, 8)]));
        Assert.Equal((At(20), 2L, RollCause.Marked), (step.At, step.ItemId, step.Cause));
    }

    /// <summary>Whatever happens: as many are present as there are seats or fewer, never fewer than none, and the last moment is the roll as it stands.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void R10_R11_RandomMarks_KeepTheLawsOfTheQuorum(int seed)
    {
        var random = new Random(seed);
        var seats = random.Next(1, 9);
        var steps = new List<RollStep>();
        var roll = new Dictionary<RollPlace, RollStanding>();
        for (var id = 1; id <= 200; id++)
        {
            var place = random.Next(10) == 0 ? new RollPlace(null, 500 + random.Next(3), null) : Seat(random.Next(1, seats + 1));
            RollState? to = random.Next(5) is var at and < 4 ? (RollState)at : null;
            RollState? from = roll.TryGetValue(place, out var standing) ? standing.State : null;
            steps.Add(new(id, place, place.PersonId ?? (place.SeatId * 10) + random.Next(2), from, to, At(id / 2), RollCause.Marked, null));
            RollLog.Take(roll, steps[^1]);
        }
        var timeline = Timeline(seats, Half, [.. steps]);
        Assert.All(timeline.Moments, moment => Assert.InRange(moment.Present, 0, seats));
        Assert.All(timeline.Moments, moment => Assert.Equal(moment.Present >= Half.FewestOf(seats), moment.Holds));
        Assert.Equal(timeline.Moments.Select(m => m.At).Distinct().Order(), timeline.Moments.Select(m => m.At));
        Assert.All(timeline.Moments, moment => Assert.Equal(moment.Present, timeline.PresentAt(moment.At).Count));
        var here = roll.Where(r => r.Key.SeatId is not null && r.Value.State.IsHere()).ToDictionary(r => r.Key.SeatId!.Value, r => r.Value.PersonId!.Value);
        Assert.Equal(here, timeline.PresentAt(At(1000)));
        Assert.Equal(here.Count, timeline.QuorumAt(At(1000)).Present);
        Assert.Equal(roll, RollLog.Replay(steps));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    private static QuorumTimeline Timeline(int seats, Share share, params RollStep[] steps) =>
        new(steps, Enumerable.Range(1, seats).Select(n => (long)n), share);

    private static RollStep Came(int seat, int minute, long? person = null, RollState? from = null) =>
        new(minute, Seat(seat), person ?? 100 + seat, from, RollState.Present, At(minute), RollCause.Marked, null);

    private static RollStep Left(int seat, int minute) =>
        new(minute, Seat(seat), 100 + seat, RollState.Present, RollState.Absent, At(minute), RollCause.Marked, null);

    private static RollPlace Seat(int seat) => new(seat, null, null);

    private static DateTimeOffset At(int minute) => Ten.AddMinutes(minute);

    private static RollChange WithId(RollChange change, long id)
    {
        typeof(RollChange).GetProperty(nameof(RollChange.Id))!.SetValue(change, id);
        return change;
    }
}
