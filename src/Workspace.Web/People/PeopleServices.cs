namespace Workspace.Web.People;

public static class PeopleServices
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryAccess>();
        services.AddSingleton<PeopleService>();
        services.AddSingleton<PersonStateService>();
        services.AddSingleton<OrganisationService>();
        services.AddScoped<Fields.Notices>();
    }
}
