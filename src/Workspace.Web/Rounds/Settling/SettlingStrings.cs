namespace Workspace.Web.Rounds.Settling;

public sealed class SettlingStrings;
