#pragma warning disable IDE0060
namespace Workspace.Web.Texts;

public static class TextServices
{
    public static void AddTexts(this IServiceCollection services)
    {
    }

    public static void MapTexts(this WebApplication app)
    {
    }
}
