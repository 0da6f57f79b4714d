using Workspace.Web.Live;

namespace Workspace.Web.Plans.Import;

/// <summary>An import into a plan, by which everything that it brought can be taken back at once.</summary>
public sealed class PlanImport : IAnnounced
{
    private PlanImport()
    {
    }

    public PlanImport(long planId, string source, int areas, int items, long by, DateTimeOffset at) =>
        (PlanId, Source, Areas, Items, By, At) = (planId, source, areas, items, by, at);

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    /// <summary>The file's name; empty for what was pasted.</summary>
    public string Source { get; private set; } = "";

    public int Areas { get; private set; }

    public int Items { get; private set; }

    public long By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public long? UndoneBy { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Plan(PlanId)];

    public void Undo(long by, DateTimeOffset at) => (UndoneBy, UndoneAt) = (by, at);
}
