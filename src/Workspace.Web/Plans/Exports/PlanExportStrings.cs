namespace Workspace.Web.Plans.Exports;

/// <summary>Names the words of exported plans. Heads of columns, areas and statuses are among those that the import knows.</summary>
public sealed class PlanExportStrings;
