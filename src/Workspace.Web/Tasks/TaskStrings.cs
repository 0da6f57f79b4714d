namespace Workspace.Web.Tasks;

/// <summary>Names the resources of tasks.</summary>
public sealed class TaskStrings;
