namespace Workspace.Web.Layout;

/// <summary>Names the resources of the shell.</summary>
public sealed class ShellStrings;
