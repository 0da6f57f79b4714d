using Workspace.Web.Plans;

namespace Workspace.Web.Rounds;

/// <summary>An item of the plan as it stood when the round opened. Nothing changes it any more.</summary>
public sealed class RoundItem
{
    private RoundItem()
    {
    }

    public RoundItem(long roundId, int position, ContentArea? area, ContentItem item, (long Version, string Text) wording)
    {
        (RoundId, PlanItemId, Position, TextId) = (roundId, item.Id, position, item.TextId);
        if (area is not null)
            (AreaNumber, AreaTitle, AreaLead) = (area.Details.Number, area.Details.Title, area.Details.Lead);
        (TextVersion, Wording) = wording;
        (Number, Indicator, DeadlineText) = (item.Details.Number, item.Details.Indicator, item.Details.Deadline.Text);
        Owners = string.Join("\n", item.Owners.Select(b => b.Name));
        Cooperating = string.Join("\n", item.Cooperating.Select(b => b.Name));
    }

    public long Id { get; private set; }

    public long RoundId { get; private set; }

    public long PlanItemId { get; private set; }

    /// <summary>Order in the plan, from 0.</summary>
    public int Position { get; private set; }

    public string AreaNumber { get; private set; } = "";

    public string AreaTitle { get; private set; } = "";

    public string AreaLead { get; private set; } = "";

    /// <summary>In the area.</summary>
    public string Number { get; private set; } = "";

    public long TextId { get; private set; }

    public long TextVersion { get; private set; }

    public string Wording { get; private set; } = "";

    public string Indicator { get; private set; } = "";

    public string DeadlineText { get; private set; } = "";

    /// <summary>One a line.</summary>
    public string Owners { get; private set; } = "";

    /// <summary>One a line.</summary>
    public string Cooperating { get; private set; } = "";

    public string Citation => PlanCitation.Of(AreaNumber, Number);

    public string Area => PlanCitation.OfArea(AreaNumber, AreaTitle);
}
