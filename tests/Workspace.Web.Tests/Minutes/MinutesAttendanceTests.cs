using System.Globalization;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Minutes;
using Workspace.Web.Tests.Attendance;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Minutes;

/// <summary>Who came late or left early bears the times in the list of those present.</summary>
public sealed class MinutesAttendanceTests
{
    [Theory]
    [InlineData("cs", "Petr První, Město Horní (do 10.40)", "Nina Zástupná, Město Horní (v zastoupení: Petr První, od 10.40, do 10.55)", "Dana Druhá, Město Dolní", "Tereza Třetí, Charita Střední (od 10.30)")]
    [InlineData("en", "Petr První, Město Horní (until 10:40)", "Nina Zástupná, Město Horní (standing in for Petr První, from 10:40, until 10:55)", "Dana Druhá, Město Dolní", "Tereza Třetí, Charita Střední (from 10:30)")]
    public async Task Present_SayWhoCameLateAndWhoLeftEarly(string culture, params string[] expected)
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        var (world, id, roll) = (scene.World, scene.MeetingId, scene.Roll);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Present, world.Members[0].Id));
        scene.Wait(minutes: 5);
        // During the first minutes those who were there are still being marked.
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[1].Id, RollState.Present, world.Members[1].Id));
        scene.Wait(minutes: 25);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[2].Id, RollState.Online, world.Members[2].Id));
        scene.Wait(minutes: 10);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Present, world.Alternate.Id));
        scene.Wait(minutes: 15);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Absent));
        scene.Wait(minutes: 5);
        // Whoever goes as the meeting ends has stayed to the end.
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[1].Id, RollState.Absent));
        Done(await world.Lead.CloseAsync(scene.By, id));

        var minutes = Value(await world.World.Get<MinutesService>().ComposeAsync(scene.By, id, CultureInfo.GetCultureInfo(culture)));

        var printed = SampleMinutes.Writer<MinutesMarkdown>().Write(minutes).Replace('\u00A0', ' ').Split('\n');
        // Below how many they were.
        Assert.Equal(expected, printed.SkipWhile(line => !line.StartsWith("  - ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line[4..]));
    }
}
