namespace Workspace.Web.Meetings.Speakers;

/// <summary>Names the resources of the list of speakers.</summary>
public sealed class SpeakerStrings;
