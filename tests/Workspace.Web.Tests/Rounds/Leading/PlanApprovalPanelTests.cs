using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;
using Workspace.Web.Plans;
using Workspace.Web.Rounds;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Rounds.Leading;

public sealed class PlanApprovalPanelTests
{
    [Fact]
    public async Task C8_Approving_AsksForTheVote_WarnsOfUnsettledComments_AndThenNamesTheVote()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await world.SendAsync(world.First, round, "III/4", world.Comment("daleko"));
        await using var pages = new LeadPages(world, world.Secretary);
        var page = pages.Render<PlanPage>(p => p.Add(r => r.PlanId, world.PlanId));
        page.WaitForWords("Zaznamenat schválení plánu");
        await page.PressAsync("Zaznamenat schválení plánu");
        page.WaitForWords("Skupina zatím o ničem kladně nehlasovala.");
        await page.PressAsync("Zavřít");
        var vote = await VoteAsync(world);
        await using var db = world.World.Db();
        await db.AnnounceAsync([LiveTopic.Voting(world.Group.Group.Id)]);

        await page.PressAsync("Zaznamenat schválení plánu");
        page.WaitForElement("#approving-vote");
        page.WaitForWords("K plánu zbývá 1 nevypořádaná připomínka.");
        page.Find("form").Submit();
        page.WaitForWords("Vyberte hlasování, kterým byl plán schválen.");
        page.Find("#approving-vote").Change("1");
        page.Find("form").Submit();
        page.WaitForWords("Schválit jej můžete, až to výslovně potvrdíte.");
        Assert.Contains(page.Find(".ask .notice.error").Id!, page.Find("#approval-acknowledged").GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        page.Find("#approval-acknowledged").Change(true);
        page.Find("form").Submit();
        page.WaitForWords("Plán byl schválen:");
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == $"/votes/{vote}" && a.TextContent.EndsWith("Schvalujete akční plán?", StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("a"), a => a.GetAttribute("href") == $"/plans/{world.PlanId}/rounds/new");

        await using var member = new LeadPages(world, world.First, "en");
        var read = member.Render<PlanPage>(p => p.Add(r => r.PlanId, world.PlanId));
        read.WaitForWords("The plan was approved:");
        Assert.Equal(vote, (await world.World.Get<PlanApprovalService>().FindAsync(world.First, world.PlanId))!.Id);
        Assert.Null(await world.World.Get<PlanApprovalService>().FindAsync(world.Group.Stranger.Id, world.PlanId));
    }

    [Fact]
    public async Task C8_MembersAndAdministrators_CannotApprove()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        foreach (var person in new[] { world.First, world.Group.Administrator.Id })
        {
            await using var pages = new LeadPages(world, person);
            var page = pages.Render<PlanPage>(p => p.Add(r => r.PlanId, world.PlanId));
            page.WaitForWords("Dluhová problematika");
            Assert.DoesNotContain("Zaznamenat schválení", page.Markup, StringComparison.Ordinal);
        }
    }

    private static async Task<long> VoteAsync(RoundWorld world)
    {
        var meeting = await world.Group.MeetingAsync("Akční plán");
        var vote = new Vote(world.Group.Group.Id, meeting, new(await world.Group.ItemAsync(meeting, "Akční plán"), "Schvalujete akční plán?"), new(MajorityBasis.Present, new(1, 2, true)), world.Chair, world.World.Time.GetUtcNow());
        vote.Open(world.Chair, world.World.Time.GetUtcNow(), 1, 3, 3);
        vote.Close(world.Chair, world.World.Time.GetUtcNow(), 3, 3, 0, 0, new(3, 0, 0));
        return (await world.World.AddAsync(vote)).Id;
    }
}
