namespace Workspace.Web.Votes.Register;

/// <summary>Names the strings of the register of resolutions.</summary>
public sealed class RegisterStrings;
