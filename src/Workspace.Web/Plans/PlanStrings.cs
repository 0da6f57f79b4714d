namespace Workspace.Web.Plans;

/// <summary>Names the texts of plans.</summary>
public sealed class PlanStrings;
