using Bunit;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Votes;
using Workspace.Web.Votes.Minuted;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes.Minuted;

public sealed class VoteBlocksTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Blocks_ShowWhatTheRecordSays_AndFollowIt()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Schvaluje skupina návrh?") { Wording = "Skupina schvaluje." });
        await using var pages = new VotePages(scene, scene.Chair);
        var room = await RoomAsync(scene);
        var blocks = pages.Render<VoteBlocks>(p => p.Add(b => b.Room, room).Add(b => b.CanWrite, true));
        var block = $"[data-block='vote:{vote}']";

        blocks.WaitForAssertion(() => Assert.Contains("probíhá", blocks.Find($"{block} .block-line").TextContent), Patience);
        Assert.Equal(await TextIdAsync(scene), long.Parse(blocks.Find(block).GetAttribute("data-block-text")!));
        Assert.Empty(blocks.FindAll($"{block} [data-block-insert]"));
        Assert.NotNull(blocks.Find("[data-blocks]").GetAttribute("hidden"));

        await scene.CastAllAsync(vote, [.. scene.Present.Select(_ => Mark.For)]);
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Done(await scene.Lead.AnnounceAsync(scene.Chair, vote));
        blocks.WaitForAssertion(() => Assert.Contains("PRO 18, PROTI 0, ZDRŽEL SE 0 – přijato", blocks.Find($"{block} .block-line").TextContent), Patience);
        blocks.WaitForAssertion(() => Assert.Contains("Usnesení č.", blocks.Find($"{block} .block-wording").TextContent), Patience);
        Assert.Equal($"/votes/{vote}", blocks.Find($"{block} a").GetAttribute("href"));
        // What is cloned into the text must not come twice with an id.
        Assert.Empty(blocks.FindAll($"{block} [data-block-content] [id]"));
        Assert.Single(blocks.FindAll($"{block} [data-block-insert]"));
    }

    [Fact]
    public async Task Prepared_AreNotThere_AndReadersCannotInsert()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var prepared = await scene.PrepareAsync();
        var held = await scene.OpenAsync();
        Done(await scene.Lead.CloseAsync(scene.Chair, held));
        await using var pages = new VotePages(scene, scene.Present[1].PersonId, "en");
        var room = await RoomAsync(scene);
        var blocks = pages.Render<VoteBlocks>(p => p.Add(b => b.Room, room));
        blocks.WaitForAssertion(() => Assert.Contains("Vote no.", blocks.Find($"[data-block='vote:{held}']").GetAttribute("data-label")), Patience);
        Assert.Empty(blocks.FindAll($"[data-block='vote:{prepared}']"));
        Assert.Empty(blocks.FindAll("[data-block-insert]"));
    }

    [Fact]
    public async Task Insert_PutsTheLineBack_AndSaysWhyItCannot()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        await using var db = scene.World.Db();
        var text = await db.Texts.SingleAsync(t => db.AgendaItems.Any(i => i.Id == scene.ItemId && i.TextId == t.Id));
        text.Lock(scene.World.Time.GetUtcNow());
        await db.SaveChangesAsync();
        var vote = await scene.OpenAsync();
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        await using var pages = new VotePages(scene, scene.Chair);
        var room = await RoomAsync(scene);
        var blocks = pages.Render<VoteBlocks>(p => p.Add(b => b.Room, room).Add(b => b.CanWrite, true));
        var button = $"[data-block='vote:{vote}'] [data-block-insert]";
        blocks.WaitForElement(button, Patience);
        await blocks.InvokeAsync(() => blocks.Find(button).ClickAsync(new()));
        blocks.WaitForAssertion(() => Assert.StartsWith("Hlasování se nepodařilo vložit:", blocks.Find("[role=alert]").TextContent), Patience);

        text.Unlock();
        await db.SaveChangesAsync();
        await blocks.InvokeAsync(() => blocks.Find(button).ClickAsync(new()));
        blocks.WaitForAssertion(() => Assert.Empty(blocks.FindAll("[role=alert]")), Patience);
        Assert.Contains(await db.Revisions.Where(r => r.TextId == text.Id).Select(r => r.Changes).ToListAsync(), c => c.Contains($"[[vote:{vote}]]", StringComparison.Ordinal));
    }

    private static async Task<MeetingRoom> RoomAsync(VoteScene scene) => (await scene.World.Get<MeetingService>().RoomAsync(scene.Chair, scene.MeetingId)).Value!.Room;

    private static async Task<long> TextIdAsync(VoteScene scene)
    {
        await using var db = scene.World.Db();
        return await db.AgendaItems.Where(i => i.Id == scene.ItemId).Select(i => i.TextId).SingleAsync();
    }
}
