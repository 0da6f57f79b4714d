using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Texts;

namespace Workspace.Web.Plans;

/// <summary>The wordings of whole plans as they are committed, shared by all who read them; while somebody writes, they are told of it now and then.</summary>
public sealed class PlanWordings : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly IDbContextFactory<WorkspaceDb> factory;
    private readonly LiveUpdates updates;
    private readonly TextSessions sessions;
    private readonly TimeProvider time;
    private readonly SharedReadings<IReadOnlyDictionary<long, string>> readings;
    private readonly ConcurrentDictionary<long, long> planOf = new();
    private readonly ConcurrentDictionary<long, bool> due = new();

    public PlanWordings(IDbContextFactory<WorkspaceDb> factory, LiveUpdates updates, TextSessions sessions, TimeProvider time)
    {
        (this.factory, this.updates, this.sessions, this.time) = (factory, updates, sessions, time);
        readings = new(updates, time, topic => topic.IdAs(LiveTopic.Plan), ReadAsync);
        sessions.Changed += Hear;
    }

    /// <summary>Markdown by the id of the text, of items that are in the plan.</summary>
    public async Task<IReadOnlyDictionary<long, string>> FindAsync(long planId, CancellationToken cancellationToken = default) =>
        (await readings.FindAsync(planId, cancellationToken))!;

    public void Dispose()
    {
        sessions.Changed -= Hear;
        readings.Dispose();
    }

    private async Task<IReadOnlyDictionary<long, string>?> ReadAsync(long planId)
    {
        await using var db = await factory.CreateDbContextAsync();
        var texts = db.PlanItems.Where(i => i.PlanId == planId && !i.IsRemoved).Select(i => i.TextId);
        // What is written from here on is heard.
        foreach (var text in await texts.ToListAsync())
            planOf[text] = planId;
        return (await CommittedTexts.ReadAsync(db, texts)).ToDictionary(t => t.Key, t => t.Value.Text);
    }

    private void Hear(long textId)
    {
        if (!planOf.TryGetValue(textId, out var planId))
            return;
        readings.Forget(planId);
        if (due.TryAdd(planId, true))
            _ = TellAsync(planId);
    }

    private async Task TellAsync(long planId)
    {
        await Task.Delay(Pace, time);
        due.TryRemove(planId, out _);
        updates.Announce([LiveTopic.Wordings(planId)]);
    }
}
