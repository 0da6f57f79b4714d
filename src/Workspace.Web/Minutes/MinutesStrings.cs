namespace Workspace.Web.Minutes;

/// <summary>Names the resources of this folder.</summary>
public sealed class MinutesStrings;
