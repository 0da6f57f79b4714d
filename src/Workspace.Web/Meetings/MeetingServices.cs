#pragma warning disable IDE0060
namespace Workspace.Web.Meetings;

public static class MeetingServices
{
    public static void AddMeetings(this IServiceCollection services)
    {
    }

    public static void MapMeetings(this WebApplication app)
    {
    }
}
