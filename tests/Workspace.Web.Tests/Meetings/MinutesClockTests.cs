using Workspace.Web.Meetings;

namespace Workspace.Web.Tests.Meetings;

/// <summary>The same cases as clocks.test.ts: server and browser say the same.</summary>
public sealed class MinutesClockTests
{
    [Theory]
    [InlineData(0, "0 / 10 min", false)]
    [InlineData(659, "10 / 10 min", false)]
    [InlineData(840, "14 / 10 min · přes plán o 4 min", true)]
    public void Item_SaysMinutesUsedAndPlanned(int seconds, string text, bool isOver)
    {
        var clock = new MinutesClock(TimeSpan.FromSeconds(seconds), true, "{0} / 10 min") { Planned = 10, Over = "přes plán o {0} min" };
        Assert.Equal((text, isOver), (clock.Text, clock.IsOver));
    }

    [Theory]
    [InlineData(750, "oproti plánu +12 min", true)]
    [InlineData(-190, "oproti plánu −3 min", false)]
    [InlineData(-59, "podle plánu", false)]
    public void Pace_HasASign_AndAWordForNone(int seconds, string text, bool isOver)
    {
        var clock = new MinutesClock(TimeSpan.FromSeconds(seconds), true, "oproti plánu {0} min") { Even = "podle plánu" };
        Assert.Equal((text, isOver), (clock.Text, clock.IsOver));
    }
}
