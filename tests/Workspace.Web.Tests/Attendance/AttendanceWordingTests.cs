using System.Globalization;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class AttendanceWordingTests
{
    [Fact]
    public async Task R10_Movements_StandAtTheItemDuringWhichTheyHappened_WithTheQuorumFromThenOn()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        var (world, id, roll) = (scene.World, scene.MeetingId, scene.Roll);
        Done(await roll.MarkAllAsync(scene.By, id));
        scene.Wait(minutes: 30);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[2].Id, RollState.Absent));
        scene.Wait(minutes: 5);
        Done(await world.Lead.NextAsync(scene.By, id, scene.Items[0]));
        Done(await scene.CheckIn.CheckInAsync(world.Members[2].Id, id, RollState.Online));
        scene.Wait(minutes: 2);
        await scene.SeeAsync(world.Members[2].Id);
        scene.Wait(minutes: 8);
        Assert.Equal(1, await scene.SettleAsync());
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Absent));
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[1].Id, RollState.Absent));
        var room = await world.RoomAsync(id);
        Assert.Equal(["10:30 Odchod: Tereza Třetí (přítomni 2 z 3, usnášeníschopní)"], Lines(scene, room, 0, "cs"));
        Assert.Equal(
            [
                "10:35 Příchod: Tereza Třetí (přítomni 3 z 3, usnášeníschopní)",
                "10:37 Odchod: Tereza Třetí (ztráta spojení) (přítomni 2 z 3, usnášeníschopní)",
                "10:45 Odchod: Petr První, Dana Druhá (přítomno 0 z 3, neusnášeníschopní)",
            ],
            Lines(scene, room, 1, "cs"));
        Assert.Equal(["10:30 AM Departure: Tereza Třetí (2 of 3 present, quorate)"], Lines(scene, room, 0, "en").Select(l => l.Replace('\u202f', ' ')));
    }

    [Fact]
    public async Task R28_TheWholeList_HasHowAndWhenEachTookPart()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        var (world, id, roll) = (scene.World, scene.MeetingId, scene.Roll);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Online, world.Alternate.Id));
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[1].Id, RollState.Excused));
        scene.Wait(minutes: 40);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Absent));
        var wording = world.World.Get<AttendanceWording>();
        Assert.Equal(
            ["Nina Zástupná, Město Horní: online (v\u00A0zastoupení: Petr První), 10:00–10:40", "Dana Druhá, Město Dolní: omluven/omluvena"],
            wording.Everybody(await world.RoomAsync(id), CultureInfo.GetCultureInfo("cs")));
    }

    private static IReadOnlyList<string> Lines(RollScene scene, MeetingRoom room, int item, string culture) =>
        scene.World.World.Get<AttendanceWording>().MovementsDuring(room, scene.Items[item], CultureInfo.GetCultureInfo(culture));
}
