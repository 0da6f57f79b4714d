using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workspace.Web.People;

internal sealed class PeopleConfiguration : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<OrganisationUnit>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People").Ignore(p => p.Topics).Ignore(p => p.FullName).Ignore(p => p.ListName);
        person.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.SetNull);
        person.HasOne<OrganisationUnit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.SetNull);
        person.HasIndex(p => p.DemoKey).IsUnique();
        person.HasIndex(p => p.NormalizedEmail).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Ignore(o => o.Topics);
        organisation.Property(o => o.Name).HasMaxLength(300);
        organisation.HasMany(o => o.Units).WithOne().HasForeignKey(u => u.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<OrganisationUnit> unit) => unit.ToTable("Units").Ignore(u => u.Topics);
}
