namespace Workspace.Web.Meetings.Room;

/// <summary>Names the resources of the meeting room.</summary>
public sealed class RoomStrings;
