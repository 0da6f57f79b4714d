namespace Workspace.Web.Votes;

/// <summary>Names the strings of votes.</summary>
public sealed class VoteStrings;
