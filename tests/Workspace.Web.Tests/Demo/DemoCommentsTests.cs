using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Demo;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Demo;

public sealed class DemoCommentsTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task LiveMeeting_HasComments_EachOnItsWords_OneSuggestingOneResolved(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        await using var db = world.Db();
        var meeting = await db.Meetings.SingleAsync(m => m.State == MeetingState.Live);
        var texts = await db.AgendaItems.Where(i => i.MeetingId == meeting.Id).Select(i => i.TextId).ToListAsync();

        var comments = await db.Comments.ToListAsync();

        Assert.Equal(DemoContent.Comments.Count, comments.Count);
        Assert.Single(comments, c => c.SuggestedWording is not null);
        Assert.Single(comments, c => c.ResolvedAt is not null);
        Assert.Equal(2, await db.CommentReplies.CountAsync());
        foreach (var comment in comments)
        {
            Assert.Contains(comment.TextId, texts);
            var text = (await RevisionLog.LoadAsync(db, comment.TextId))!;
            Assert.Equal(comment.CreatedVersion, text.Version);
            Assert.Equal(comment.Quotation, text.Document.ToString()[comment.From..comment.To]);
            Assert.Contains(DemoContent.Comments, c => c.Passage == comment.Quotation);
        }
    }
}
