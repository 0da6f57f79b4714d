using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Demo;

public sealed class DemoRoundsTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SettledRound_AgreesWithWhatTheMinutesSay(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        var (id, secretary) = (await RoundAsync(world, RoundState.Settled), await PersonAsync(world, "secretary"));
        var view = (await world.Get<SettlementService>().ReadAsync(secretary, id, new() { Take = null })).Value!;

        Assert.Equal((38, 38, 11), (view.Counts.Comments, view.Counts.Settled, view.Organisations.Count));
        Assert.Equal(
            (24, 8, 4, 2),
            (view.Counts.Outcomes[SettlementOutcome.Accepted], view.Counts.Outcomes[SettlementOutcome.PartlyAccepted], view.Counts.Outcomes[SettlementOutcome.NotAccepted], view.Counts.Outcomes[SettlementOutcome.Explained]));
        Assert.Equal((0, 0), (view.Counts.Disputes, view.Counts.Untold));
        Assert.Equal(18, view.Items.Count);
        Assert.Contains(view.Items, item => item.Citation == "II/4");
        Assert.DoesNotContain(view.Items, item => item.Citation == "III/5");
        Assert.Contains("vrací podle svých možností", view.Items.Single(item => item.Citation == "I/4").Wording);
    }

    [Fact]
    public async Task OpenRound_WaitsForMembers_AndKeepsADraft()
    {
        await using var world = await DemoSeederTests.SeededAsync(DatabaseKind.Sqlite);
        var member = await PersonAsync(world, "member-1");
        var mine = Assert.Single(await world.Get<RoundService>().MineAsync(member));
        Assert.Equal((9, 7), (mine.Items, mine.Unanswered));
        Assert.InRange((mine.ClosesAt - world.Time.GetUtcNow()).TotalDays, 3, 4);
        var view = (await world.Get<RoundService>().ReadAsync(member, mine.Id)).Value!;
        Assert.Equal("II/2", view.Items.Single(item => item.Id == Assert.Single(view.Drafts).ItemId).Citation);
        Assert.Single(view.Round.Extensions);
        Assert.Equal("Filip Hanousek", Assert.Single(view.Items.SelectMany(item => view.CommentsOf(item.Id)), comment => comment.Supporters.Count > 0).Supporters[0].Name);
    }

    [Fact]
    public async Task ClosedRound_IsBeingSettled_WithADisputeAndALateComment()
    {
        await using var world = await DemoSeederTests.SeededAsync(DatabaseKind.Sqlite);
        var (id, secretary) = (await RoundAsync(world, RoundState.Closed), await PersonAsync(world, "secretary"));
        var view = (await world.Get<SettlementService>().ReadAsync(secretary, id, new())).Value!;
        Assert.Equal((7, 3, 1, 1, 1), (view.Counts.Comments, view.Counts.Settled, view.Counts.Insisted, view.Counts.Late, view.Counts.Untold));
        Assert.Contains(view.Rows, row => row.Alike.Count == 1);
        Assert.Contains(view.Rows, row => row.Comment.EnteredBy == "Vojtěch Hruška");
        // What was accepted stands in the text.
        var accepted = view.Rows.Single(row => row.Comment.Settlement?.Outcome == SettlementOutcome.Accepted);
        var preview = (await world.Get<SettlementService>().PreviewAsync(secretary, accepted.Comment.Comment.Id)).Value!;
        Assert.True(preview.IsUnchanged);
    }

    [Fact]
    public async Task PublicRound_IsSettledTogetherWithThatOfTheMembers()
    {
        await using var world = await DemoSeederTests.SeededAsync(DatabaseKind.Sqlite);
        await using var db = world.Db();
        var open = await db.Rounds.SingleAsync(r => r.Audience == RoundAudience.Public);
        Assert.Equal(RoundAudience.Members, (await db.Rounds.SingleAsync(r => r.Id == open.JointWithId)).Audience);
        Assert.Equal(["Karel Mareš", "Renata Součková"], await db.RoundComments.Where(c => c.RoundId == open.Id && c.WriterId == null).Select(c => c.AuthorName).OrderBy(n => n).ToListAsync());
    }

    private static async Task<long> RoundAsync(World world, RoundState state)
    {
        await using var db = world.Db();
        return (await db.Rounds.SingleAsync(r => r.State == state)).Id;
    }

    private static async Task<long> PersonAsync(World world, string key)
    {
        await using var db = world.Db();
        return (await db.People.SingleAsync(p => p.DemoKey == key)).Id;
    }
}
