namespace Workspace.Web.Rounds.Public;

/// <summary>Names the texts of the page on which the public comments.</summary>
public sealed class PublicStrings;
