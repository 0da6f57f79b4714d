namespace Workspace.Web.Notifications;

public static class NotificationServices
{
    public static void AddNotifications(this IServiceCollection services) => services.AddSingleton<NotificationService>();
}
