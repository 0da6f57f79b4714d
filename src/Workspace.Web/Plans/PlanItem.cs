using Workspace.Web.Live;
using Workspace.Web.Texts;

namespace Workspace.Web.Plans;

/// <summary>
/// An item of a plan (opatření, aktivita), whose wording is a live text. It is never deleted: what people wrote is kept, and
/// a removal can be taken back.
/// </summary>
public sealed class PlanItem : IAnnounced
{
    public const int FieldLength = 8_000;
    public const int CommentLength = 20_000;

    private readonly List<PlanBody> bodies = [];

    private PlanItem()
    {
    }

    public PlanItem(long planId, PlanArea? area, int position, PlanItemDetails details, string wording)
    {
        (PlanId, Area, AreaId, Position) = (planId, area, area?.Id, position);
        Text = new LiveText(TextOwner.PlanItem);
        Text.Begin(0, wording);
        Describe(details);
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    public long? AreaId { get; private set; }

    /// <summary>Order in the area, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>In the area, as written: the 2 of IX/2.</summary>
    public string Number { get; private set; } = "";

    public string Indicator { get; private set; } = "";

    public DeadlineKind DeadlineKind { get; private set; }

    public DateOnly? DeadlineUntil { get; private set; }

    public string DeadlineText { get; private set; } = "";

    public string Funding { get; private set; } = "";

    public PlanStatus Status { get; private set; }

    /// <summary>What is said about the status.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>How often its fields were saved; so that a change of its bodies alone is a change of the item.</summary>
    public int Edits { get; private set; }

    public bool IsRemoved { get; private set; }

    /// <summary>The import that brought it.</summary>
    public long? ImportId { get; private set; }

    public long TextId { get; private set; }

    public PlanArea? Area { get; private set; }

    public LiveText Text { get; private set; } = null!;

    public IReadOnlyList<PlanBody> Bodies => bodies;

    public PlanDeadline Deadline => new(DeadlineKind, DeadlineUntil, DeadlineText);

    /// <summary>What was entered of it; its bodies must be loaded.</summary>
    public PlanItemDetails Details => new(Number)
    {
        Indicator = Indicator,
        Deadline = Deadline,
        Funding = Funding,
        Status = Status,
        Comment = Comment,
        Bodies = [.. bodies.OrderBy(b => b.Position).Select(b => b.Reference)],
    };

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Plan(PlanId)];

    public void Describe(PlanItemDetails details)
    {
        (Number, Indicator, Funding) = (details.Number.Trim(), details.Indicator.Trim(), details.Funding.Trim());
        (DeadlineKind, DeadlineUntil, DeadlineText) = (details.Deadline.Kind, details.Deadline.Until, details.Deadline.Text);
        (Status, Comment) = (details.Status, details.Comment.Trim());
        Edits++;
        bodies.Clear();
        bodies.AddRange(details.Bodies.Select((body, at) => new PlanBody(at, body)));
    }

    public void MoveTo(long? areaId, int position) => (AreaId, Position) = (areaId, position);

    public void ComeFrom(long importId) => ImportId = importId;

    public void Remove() => IsRemoved = true;

    public void Restore() => IsRemoved = false;
}

/// <summary>What is entered of an item beside its wording.</summary>
public sealed record PlanItemDetails(string Number = "")
{
    public string Indicator { get; init; } = "";

    public PlanDeadline Deadline { get; init; } = PlanDeadline.None;

    public string Funding { get; init; } = "";

    public PlanStatus Status { get; init; }

    public string Comment { get; init; } = "";

    public IReadOnlyList<BodyReference> Bodies { get; init; } = [];

    public bool IsSame(PlanItemDetails other) => this with { Bodies = [] } == other with { Bodies = [] } && Bodies.SequenceEqual(other.Bodies);
}
