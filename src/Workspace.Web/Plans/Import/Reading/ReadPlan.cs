using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>What was understood of a file. Every text of the source is in it: in an area, a field of an item, a doubt, or in <see cref="Unread"/>.</summary>
/// <param name="Areas">In the order of the file.</param>
/// <param name="Items">In the order of the file; none is dropped because something in it is doubtful.</param>
/// <param name="Summary">The file's own totals against those of its table.</param>
/// <param name="Bodies">Each name of an owner or cooperating body once, so that it is resolved once.</param>
/// <param name="Doubts">About the file as a whole, for instance a column that is not known.</param>
/// <param name="Unread">What is no part of an item, with the reason.</param>
public sealed record ReadPlan(
    IReadOnlyList<ReadArea> Areas, IReadOnlyList<ReadItem> Items, PlanSummary Summary, IReadOnlyList<ReadBody> Bodies, IReadOnlyList<Doubt> Doubts, IReadOnlyList<UnreadText> Unread);

/// <param name="Number">As written: <c>IX</c>, <c>2</c> or <c>B</c>; empty where there is none.</param>
/// <param name="Title">Without the number.</param>
/// <param name="Lead">The sentence that its items finish; may be empty.</param>
/// <param name="Place">Of its heading.</param>
public sealed record ReadArea(string Number, string Title, string Lead, SourcePlace Place);

/// <summary>One item with its fields as written, cleaned.</summary>
public sealed record ReadItem
{
    /// <summary>Index in <see cref="ReadPlan.Areas"/>; null where the plan has no areas or the item stands before the first.</summary>
    public int? Area { get; init; }

    /// <summary>Within its area, without the mark after it; empty where it has none.</summary>
    public string Number { get; init; } = "";

    public string Wording { get; init; } = "";

    public string Indicator { get; init; } = "";

    public PlanDeadline Deadline { get; init; } = PlanDeadline.None;

    /// <summary>The owners' cell as written; <see cref="Owners"/> are its parts.</summary>
    public string OwnerText { get; init; } = "";

    public IReadOnlyList<BodyName> Owners { get; init; } = [];

    public string CooperatingText { get; init; } = "";

    public IReadOnlyList<BodyName> Cooperating { get; init; } = [];

    public string Funding { get; init; } = "";

    public PlanStatus Status { get; init; }

    /// <summary>As written; says more than <see cref="Status"/> where there are words besides, or none that is known.</summary>
    public string StatusText { get; init; } = "";

    public string Comment { get; init; } = "";

    /// <summary>Texts of columns that a plan here does not have, under their headings.</summary>
    public IReadOnlyList<OtherText> Others { get; init; } = [];

    /// <summary>Of its first row.</summary>
    public required SourcePlace Place { get; init; }

    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>Takes what a doubt proposes, and the doubt away.</summary>
    public ReadItem Accept(Doubt doubt)
    {
        var item = this with { Doubts = [.. Doubts.Where(other => other != doubt)] };
        foreach (var (column, text) in doubt.Proposal ?? new Dictionary<PlanColumn, string>())
        {
            item = column switch
            {
                PlanColumn.Status => item with { Status = PlanStatusWords.TryParse(text, out var status) ? status : PlanStatus.None, StatusText = text },
                PlanColumn.Comment => item with { Comment = text },
                PlanColumn.Deadline => item with { Deadline = PlanDeadline.Parse(text) },
                _ => throw new ArgumentException($"Nothing is proposed for {column}.", nameof(doubt)),
            };
        }
        return item;
    }
}

/// <param name="Heading">Of its column; may be empty.</param>
public sealed record OtherText(string Heading, string Text);

public enum UnreadReason { Outside, Heading, Label, Total, Contents, NotUnderstood }

/// <param name="Text">Of the paragraph or the row; cells are set apart by <c> | </c>.</param>
/// <param name="Reason">Why it is no part of an item; <see cref="UnreadReason.NotUnderstood"/> needs a person.</param>
public sealed record UnreadText(SourcePlace Place, string Text, UnreadReason Reason);

/// <param name="Text">As written, the first time.</param>
/// <param name="Key">Of the known body; null for one that is not known.</param>
/// <param name="IsUnclear">Its parts may be one body or several.</param>
/// <param name="Count">In how many cells it stands.</param>
public sealed record ReadBody(string Text, string? Key, bool IsUnclear, int Count);
