namespace Workspace.Web.Groups;

public static class GroupServices
{
    public static void AddGroups(this IServiceCollection services)
    {
        services.AddSingleton<GroupAccess>();
        services.AddSingleton<GroupService>();
        services.AddScoped<Layout.CurrentGroup>();
    }
}
