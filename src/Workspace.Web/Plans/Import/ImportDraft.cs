using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans.Import;

/// <summary>A read plan while a person looks through it: what they correct, leave out, and say names to mean.</summary>
public sealed class ImportDraft
{
    private readonly ReadPlan read;
    private readonly List<ReadItem> items;
    private readonly HashSet<int> leftOut = [];

    public ImportDraft(ReadPlan read, string source)
    {
        (this.read, Source) = (read, source);
        items = [.. read.Items];
    }

    public string Source { get; }

    public IReadOnlyList<ReadArea> Areas => read.Areas;

    public IReadOnlyList<ReadItem> Items => items;

    public IReadOnlyList<Doubt> Doubts => read.Doubts;

    public IReadOnlyList<UnreadText> Unread => read.Unread;

    /// <summary>The totals that the file states against those of what will be saved.</summary>
    public PlanSummary Summary => new(PlanCounts.Of(read.Areas, [.. Kept]), read.Summary.Claimed);

    /// <summary>Names that no organisation here is known by, the most frequent first.</summary>
    public IEnumerable<ReadBody> UnknownBodies => read.Bodies.Where(b => b.Key is null).OrderByDescending(b => b.Count);

    /// <summary>By the name as written, what it means.</summary>
    public Dictionary<string, string> Matches { get; } = [];

    public ImportedPlan Plan => new(read.Areas, [.. Kept], Matches, Source);

    private IEnumerable<ReadItem> Kept => items.Where((_, at) => !leftOut.Contains(at));

    public bool IsLeftOut(int at) => leftOut.Contains(at);

    /// <summary>Whether somebody has to look at it.</summary>
    public bool IsDoubtful(int at) => !IsLeftOut(at) && items[at].Doubts.Any(d => !d.IsNote);

    public int Doubtful => items.Index().Count(i => IsDoubtful(i.Index));

    /// <summary>Takes what a doubt proposes.</summary>
    public void Accept(int at, Doubt doubt) => items[at] = items[at].Accept(doubt);

    /// <summary>Says that it is right as it is.</summary>
    public void Dismiss(int at, Doubt doubt) => items[at] = items[at] with { Doubts = [.. items[at].Doubts.Where(d => d != doubt)] };

    /// <summary>Takes a corrected row, about which there are no more doubts.</summary>
    public void Correct(int at, ReadItem item) => items[at] = item with { Doubts = [.. item.Doubts.Where(d => d.IsNote)] };

    public void LeaveOut(int at, bool isLeftOut)
    {
        if (isLeftOut)
            leftOut.Add(at);
        else
            leftOut.Remove(at);
    }
}
