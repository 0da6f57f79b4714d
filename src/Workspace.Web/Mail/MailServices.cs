using Workspace.Web.Data;

namespace Workspace.Web.Mail;

public static class MailServices
{
    public static void AddMail(this IServiceCollection services, WorkspaceSettings settings)
    {
        services.AddSingleton<Outbox>();
        if (settings.Smtp is null)
            return;
        services.AddSingleton(settings.Smtp);
        services.AddSingleton<SmtpPost>();
        services.AddSingleton<OutboxSender>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
    }
}
