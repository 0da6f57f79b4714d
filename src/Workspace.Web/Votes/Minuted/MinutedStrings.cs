namespace Workspace.Web.Votes.Minuted;

/// <summary>Names the strings of votes in the minutes.</summary>
public sealed class MinutedStrings;
