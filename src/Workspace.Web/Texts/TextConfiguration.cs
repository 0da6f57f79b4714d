using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workspace.Web.Texts;

internal sealed class TextConfiguration : IEntityTypeConfiguration<LiveText>, IEntityTypeConfiguration<TextRevision>
{
    public void Configure(EntityTypeBuilder<LiveText> text) => text.ToTable("Texts").Ignore(t => t.Topics);

    public void Configure(EntityTypeBuilder<TextRevision> revision)
    {
        revision.ToTable("TextRevisions").HasKey(r => new { r.TextId, r.Version });
        revision.HasIndex(r => new { r.TextId, r.ClientId, r.Sequence }).IsUnique();
        revision.Property(r => r.ClientId).HasMaxLength(TextRevision.ClientIdLength);
        revision.HasOne<LiveText>().WithMany().HasForeignKey(r => r.TextId);
    }
}
