using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Groups;
using Workspace.Web.People;
using Workspace.Web.Plans.Import;
using Workspace.Web.Votes;

namespace Workspace.Web.Plans;

internal sealed class PlanConfiguration :
    IEntityTypeConfiguration<Plan>,
    IEntityTypeConfiguration<PlanArea>,
    IEntityTypeConfiguration<PlanItem>,
    IEntityTypeConfiguration<PlanBody>,
    IEntityTypeConfiguration<OrganisationAlias>,
    IEntityTypeConfiguration<PlanImport>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.Ignore(p => p.Topics).Ignore(p => p.IsApproved);
        plan.Property(p => p.Name).HasMaxLength(Plan.NameLength);
        plan.HasOne<Group>().WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Vote>().WithMany().HasForeignKey(p => p.ApprovedVoteId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Person>().WithMany().HasForeignKey(p => p.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanArea> area)
    {
        area.ToTable("PlanAreas").Ignore(a => a.Topics);
        area.Property(a => a.Number).HasMaxLength(PlanArea.NumberLength);
        area.Property(a => a.Title).HasMaxLength(PlanArea.TitleLength);
        area.Property(a => a.Lead).HasMaxLength(PlanArea.LeadLength);
        area.HasOne<Plan>().WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
        area.HasOne<PlanImport>().WithMany().HasForeignKey(a => a.ImportId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanItem> item)
    {
        item.ToTable("PlanItems").Ignore(i => i.Topics).Ignore(i => i.Deadline);
        item.Property(i => i.Number).HasMaxLength(PlanArea.NumberLength);
        item.Property(i => i.Indicator).HasMaxLength(PlanItem.FieldLength);
        item.Property(i => i.DeadlineText).HasMaxLength(PlanItem.FieldLength);
        item.Property(i => i.Funding).HasMaxLength(PlanItem.FieldLength);
        item.Property(i => i.Comment).HasMaxLength(PlanItem.CommentLength);
        item.HasOne<Plan>().WithMany().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne(i => i.Area).WithMany().HasForeignKey(i => i.AreaId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne(i => i.Text).WithOne().HasForeignKey<PlanItem>(i => i.TextId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<PlanImport>().WithMany().HasForeignKey(i => i.ImportId).OnDelete(DeleteBehavior.Restrict);
        item.HasMany(i => i.Bodies).WithOne().HasForeignKey(b => b.PlanItemId);
    }

    public void Configure(EntityTypeBuilder<PlanBody> body)
    {
        body.ToTable("PlanBodies").Ignore(b => b.Reference);
        body.Property(b => b.Name).HasMaxLength(PlanBody.NameLength);
        body.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        body.HasOne<OrganisationUnit>().WithMany().HasForeignKey(b => b.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OrganisationAlias> alias)
    {
        alias.ToTable("OrganisationAliases").Ignore(a => a.Topics);
        alias.Property(a => a.Name).HasMaxLength(PlanBody.NameLength);
        alias.Property(a => a.SearchKey).HasMaxLength(PlanBody.NameLength);
        alias.HasIndex(a => a.SearchKey).IsUnique();
        alias.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        alias.HasOne<OrganisationUnit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanImport> import)
    {
        import.ToTable("PlanImports").Ignore(i => i.Topics);
        import.Property(i => i.Source).HasMaxLength(300);
        import.HasOne<Plan>().WithMany().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Restrict);
        import.HasOne<Person>().WithMany().HasForeignKey(i => i.By).OnDelete(DeleteBehavior.Restrict);
    }
}
