using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.People;

namespace Workspace.Web.Groups;

internal sealed class GroupConfiguration :
    IEntityTypeConfiguration<Group>,
    IEntityTypeConfiguration<Seat>,
    IEntityTypeConfiguration<SeatTerm>,
    IEntityTypeConfiguration<GroupOfficer>,
    IEntityTypeConfiguration<GroupGuest>,
    IEntityTypeConfiguration<RulesOfProcedure>,
    IEntityTypeConfiguration<StandingItem>
{
    public void Configure(EntityTypeBuilder<Group> group)
    {
        group.Ignore(g => g.Topics);
        group.Property(g => g.Name).HasMaxLength(300);
        group.Property(g => g.ShortName).HasMaxLength(60);
        group.HasOne<Group>().WithMany().HasForeignKey(g => g.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.Ignore(s => s.Topics);
        seat.HasOne<Group>().WithMany().HasForeignKey(s => s.GroupId);
        seat.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        seat.HasOne<OrganisationUnit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        seat.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SeatTerm> term)
    {
        term.Ignore(t => t.Topics).Ignore(t => t.IsInForce);
        term.HasOne<Seat>().WithMany().HasForeignKey(t => t.SeatId);
        term.HasOne<Group>().WithMany().HasForeignKey(t => t.GroupId);
        term.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        term.HasOne<Person>().WithMany().HasForeignKey(t => t.AnswerRecordedById).OnDelete(DeleteBehavior.Restrict);
        // Two holders of one seat at a time can never be: earlier terms have an end, and the open one is alone.
        term.HasIndex(t => t.SeatId, "IX_SeatTerms_OneOpenHolder").IsUnique().HasFilter("\"Kind\" = 'Holder' AND \"To\" IS NULL");
        term.HasIndex(t => new { t.GroupId, t.PersonId });
    }

    public void Configure(EntityTypeBuilder<GroupOfficer> officer)
    {
        officer.ToTable("Officers").Ignore(o => o.Topics);
        officer.HasOne<Group>().WithMany().HasForeignKey(o => o.GroupId);
        officer.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
        officer.HasIndex(o => new { o.GroupId, o.PersonId });
    }

    public void Configure(EntityTypeBuilder<GroupGuest> guest)
    {
        guest.ToTable("Guests").Ignore(g => g.Topics);
        guest.HasOne<Group>().WithMany().HasForeignKey(g => g.GroupId);
        guest.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Restrict);
        guest.HasIndex(g => new { g.GroupId, g.PersonId });
    }

    public void Configure(EntityTypeBuilder<RulesOfProcedure> rules)
    {
        rules.ToTable("Rules").Ignore(r => r.Topics);
        rules.HasOne<Group>().WithMany().HasForeignKey(r => r.GroupId);
        rules.HasIndex(r => new { r.GroupId, r.Version }).IsUnique();
        rules.HasIndex(r => new { r.GroupId, r.ValidFrom }).IsUnique();
        rules.OwnsOne(r => r.Values, values =>
        {
            // Rules that were made before this could be said have the usual value, not none.
            values.Property(v => v.ConnectionGraceMinutes)
                .HasDefaultValue(RulesValues.UsualConnectionGraceMinutes).HasSentinel(RulesValues.UsualConnectionGraceMinutes);
            values.OwnsOne(v => v.Quorum);
            values.OwnsOne(v => v.Majority);
            values.OwnsOne(v => v.PerRollamObjection);
        });
    }

    public void Configure(EntityTypeBuilder<StandingItem> item)
    {
        item.Ignore(i => i.Topics);
        item.Property(i => i.Title).HasMaxLength(500);
        item.HasOne<Group>().WithMany().HasForeignKey(i => i.GroupId);
    }
}
