using Workspace.Web.Live;

namespace Workspace.Web.Plans;

/// <summary>An area of a plan (okruh opatření); numbers of items begin anew in each (R38).</summary>
public sealed class PlanArea : IAnnounced
{
    public const int NumberLength = 20;
    public const int TitleLength = 500;
    public const int LeadLength = 4_000;

    private PlanArea()
    {
    }

    public PlanArea(long planId, int position, PlanAreaDetails details)
    {
        (PlanId, Position) = (planId, position);
        Describe(details);
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    /// <summary>Order in the plan, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>As it is cited, usually roman: the IX of IX/2. Empty where the plan does not number its areas.</summary>
    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The sentence that the items finish; shown above them.</summary>
    public string Lead { get; private set; } = "";

    /// <summary>Set by an import that is taken back; the area is not shown then.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>The import that brought it.</summary>
    public long? ImportId { get; private set; }

    public PlanAreaDetails Details => new(Number, Title, Lead);

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Plan(PlanId)];

    public void Describe(PlanAreaDetails details) => (Number, Title, Lead) = (details.Number.Trim(), details.Title.Trim(), details.Lead.Trim());

    public void MoveTo(int position) => Position = position;

    public void ComeFrom(long importId) => ImportId = importId;

    public void Remove() => IsRemoved = true;

    public void Restore() => IsRemoved = false;
}

public sealed record PlanAreaDetails(string Number, string Title, string Lead = "");
