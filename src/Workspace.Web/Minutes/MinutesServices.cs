namespace Workspace.Web.Minutes;

public static class MinutesServices
{
    public static void AddMinutes(this IServiceCollection services)
    {
        services.AddSingleton<MinutesService>();
        services.AddSingleton<MinutesBlockService>();
    }
}
