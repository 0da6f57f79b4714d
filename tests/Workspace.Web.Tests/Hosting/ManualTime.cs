namespace Workspace.Web.Tests.Hosting;

/// <summary>A clock that tests set; timers run on real time.</summary>
public sealed class ManualTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 6, 11, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Set(DateTimeOffset moment) => now = moment;

    public void Advance(TimeSpan by) => now += by;
}
