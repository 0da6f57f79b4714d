namespace Workspace.Web.Rounds;

/// <summary>Names the texts of the member's page of a round.</summary>
public sealed class RoundPageStrings;
