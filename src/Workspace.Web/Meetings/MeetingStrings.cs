namespace Workspace.Web.Meetings;

/// <summary>Names the resources of meetings and agendas.</summary>
public sealed class MeetingStrings;
