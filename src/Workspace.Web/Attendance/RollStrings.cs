namespace Workspace.Web.Attendance;

/// <summary>Names the resources of the roll.</summary>
public sealed class RollStrings;
