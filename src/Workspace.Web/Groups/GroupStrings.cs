namespace Workspace.Web.Groups;

/// <summary>Names the resources of groups, their members and their rules.</summary>
public sealed class GroupStrings;
