namespace Workspace.Web.Meetings.Projector;

/// <summary>Names the resources of the shared screen.</summary>
public sealed class ProjectorStrings;
