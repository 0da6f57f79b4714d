namespace Workspace.Web.People;

/// <summary>Names the resources of the directory, its pickers and form fields.</summary>
public sealed class PeopleStrings;
