using Workspace.Web.Data;
using Workspace.Web.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

/// <summary>The meeting of the tests is planned to begin at ten, which is when their clock starts.</summary>
public sealed class MeetingPaceTests
{
    [Fact]
    public async Task Pace_IsLateByTheLateBeginning_AndHoldsForTheRestOfTheItem()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await RoomPanelTests.PlannedAsync(world, ("A", 10), ("B", 30));
        Assert.Null(await PaceAsync(world, id));
        Pass(world, 5);
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        Pass(world, 4);
        Assert.Equal(new MeetingPace(Minutes(5), Minutes(6)), await PaceAsync(world, id));
        Pass(world, 8);
        Assert.Equal(new MeetingPace(Minutes(7), Minutes(0)), await PaceAsync(world, id));
    }

    [Fact]
    public async Task Pace_IsAheadAfterAShortItem_AndBreaksCountAsLate()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await RoomPanelTests.PlannedAsync(world, ("A", 10), ("B", 30));
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        Pass(world, 6);
        Done(await world.Lead.NextAsync(world.Chair.Id, id, await world.ItemAsync(id, "A")));
        Assert.Equal(new MeetingPace(Minutes(-4), Minutes(30)), await PaceAsync(world, id));
        Done(await world.Lead.AdjournAsync(world.Chair.Id, id));
        Pass(world, 15);
        Assert.Equal(new MeetingPace(Minutes(11), Minutes(0)), await PaceAsync(world, id));
    }

    [Fact]
    public async Task Pace_TakesAnItemAndItsSubItemsTogether_AndWhatIsNotPlannedAsLongAsItTakes()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await RoomPanelTests.PlannedAsync(world, ("Neplánované", null), ("B", 20));
        var parent = await world.ItemAsync(id, "B");
        Value(await world.Agenda.AddAsync(world.Secretary.Id, id, parent, new("B1", AgendaItemKind.Discussion, 15, null, null)));
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        Pass(world, 40);
        Assert.Equal(Minutes(0), (await PaceAsync(world, id))?.Behind);
        Done(await world.Lead.NextAsync(world.Chair.Id, id, await world.ItemAsync(id, "Neplánované")));
        Pass(world, 12);
        Done(await world.Lead.NextAsync(world.Chair.Id, id, parent));
        Pass(world, 5);
        Assert.Equal(new MeetingPace(Minutes(0), Minutes(3)), await PaceAsync(world, id));
    }

    [Fact]
    public async Task Pace_OfAMeetingWithoutPlannedTimes_IsNotSaid()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("A", "B");
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        Assert.Null(await PaceAsync(world, id));
    }

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);

    private static void Pass(MeetingWorld world, int minutes) => world.World.Time.Advance(Minutes(minutes));

    private static async Task<MeetingPace?> PaceAsync(MeetingWorld world, long id) => MeetingPace.Of(await world.RoomAsync(id), world.World.Time.GetUtcNow());
}
