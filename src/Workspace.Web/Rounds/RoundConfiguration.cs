using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Groups;
using Workspace.Web.People;
using Workspace.Web.Plans;
using Workspace.Web.Texts;

namespace Workspace.Web.Rounds;

internal sealed class RoundConfiguration :
    IEntityTypeConfiguration<CommentRound>,
    IEntityTypeConfiguration<RoundInvitee>,
    IEntityTypeConfiguration<RoundExtension>,
    IEntityTypeConfiguration<RoundItem>
{
    public void Configure(EntityTypeBuilder<CommentRound> round)
    {
        round.ToTable("Rounds").Ignore(r => r.Topics).Ignore(r => r.Deadline).Ignore(r => r.IsPublic);
        round.Property(r => r.Title).HasMaxLength(CommentRound.TitleLength);
        round.Property(r => r.Call).HasMaxLength(CommentRound.CallLength);
        round.Property(r => r.CloseReason).HasMaxLength(CommentRound.ReasonLength);
        round.HasOne<Plan>().WithMany().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Restrict);
        round.HasOne<Group>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        round.HasOne<Person>().WithMany().HasForeignKey(r => r.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        round.HasOne<Person>().WithMany().HasForeignKey(r => r.OpenedBy).OnDelete(DeleteBehavior.Restrict);
        round.HasOne<Person>().WithMany().HasForeignKey(r => r.ClosedBy).OnDelete(DeleteBehavior.Restrict);
        round.HasOne<Person>().WithMany().HasForeignKey(r => r.SettledBy).OnDelete(DeleteBehavior.Restrict);
        round.HasOne<CommentRound>().WithMany().HasForeignKey(r => r.JointWithId).OnDelete(DeleteBehavior.Restrict);
        round.HasMany(r => r.Invitees).WithOne().HasForeignKey(i => i.RoundId);
        round.HasMany(r => r.Extensions).WithOne().HasForeignKey(e => e.RoundId);
        // One open round a plan and audience.
        round.HasIndex(r => new { r.PlanId, r.Audience }).IsUnique().HasFilter("\"State\" = 'Open'").HasDatabaseName("IX_Rounds_Open");
        round.HasIndex(r => r.State);
    }

    public void Configure(EntityTypeBuilder<RoundInvitee> invitee)
    {
        invitee.ToTable("RoundInvitees");
        invitee.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        invitee.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoundExtension> extension)
    {
        extension.ToTable("RoundExtensions");
        extension.Property(e => e.Reason).HasMaxLength(CommentRound.ReasonLength);
        extension.HasOne<Person>().WithMany().HasForeignKey(e => e.By).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoundItem> item)
    {
        item.ToTable("RoundItems").Ignore(i => i.Citation).Ignore(i => i.Area);
        item.HasOne<CommentRound>().WithMany().HasForeignKey(i => i.RoundId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<PlanItem>().WithMany().HasForeignKey(i => i.PlanItemId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<LiveText>().WithMany().HasForeignKey(i => i.TextId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.RoundId, i.Position }).IsUnique();
        item.HasIndex(i => new { i.RoundId, i.PlanItemId }).IsUnique();
    }
}
