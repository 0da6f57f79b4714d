using Workspace.Web.Groups.Wording;

namespace Workspace.Web.Groups;

public static class GroupServices
{
    public static void AddGroups(this IServiceCollection services)
    {
        services.AddSingleton<GroupAccess>();
        services.AddSingleton<GroupChanges>();
        services.AddSingleton<GroupService>();
        services.AddSingleton<MembersService>();
        services.AddSingleton<SeatService>();
        services.AddSingleton<SeatTermService>();
        services.AddSingleton<MembershipService>();
        services.AddSingleton<OfficerService>();
        services.AddSingleton<GuestService>();
        services.AddSingleton<RulesService>();
        services.AddSingleton<StandingItemService>();
        services.AddSingleton<WordingService>();
        services.AddScoped<Layout.CurrentGroup>();
    }
}
