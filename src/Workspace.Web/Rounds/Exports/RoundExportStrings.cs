namespace Workspace.Web.Rounds.Exports;

/// <summary>Names the words of exported settlements and of comparisons.</summary>
public sealed class RoundExportStrings;
