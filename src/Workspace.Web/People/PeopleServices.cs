#pragma warning disable IDE0060
namespace Workspace.Web.People;

public static class PeopleServices
{
    public static void AddPeople(this IServiceCollection services)
    {
    }
}
