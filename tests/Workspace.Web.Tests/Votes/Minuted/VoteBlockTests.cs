using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Minutes;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;
using Workspace.Web.Texts.Blocks;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes.Minuted;

public sealed class VoteBlockTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task V13_ClosedVote_ComesIntoItsItemsText_AsARevisionOfWhoClosed_Once(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var before = await TextAsync(scene);
        var vote = await scene.OpenAsync();
        Assert.Equal(before, await TextAsync(scene));

        Done(await scene.Lead.CloseAsync(scene.Chair, vote));

        Assert.Equal($"{before}\n\n[[vote:{vote}]]\n", await TextAsync(scene));
        await using var db = scene.World.Db();
        var revision = await db.Revisions.SingleAsync(r => r.ClientId == $"vote{vote}");
        Assert.Equal((scene.Chair, 1L), (revision.AuthorId, revision.Sequence));

        // Taken back and closed again, also by somebody else, and after a refused second closing.
        Done(await scene.Lead.ReopenAsync(scene.Chair, vote));
        Done(await scene.Lead.CloseAsync(await scene.PersonAsync("secretary"), vote));
        Refused("VoteNotOpen", await scene.Lead.CloseAsync(scene.Chair, vote));
        Assert.Equal($"{before}\n\n[[vote:{vote}]]\n", await TextAsync(scene));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task TwoCloseAtOnce_WhileSomebodyTypes_OneLineAndEveryLetter(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        var textId = await TextIdAsync(scene);
        var start = (await (await scene.World.Get<TextSessions>().OpenAsync(textId))!.ReadAsync(null));
        var typing = Task.Run(async () =>
        {
            // Always at the very end as this writer knows the text, who hears of nobody else meanwhile.
            for (var i = 1; i <= 40; i++)
            {
                var length = start.Text!.Length;
                ChangeSet[] all = [.. Enumerable.Range(0, i).Select(n => ChangeSet.Replace(length + n, length + n, length + n, "☂"))];
                Assert.Null((await scene.World.Get<TextSessions>().SubmitAsync(textId, new(scene.Present[1].PersonId, "typist", 1, start.Version, all))).Refused);
            }
        });

        var closings = await Task.WhenAll(
            Task.Run(() => scene.Lead.CloseAsync(scene.Chair, vote)),
            Task.Run(async () => await scene.Lead.CloseAsync(await scene.PersonAsync("secretary"), vote)));
        await typing;

        Assert.Equal(1, closings.Count(c => c.IsDone));
        var after = await TextAsync(scene);
        Assert.Single(BlockLine.In(after), BlockLine.OfVote(vote));
        Assert.Equal(40, after.Count(c => c == '☂'));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task LockedText_DoesNotKeepAVoteFromBeingClosed(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var before = await TextAsync(scene);
        await using var db = scene.World.Db();
        var textId = await TextIdAsync(scene);
        var text = await db.Texts.SingleAsync(t => t.Id == textId);
        text.Lock(scene.World.Time.GetUtcNow());
        await db.SaveChangesAsync();
        var vote = await scene.OpenAsync();

        Done(await scene.Lead.CloseAsync(scene.Chair, vote));

        Assert.Equal(before, await TextAsync(scene));
        Refused("TextLocked", await Blocks(scene).InsertAsync(scene.Chair, BlockLine.OfVote(vote)));
        text.Unlock();
        await db.SaveChangesAsync();
        Done(await Blocks(scene).InsertAsync(scene.Chair, BlockLine.OfVote(vote)));
        Assert.Single(BlockLine.In(await TextAsync(scene)), BlockLine.OfVote(vote));
    }

    [Fact]
    public async Task FullText_DoesNotKeepAVoteFromBeingClosed()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var textId = await TextIdAsync(scene);
        var length = (await TextAsync(scene)).Length;
        var sequence = 0;
        while (length < TextRules.MaxTextLength)
        {
            var more = Math.Min(10_000, TextRules.MaxTextLength - length);
            var version = (await (await scene.World.Get<TextSessions>().OpenAsync(textId))!.ReadAsync(null)).Version;
            var answer = await scene.World.Get<TextSessions>().SubmitAsync(textId, new(scene.Chair, "filler", ++sequence, version, [ChangeSet.Replace(length, length, length, new('a', more))]));
            Assert.Null(answer.Refused);
            length += more;
        }
        var vote = await scene.OpenAsync();

        Done(await scene.Lead.CloseAsync(scene.Chair, vote));

        Assert.Empty(BlockLine.In(await TextAsync(scene)));
        Refused("TextFull", await Blocks(scene).InsertAsync(scene.Chair, BlockLine.OfVote(vote)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task LineThatWasDeleted_IsPutBackOnce_ByWhoMayWrite(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        Refused("VoteNotClosed", await Blocks(scene).InsertAsync(scene.Chair, BlockLine.OfVote(vote)));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Done(await Blocks(scene).InsertAsync(scene.Chair, BlockLine.OfVote(vote)));
        Assert.Single(BlockLine.In(await TextAsync(scene)));
        var textId = await TextIdAsync(scene);
        var (version, text, _) = await (await scene.World.Get<TextSessions>().OpenAsync(textId))!.ReadAsync(null);
        await scene.World.Get<TextSessions>().SubmitAsync(textId, new(scene.Chair, "writer", 1, version, [ChangeSet.Replace(text!.Length, 0, text.Length, "nic")]));

        Refused("NotAllowed", await Blocks(scene).InsertAsync(await scene.PersonAsync("guest-1"), BlockLine.OfVote(vote)));
        Refused("NotFound", await Blocks(scene).InsertAsync(scene.Stranger, BlockLine.OfVote(vote)));
        Refused("NotFound", await Blocks(scene).InsertAsync(scene.Chair, BlockLine.OfVote(987_654)));
        Done(await Blocks(scene).InsertAsync(scene.Present[1].PersonId, BlockLine.OfVote(vote)));
        Done(await Blocks(scene).InsertAsync(scene.Chair, BlockLine.OfVote(vote)));

        Assert.Equal($"nic\n\n[[vote:{vote}]]\n", await TextAsync(scene));
    }

    [Theory, InlineData("[[vote:12]]", true), InlineData("[[attendance:3]]", true), InlineData("[[vote:12]] ", false), InlineData(" [[vote:12]]", false),
        InlineData("[[vote:]]", false), InlineData("[[vote:012]]", false), InlineData("[[vote:-1]]", false), InlineData("[[vote:99999999999999999999]]", false),
        InlineData("[[task:1]]", true), InlineData("[[tasks:1]]", false), InlineData("[[vote:1]", false), InlineData("[[]]", false), InlineData("[[:]]", false), InlineData("", false)]
    public void BlockLine_IsExactlyAReference(string line, bool isBlock)
    {
        Assert.Equal(isBlock, BlockLine.Parse(line) is not null);
        if (isBlock)
            Assert.Equal(line, BlockLine.Parse(line).ToString());
    }

    private static MinutesBlockService Blocks(VoteScene scene) => scene.World.Get<MinutesBlockService>();

    private static async Task<long> TextIdAsync(VoteScene scene)
    {
        await using var db = scene.World.Db();
        return await db.AgendaItems.Where(i => i.Id == scene.ItemId).Select(i => i.TextId).SingleAsync();
    }

    private static async Task<string> TextAsync(VoteScene scene) =>
        (await scene.World.Get<RevisionLog>().LoadAsync(await TextIdAsync(scene)))!.Document.ToString();
}
