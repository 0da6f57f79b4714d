namespace Workspace.Web.Rounds.Leading;

/// <summary>Names the texts about preparing and leading comment rounds, and about approving plans.</summary>
public sealed class LeadingStrings;
