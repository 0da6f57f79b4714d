using Microsoft.AspNetCore.Components.Server.Circuits;
using Workspace.Web.Attendance.Answers;
using Workspace.Web.Attendance.Presence;

namespace Workspace.Web.Attendance;

public static class AttendanceServices
{
    public static void AddAttendance(this IServiceCollection services)
    {
        services.AddSingleton<RollService>();
        services.AddSingleton<CheckInService>();
        services.AddSingleton<AnswerService>();
        services.AddSingleton<AttendanceWording>();
        services.AddSingleton<ConnectedPeople>();
        services.AddSingleton<PresenceService>();
        services.AddSingleton<PresenceWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<PresenceWatch>());
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitPresence>());
    }
}
