using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Mail;
using Workspace.Web.People;

namespace Workspace.Web.Account;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Ignore(i => i.Topics);
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
    }

    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.Ignore(t => t.Topics);
        token.HasIndex(t => t.TokenHash).IsUnique();
        token.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("Outbox").HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => new { m.SentAt, m.NextAttemptAt });
    }
}
