namespace Workspace.Web.People;

/// <summary>The grammatical gender in which sentences speak of a person; unknown unless stated.</summary>
public enum Gender { Woman, Man }
