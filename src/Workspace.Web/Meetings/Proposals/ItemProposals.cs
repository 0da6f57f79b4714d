namespace Workspace.Web.Meetings.Proposals;

/// <summary>A proposal with the names of who made and decided it.</summary>
public sealed record ProposedItem(ItemProposal Proposal, string ProposedBy, string? DecidedBy);

/// <summary>What was proposed for a meeting's agenda, and what the reader may do about it.</summary>
/// <param name="Deadlines">Null for votes outside a meeting, which have no agenda to propose for.</param>
/// <param name="All">In the order of proposing.</param>
/// <param name="CanPropose">A member, while it is not too late.</param>
/// <param name="CanDecide">Who leads the meeting, until it has ended.</param>
public sealed record ItemProposals(AgendaDeadlines? Deadlines, IReadOnlyList<ProposedItem> All, bool CanPropose, bool CanDecide)
{
    public IEnumerable<ProposedItem> Waiting => All.Where(p => p.Proposal.State == ItemProposalState.Waiting);

    public IEnumerable<ProposedItem> Decided => All.Where(p => p.Proposal.State != ItemProposalState.Waiting);
}
