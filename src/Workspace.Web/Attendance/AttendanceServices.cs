namespace Workspace.Web.Attendance;

public static class AttendanceServices
{
    public static void AddAttendance(this IServiceCollection services)
    {
        services.AddSingleton<RollService>();
        services.AddSingleton<CheckInService>();
    }
}
