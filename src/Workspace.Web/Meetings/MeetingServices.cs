using Workspace.Web.Account;
using Workspace.Web.Attendance;
using Workspace.Web.Meetings.Proposals;
using Workspace.Web.Meetings.Speakers;

namespace Workspace.Web.Meetings;

public static class MeetingServices
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddSingleton<MeetingChanges>();
        services.AddSingleton<MeetingRooms>();
        services.AddSingleton<MeetingService>();
        services.AddSingleton<AgendaService>();
        services.AddSingleton<AgendaProposalService>();
        services.AddSingleton<ItemProposalService>();
        services.AddSingleton<AttachmentService>();
        services.AddSingleton<MeetingLeadService>();
        services.AddAttendance();
        services.AddSingleton<SpeakerLists>();
        services.AddSingleton<SpeakerService>();
    }

    /// <summary>Attachments leave as downloads only, whatever they hold.</summary>
    public static void MapMeetings(this WebApplication app) =>
        app.MapGet("/attachments/{id:long}", async (long id, HttpContext context, AttachmentService attachments, CancellationToken cancellationToken) =>
        {
            var outcome = await attachments.OpenAsync(context.User.PersonId() ?? 0, id, cancellationToken);
            if (outcome.Value is not { } file)
                return Results.NotFound();
            context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.File(file.Content, "application/octet-stream", file.FileName);
        });
}
