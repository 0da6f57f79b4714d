using Workspace.Web.Tasks.Minuted;

namespace Workspace.Web.Tasks;

public static class TaskServices
{
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddSingleton<TaskService>();
        services.AddSingleton<TaskListService>();
        services.AddSingleton<TaskWording>();
        services.AddSingleton<MinutedTasks>();
    }
}
