namespace Workspace.Web.Texts.History;

/// <summary>Names the resources of the histories of texts.</summary>
public sealed class HistoryStrings;
