using System.Globalization;

namespace Workspace.Web.Meetings;

/// <summary>
/// A clock that the browser keeps going (see clocks.ts, which says the same): drawn with how far it is, and not drawn
/// again because time goes by.
/// </summary>
/// <param name="Value">What it shows when it is drawn.</param>
/// <param name="IsRunning">Whether it runs on.</param>
/// <param name="Said">With {0} for the minutes.</param>
public sealed record MinutesClock(TimeSpan Value, bool IsRunning, string Said)
{
    /// <summary>For how long it stands still before it runs.</summary>
    public TimeSpan Hold { get; init; }

    /// <summary>Minutes beyond which <see cref="Over"/> is added.</summary>
    public int? Planned { get; init; }

    /// <summary>With {0} for the minutes beyond the plan.</summary>
    public string Over { get; init; } = "";

    /// <summary>Said instead of nought by a clock that counts both ways, with a sign.</summary>
    public string? Even { get; init; }

    public bool IsOver => Even is null ? Planned < Whole : Signed > 0;

    public string Text
    {
        get
        {
            if (Even is not null)
                return Signed == 0 ? Even : Put(Said, (Signed > 0 ? "+" : "−") + Math.Abs(Signed).ToString(CultureInfo.InvariantCulture));
            var said = Put(Said, Whole.ToString(CultureInfo.InvariantCulture));
            return Planned is { } planned && IsOver ? $"{said} · {Put(Over, (Whole - planned).ToString(CultureInfo.InvariantCulture))}" : said;
        }
    }

    private int Whole => (int)Math.Floor(Value.TotalMinutes);

    private int Signed => (int)Math.Truncate(Value.TotalMinutes);

    private static string Put(string said, string minutes) => said.Replace("{0}", minutes, StringComparison.Ordinal);
}
