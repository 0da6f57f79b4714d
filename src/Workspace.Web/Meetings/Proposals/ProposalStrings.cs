namespace Workspace.Web.Meetings.Proposals;

/// <summary>Names the texts about proposed items of the agenda.</summary>
public sealed class ProposalStrings;
