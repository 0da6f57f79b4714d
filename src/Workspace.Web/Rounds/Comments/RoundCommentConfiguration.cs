using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.People;

namespace Workspace.Web.Rounds.Comments;

internal sealed class RoundCommentConfiguration :
    IEntityTypeConfiguration<RoundComment>,
    IEntityTypeConfiguration<NoComments>,
    IEntityTypeConfiguration<CommentSupport>
{
    public void Configure(EntityTypeBuilder<RoundComment> comment)
    {
        comment.ToTable("RoundComments").Ignore(c => c.Topics).Ignore(c => c.IsEssential).Ignore(c => c.Words).Ignore(c => c.Author).Ignore(c => c.Party);
        comment.Property(c => c.DraftId).HasMaxLength(32);
        comment.Property(c => c.TextKey).HasMaxLength(32);
        comment.Property(c => c.AuthorName).HasMaxLength(RoundComment.NameLength);
        comment.Property(c => c.OrganisationName).HasMaxLength(RoundComment.NameLength);
        comment.HasOne<CommentRound>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<RoundItem>().WithMany().HasForeignKey(c => c.ItemId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Person>().WithMany().HasForeignKey(c => c.WriterId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Person>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Person>().WithMany().HasForeignKey(c => c.EnteredById).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        comment.HasIndex(c => new { c.RoundId, c.WriterId, c.DraftId }).IsUnique();
        // An index takes each missing writer for another.
        comment.HasIndex(c => new { c.RoundId, c.DraftId }).IsUnique().HasFilter("\"WriterId\" IS NULL").HasDatabaseName("IX_RoundComments_Public");
        comment.HasIndex(c => new { c.RoundId, c.State });
    }

    public void Configure(EntityTypeBuilder<NoComments> answer)
    {
        answer.ToTable("RoundNoComments").HasKey(a => new { a.ItemId, a.PersonId });
        answer.HasOne<RoundItem>().WithMany().HasForeignKey(a => a.ItemId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<CommentRound>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.RoundId, a.PersonId });
    }

    public void Configure(EntityTypeBuilder<CommentSupport> support)
    {
        support.ToTable("RoundCommentSupports").HasKey(s => new { s.CommentId, s.PersonId });
        support.HasOne<RoundComment>().WithMany().HasForeignKey(s => s.CommentId).OnDelete(DeleteBehavior.Restrict);
        support.HasOne<CommentRound>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
        support.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
