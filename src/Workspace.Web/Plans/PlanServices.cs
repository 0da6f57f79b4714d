using Workspace.Web.Plans.Exports;

namespace Workspace.Web.Plans;

public static class PlanServices
{
    public static void AddPlans(this IServiceCollection services)
    {
        services.AddSingleton<PlanChanges>();
        services.AddSingleton<PlanRooms>();
        services.AddSingleton<PlanWordings>();
        services.AddSingleton<PlanService>();
        services.AddSingleton<PlanItemService>();
        services.AddSingleton<Import.PlanImportService>();
        services.AddSingleton<PlanXlsx>();
        services.AddSingleton<PlanDocx>();
    }
}
