using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.People;

namespace Workspace.Web.Notifications;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notice)
    {
        notice.Ignore(n => n.Topics);
        notice.Property(n => n.Key).HasMaxLength(120);
        notice.Property(n => n.Link).HasMaxLength(300);
        notice.Property(n => n.Subject).HasMaxLength(300);
        notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
        notice.HasIndex(n => new { n.PersonId, n.Key }).IsUnique();
    }
}
