using Microsoft.AspNetCore.Http.Connections;
using Workspace.Web.Texts.Comments;
using Workspace.Web.Texts.History;

namespace Workspace.Web.Texts;

public static class TextServices
{
    /// <summary>Above what an honest editor sends at once, so that what is too large is refused in words and not by a cut line.</summary>
    private const int MaxMessageBytes = 2 * 1024 * 1024;

    public static void AddTexts(this IServiceCollection services)
    {
        services.AddSingleton<RevisionLog>();
        services.AddSingleton<RevisionWriter>();
        services.AddSingleton<TextAudience>();
        services.AddSingleton<TextAccess>();
        services.AddSingleton<TextSessions>();
        services.AddSingleton<TextPassages>();
        services.AddSingleton<CommentThreads>();
        services.AddSingleton<TextCommentService>();
        services.AddSingleton<SuggestionService>();
        services.AddHostedService<CommentAnnouncer>();
        services.AddHostedService<TextKeeper>();
        services.AddTextHistory();
        services.AddSignalR().AddHubOptions<TextHub>(options =>
        {
            options.MaximumReceiveMessageSize = MaxMessageBytes;
            // A caret need not wait for the commit of what was typed before it.
            options.MaximumParallelInvocationsPerClient = 8;
            options.KeepAliveInterval = TimeSpan.FromSeconds(10);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
    }

    public static void MapTexts(this WebApplication app)
    {
        app.MapHub<TextHub>("/hubs/text", options => options.Transports = HttpTransportType.WebSockets | HttpTransportType.LongPolling);
        app.MapTextHistory();
    }
}
