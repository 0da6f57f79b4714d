namespace Workspace.Web.Rounds;

/// <summary>Names the texts about comment rounds.</summary>
public sealed class RoundStrings;
