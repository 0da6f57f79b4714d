using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Meetings;
using Workspace.Web.People;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Settling;

internal sealed class SettlementConfiguration : IEntityTypeConfiguration<Settlement>, IEntityTypeConfiguration<SettlementChange>, IEntityTypeConfiguration<SettlementClaim>
{
    public void Configure(EntityTypeBuilder<Settlement> settlement)
    {
        settlement.ToTable("Settlements").HasKey(s => s.CommentId);
        settlement.Property(s => s.CommentId).ValueGeneratedNever();
        settlement.HasOne<RoundComment>().WithMany().HasForeignKey(s => s.CommentId).OnDelete(DeleteBehavior.Restrict);
        settlement.HasOne<CommentRound>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
        settlement.HasOne<Person>().WithMany().HasForeignKey(s => s.By).OnDelete(DeleteBehavior.Restrict);
        settlement.HasOne<AgendaItem>().WithMany().HasForeignKey(s => s.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SettlementChange> change)
    {
        change.ToTable("SettlementChanges");
        change.HasOne<RoundComment>().WithMany().HasForeignKey(c => c.CommentId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<CommentRound>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<Person>().WithMany().HasForeignKey(c => c.By).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SettlementClaim> claim)
    {
        claim.ToTable("SettlementClaims").HasKey(c => c.CommentId);
        claim.Property(c => c.CommentId).ValueGeneratedNever();
        claim.HasOne<RoundComment>().WithMany().HasForeignKey(c => c.CommentId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne<Person>().WithMany().HasForeignKey(c => c.By).OnDelete(DeleteBehavior.Restrict);
    }
}
