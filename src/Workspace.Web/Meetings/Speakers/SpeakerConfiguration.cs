using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.People;

namespace Workspace.Web.Meetings.Speakers;

internal sealed class SpeakerConfiguration : IEntityTypeConfiguration<SpeakerRequest>
{
    public void Configure(EntityTypeBuilder<SpeakerRequest> request)
    {
        request.Ignore(r => r.Topics).Ignore(r => r.IsSpeaking).Ignore(r => r.IsWaiting);
        request.Property(r => r.GuestName).HasMaxLength(SpeakerRequest.NameLength);
        request.HasOne<Meeting>().WithMany().HasForeignKey(r => r.MeetingId);
        request.HasOne<AgendaItem>().WithMany().HasForeignKey(r => r.AgendaItemId);
        request.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        // Nobody waits or speaks twice, and one speaks at a time.
        request.HasIndex(r => new { r.MeetingId, r.PersonId }).IsUnique().HasFilter("\"EndedAt\" IS NULL AND \"PersonId\" IS NOT NULL");
        request.HasIndex(r => new { r.MeetingId, r.GuestName }).IsUnique().HasFilter("\"EndedAt\" IS NULL AND \"GuestName\" IS NOT NULL");
        request.HasIndex(r => r.MeetingId, "IX_SpeakerRequests_Speaking").IsUnique().HasFilter("\"GivenAt\" IS NOT NULL AND \"EndedAt\" IS NULL");
        request.HasIndex(r => r.MeetingId);
    }
}
