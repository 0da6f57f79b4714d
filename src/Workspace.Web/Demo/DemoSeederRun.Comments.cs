using System.Globalization;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Demo;

internal sealed partial class DemoSeederRun
{
    /// <summary>Comments on what is written of a meeting so far; past minutes have none of these passages.</summary>
    private async Task AddCommentsAsync(StoredSitting sitting, CancellationToken cancellationToken)
    {
        foreach (var content in DemoContent.Comments)
        {
            var item = sitting.Items.FirstOrDefault(item => item.Text.Final.Contains(content.Passage, StringComparison.Ordinal));
            if (item is null)
                continue;
            var from = item.Text.Final.IndexOf(content.Passage, StringComparison.Ordinal);
            CommentedPassage passage = new(item.Text.Version, new(from, from + content.Passage.Length), content.Passage);
            var at = now.AddMinutes(-content.MinutesAgo);
            TextComment comment = new(item.Item.TextId, people[content.AuthorKey].Id, Key("comment", item.Item.TextId, from), at, passage, content.Body, content.Wording);
            if (content.ResolverKey is { } resolver)
                comment.Resolve(people[resolver].Id, at.AddMinutes(content.Replies.Count + 1));
            db.Add(comment);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var (n, (author, body)) in content.Replies.Index())
                db.Add(new TextCommentReply(comment.Id, people[author].Id, Key("reply", comment.Id, n), at.AddMinutes(n + 1), body));
        }
    }

    private static string Key(string kind, long of, int number) => string.Create(CultureInfo.InvariantCulture, $"demo{kind}{of}x{number}");
}
