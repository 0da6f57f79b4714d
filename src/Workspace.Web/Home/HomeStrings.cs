namespace Workspace.Web.Home;

/// <summary>Names the resources of the overview.</summary>
public sealed class HomeStrings;
