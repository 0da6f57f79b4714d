namespace Workspace.Web.Plans;

/// <summary>The fields of an item while they are being entered.</summary>
public sealed class PlanItemInput
{
    private IReadOnlyList<BodyReference> known = [];

    public string Number { get; set; } = "";

    public string Indicator { get; set; } = "";

    public string Deadline { get; set; } = "";

    /// <summary>Each on a line of its own.</summary>
    public string Owners { get; set; } = "";

    /// <summary>Each on a line of its own.</summary>
    public string Cooperating { get; set; } = "";

    public string Funding { get; set; } = "";

    public PlanStatus Status { get; set; }

    public string Comment { get; set; } = "";

    public static PlanItemInput Of(PlanItemDetails details) => new()
    {
        known = details.Bodies,
        Number = details.Number,
        Indicator = details.Indicator,
        Deadline = details.Deadline.Text,
        Owners = Lines(details, BodyRole.Owner),
        Cooperating = Lines(details, BodyRole.Cooperating),
        Funding = details.Funding,
        Status = details.Status,
        Comment = details.Comment,
    };

    public PlanItemDetails Details => new(Number)
    {
        Indicator = Indicator,
        Deadline = PlanDeadline.Parse(Deadline),
        Funding = Funding,
        Status = Status,
        Comment = Comment,
        Bodies = [.. Read(BodyRole.Owner, Owners), .. Read(BodyRole.Cooperating, Cooperating)],
    };

    private static string Lines(PlanItemDetails details, BodyRole role) => string.Join('\n', details.Bodies.Where(b => b.Role == role).Select(b => b.Name));

    private IEnumerable<BodyReference> Read(BodyRole role, string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Distinct().Select(name => known.FirstOrDefault(b => b.Role == role && b.Name == name) ?? new(role, name));
}
