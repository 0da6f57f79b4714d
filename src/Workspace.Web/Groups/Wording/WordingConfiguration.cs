using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workspace.Web.Groups.Wording;

internal sealed class WordingConfiguration : IEntityTypeConfiguration<StandardSentence>, IEntityTypeConfiguration<Abbreviation>
{
    public void Configure(EntityTypeBuilder<StandardSentence> sentence)
    {
        sentence.Ignore(s => s.Topics);
        sentence.Property(s => s.Text).HasMaxLength(StandardSentence.MaxLength);
        sentence.HasOne<Group>().WithMany().HasForeignKey(s => s.GroupId);
    }

    public void Configure(EntityTypeBuilder<Abbreviation> abbreviation)
    {
        abbreviation.Ignore(a => a.Topics);
        abbreviation.Property(a => a.Short).HasMaxLength(Abbreviation.ShortLength);
        abbreviation.Property(a => a.Meaning).HasMaxLength(Abbreviation.MeaningLength);
        abbreviation.HasOne<Group>().WithMany().HasForeignKey(a => a.GroupId);
        abbreviation.HasIndex(a => new { a.GroupId, a.Short }).IsUnique();
    }
}
