using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.People;

namespace Workspace.Web.Meetings.Proposals;

internal sealed class ItemProposalConfiguration : IEntityTypeConfiguration<ItemProposal>
{
    public void Configure(EntityTypeBuilder<ItemProposal> proposal)
    {
        proposal.Ignore(p => p.Topics).Ignore(p => p.Details);
        proposal.Property(p => p.Title).HasMaxLength(AgendaRules.TitleLimit);
        proposal.Property(p => p.Presenter).HasMaxLength(AgendaRules.PresenterLimit);
        proposal.Property(p => p.Background).HasMaxLength(AgendaRules.BackgroundLimit);
        proposal.Property(p => p.Reason).HasMaxLength(ItemProposal.ReasonLength);
        proposal.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<AgendaItem>().WithMany().HasForeignKey(p => p.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Person>().WithMany().HasForeignKey(p => p.ProposedBy).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Person>().WithMany().HasForeignKey(p => p.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
