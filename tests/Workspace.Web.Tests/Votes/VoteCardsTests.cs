using Bunit;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes;

/// <summary>What comes to everybody, wherever they are.</summary>
public sealed class VoteCardsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task WhoComesWhileAVoteIsOpen_GetsItsCard_AndWhoMayNotVoteOnlyHearsOfIt()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        await using var db = scene.World.Db();
        var away = await db.Roll.FirstAsync(r => r.MeetingId == scene.MeetingId && r.SeatId != null && r.State == RollState.Excused);
        await using var late = new VotePages(scene, away.PersonId!.Value);
        await using var guest = new VotePages(scene, await scene.PersonAsync("guest-1"));
        var lateCards = late.Render<VoteCards>();
        var guestCards = guest.Render<VoteCards>();

        var vote = await scene.OpenAsync(new(scene.ItemId, "Souhlasíte s termínem?"));
        foreach (var cards in new[] { lateCards, guestCards })
        {
            cards.WaitForAssertion(() => Assert.Equal("Hlasování zahájeno. Souhlasíte s termínem?", cards.Find("[role=status].visually-hidden").TextContent), Patience);
            Assert.Empty(cards.FindAll(".card.vote"));
        }

        Done(await scene.World.Get<RollService>().MarkSeatAsync(scene.Chair, scene.MeetingId, away.SeatId!.Value, RollState.Present));
        lateCards.WaitForAssertion(() => Assert.Equal(3, lateCards.FindAll(".choice").Count), Patience);

        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        lateCards.WaitForAssertion(() => Assert.Single(lateCards.FindAll(".card.ended")), Patience);
        guestCards.WaitForAssertion(() => Assert.StartsWith("Hlasování ukončeno.", guestCards.Find("[role=status].visually-hidden").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(guestCards.FindAll(".card"));
    }
}
