using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workspace.Web.Texts.Comments;

internal sealed class CommentConfiguration : IEntityTypeConfiguration<TextComment>, IEntityTypeConfiguration<TextCommentReply>
{
    private const int KeyLength = 32;

    public void Configure(EntityTypeBuilder<TextComment> comment)
    {
        comment.ToTable("TextComments").Ignore(c => c.Topics).Ignore(c => c.Anchor);
        comment.HasIndex(c => new { c.AuthorId, c.Key }).IsUnique();
        comment.HasIndex(c => c.TextId);
        comment.Property(c => c.Key).HasMaxLength(KeyLength);
        comment.Property(c => c.Quotation).HasMaxLength(TextComment.MaxQuotation);
        comment.Property(c => c.Body).HasMaxLength(TextComment.MaxBody);
        comment.Property(c => c.SuggestedWording).HasMaxLength(2 * TextComment.MaxPassage);
        comment.Property(c => c.SuggestionClientId).HasMaxLength(KeyLength);
        comment.Property(c => c.RejectionReason).HasMaxLength(TextComment.MaxReason);
        comment.HasOne<LiveText>().WithMany().HasForeignKey(c => c.TextId);
    }

    public void Configure(EntityTypeBuilder<TextCommentReply> reply)
    {
        reply.ToTable("TextCommentReplies");
        reply.HasIndex(r => new { r.AuthorId, r.Key }).IsUnique();
        reply.Property(r => r.Key).HasMaxLength(KeyLength);
        reply.Property(r => r.Body).HasMaxLength(TextComment.MaxBody);
        reply.HasOne<TextComment>().WithMany().HasForeignKey(r => r.CommentId);
    }
}
