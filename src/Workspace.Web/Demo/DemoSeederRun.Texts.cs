using System.Globalization;
using Workspace.Web.Texts;

namespace Workspace.Web.Demo;

internal sealed partial class DemoSeederRun
{
    private const int StrokesInTurn = 4;

    /// <summary>What was prepared before the meeting was written within this time before its start.</summary>
    private static readonly TimeSpan BeforeStart = TimeSpan.FromMinutes(50);

    private void AddRevisions(StoredSitting sitting)
    {
        var takers = sitting.Content.Meeting.MinuteTakerKeys.Select(key => people[key].Id).ToList();
        foreach (var item in sitting.Items)
            db.AddRange(RevisionsOf(item, takers, WritingTime(sitting.Content, item.Content)));
    }

    private IEnumerable<TextRevision> RevisionsOf(StoredItem item, List<long> takers, (DateTimeOffset From, DateTimeOffset To) time)
    {
        var sequences = new Dictionary<long, long>();
        var pause = (time.To - time.From) / (item.Text.Version + 1);
        foreach (var (n, changes) in item.Text.Changes().Index())
        {
            var author = takers[n / StrokesInTurn % takers.Count];
            var sequence = sequences[author] = sequences.GetValueOrDefault(author) + 1;
            yield return new(
                item.Item.TextId, n + 1, author, ClientOf(author, item.Item.MeetingId), sequence, time.From + (pause * (n + 1)), changes.ToJson());
        }
    }

    private (DateTimeOffset From, DateTimeOffset To) WritingTime(DemoSitting sitting, DemoSittingItem item) => item.StartedAt is { } began
        ? (began, item.EndedAt ?? now)
        : (sitting.StartsAt - BeforeStart, sitting.StartsAt);

    /// <summary>As if each had kept one page open throughout the meeting.</summary>
    private static string ClientOf(long person, long meeting) => string.Create(CultureInfo.InvariantCulture, $"demo{meeting}x{person}");
}
