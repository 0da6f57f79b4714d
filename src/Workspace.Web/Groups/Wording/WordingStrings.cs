namespace Workspace.Web.Groups.Wording;

/// <summary>Names the strings of the group's wording.</summary>
public sealed class WordingStrings;
