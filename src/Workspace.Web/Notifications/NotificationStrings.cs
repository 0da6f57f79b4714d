namespace Workspace.Web.Notifications;

/// <summary>Names the resources of notifications.</summary>
public sealed class NotificationStrings;
