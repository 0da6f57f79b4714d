using Bunit;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Leading;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Leading;

public sealed class RoundFormPageTests
{
    [Fact]
    public async Task R29_ADateAlone_IsTheEndOfThatDay_AndIsSaidInWords()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new LeadPages(world, world.Secretary);
        var page = pages.Render<RoundFormPage>(p => p.Add(f => f.PlanId, world.PlanId));
        page.WaitForElement("#round-title");
        Assert.Equal("Připomínky k návrhu: Akční plán 2026–2027", page.Find("#round-title").GetAttribute("value"));
        page.Find("#round-closes-day").Change("2026-07-31");
        page.WaitForWords("Připomínky lze uplatnit do pátku 31. 7. 2026 (včetně).");
        page.Find("form").Submit();
        page.WaitForState(() => pages.Navigation.Uri.Contains("/rounds/", StringComparison.Ordinal) && !pages.Navigation.Uri.EndsWith("/new", StringComparison.Ordinal));
        var round = await SingleAsync(world);
        Assert.Equal((RoundState.Prepared, DateTimeOffset.Parse("2026-07-31T22:00:00Z"), true, null), (round.State, round.ClosesAt, round.AsksEverybody, round.OpensAt));
        Assert.EndsWith($"/rounds/{round.Id}", pages.Navigation.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Prague", "2026-10-25", "02:30", "2026-10-25T00:30:00Z", "2.30 hodin", true)]
    [InlineData("Europe/Prague", "2027-03-28", "02:30", "2027-03-28T01:30:00Z", "3.30 hodin", false)]
    [InlineData("Atlantic/Azores", "2026-07-31", "", "2026-08-01T00:00:00Z", "31. 7. 2026 (včetně)", false)]
    [InlineData("America/New_York", "2026-11-01", "14:00", "2026-11-01T19:00:00Z", "14.00 hodin", false)]
    public async Task R29_TheDeadline_IsOfTheGroupsZone_AlsoWhenClocksChange(string zone, string day, string time, string moment, string said, bool isTwice)
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        await using (var db = world.World.Db())
        {
            (await db.Groups.FindAsync(world.Group.Group.Id))!.SetTimeZone(zone);
            await db.SaveChangesAsync();
        }
        await using var pages = new LeadPages(world, world.Secretary);
        var page = pages.Render<RoundFormPage>(p => p.Add(f => f.PlanId, world.PlanId));
        page.WaitForElement("#round-closes-day");
        page.Find("#round-closes-day").Change(day);
        page.Find("#round-closes-time").Change(time);
        var words = page.Find(".deadline-words").TextContent.Replace('\u00a0', ' ');
        Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.Contains(zone, words, StringComparison.Ordinal);
        Assert.Equal(isTwice, words.Contains("dvakrát", StringComparison.Ordinal));
        page.Find("form").Submit();
        page.WaitForState(() => pages.Navigation.Uri.Contains("/rounds/", StringComparison.Ordinal) && !pages.Navigation.Uri.EndsWith("/new", StringComparison.Ordinal));
        var round = await SingleAsync(world);
        Assert.Equal(DateTimeOffset.Parse(moment), round.ClosesAt);

        // What was saved comes back into the form as it was entered, or as it is meant.
        var edit = pages.Render<RoundFormPage>(p => p.Add(f => f.RoundId, round.Id));
        edit.WaitForElement("#round-closes-day");
        Assert.Equal(day, edit.Find("#round-closes-day").GetAttribute("value"));
        Assert.Contains(said, edit.Find(".deadline-words").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_AreSaidInWords_AtTheirFields()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new LeadPages(world, world.Chair);
        var page = pages.Render<RoundFormPage>(p => p.Add(f => f.PlanId, world.PlanId));
        page.WaitForElement("#round-title");
        Refused("#round-closes-day", "Zadejte poslední den lhůty.");
        page.Find("#round-closes-day").Change("2026-06-10");
        Refused("#round-closes-day", "Lhůta musí končit v budoucnosti.");
        page.Find("#round-closes-day").Change("2026-07-31");
        page.FindAll("input[name=round-opening]")[1].Change(true);
        page.WaitForElement("#round-opens-day");
        Refused("#round-opens-day", "Zadejte den a čas zahájení");
        page.Find("#round-opens-day").Change("2026-08-31");
        Refused("#round-opens-time", "Zahájení musí být v budoucnosti a před koncem lhůty.");
        page.Find("#round-opens-day").Change("2026-06-20");
        page.FindAll("input[name=round-asked]")[1].Change(true);
        Refused(".invitees", "Vyberte aspoň jednu organizaci nebo osobu", isMarked: false);
        page.FindAll("input[name=round-asked]")[0].Change(true);
        page.Find("#round-title").Change(" ");
        Refused("#round-title", "Napište název připomínkového řízení.");
        await using var db = world.World.Db();
        Assert.Empty(await db.Rounds.ToListAsync());

        void Refused(string field, string words, bool isMarked = true)
        {
            page.Find("form").Submit();
            page.WaitForWords(words);
            var notice = page.Find(".notice.error");
            Assert.Contains(notice.Id!, page.Find(field).GetAttribute("aria-describedby")!, StringComparison.Ordinal);
            if (isMarked)
                Assert.Equal("true", page.Find(field).GetAttribute("aria-invalid"));
        }
    }

    [Fact]
    public async Task Chosen_ArePickedAndFound_AndComeBackWhenEdited()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new LeadPages(world, world.Secretary);
        var page = pages.Render<RoundFormPage>(p => p.Add(f => f.PlanId, world.PlanId));
        page.WaitForElement("#round-closes-day");
        page.Find("#round-closes-day").Change("2026-07-31");
        page.FindAll("input[name=round-opening]")[1].Change(true);
        page.Find("#round-opens-day").Change("2026-06-20");
        page.Find("#round-opens-time").Change("09:15");
        page.FindAll("input[name=round-asked]")[1].Change(true);
        // Towns with their people, then people with their towns; officers and the guest too.
        Assert.Contains(page.FindAll(".invitee-list .invitee"), i => i.TextContent.Contains("Město Horní", StringComparison.Ordinal) && i.TextContent.Contains("Nina Zástupná, Petr První", StringComparison.Ordinal));
        Assert.Contains(page.FindAll(".invitee-list .invitee"), i => i.TextContent.Contains("Hana Lišková", StringComparison.Ordinal));
        page.Find("#round-invitees-search").Input("horni mesto");
        Assert.Equal(3, page.FindAll(".invitee-list .invitee").Count);
        page.FindAll(".invitee-list input")[0].Change(true);
        page.Find("#round-invitees-search").Input("liskova");
        Assert.Single(page.FindAll(".invitee-list .invitee"));
        page.Find(".invitee-list input").Change(true);
        page.WaitForWords("Vybráni 2 oslovení.");
        page.Find("#round-essential").Change("1");
        page.Find("form").Submit();
        page.WaitForState(() => !pages.Navigation.Uri.EndsWith("/new", StringComparison.Ordinal) && pages.Navigation.Uri.Contains("/rounds/", StringComparison.Ordinal));
        var round = await SingleAsync(world);
        var town = await world.OrganisationAsync("Město Horní");
        Assert.Equal([(town.Id, null), (null, world.Group.Guest.Id)], round.Invitees.OrderBy(i => i.PersonId).Select(i => (i.OrganisationId, i.PersonId)));
        Assert.Equal((EssentialRight.Members, DateTimeOffset.Parse("2026-06-20T07:15:00Z")), (round.EssentialBy, round.OpensAt));

        var edit = pages.Render<RoundFormPage>(p => p.Add(f => f.RoundId, round.Id));
        edit.WaitForElement("#round-opens-time");
        Assert.Equal("09:15", edit.Find("#round-opens-time").GetAttribute("value"));
        Assert.Equal(2, edit.FindAll(".invitee-list input[checked]").Count);
        edit.FindAll("input[name=round-asked]")[0].Change(true);
        edit.Find("form").Submit();
        edit.WaitForState(() => pages.Navigation.Uri.EndsWith($"/rounds/{round.Id}", StringComparison.Ordinal));
        Assert.True((await SingleAsync(world)).AsksEverybody);
    }

    [Fact]
    public async Task R34_ForThePublic_NobodyIsChosen_AndAMembersRoundCanBeSettledWithIt()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new LeadPages(world, world.Secretary);
        var alone = pages.Render<RoundFormPage>(p => p.Add(f => f.PlanId, world.PlanId));
        alone.WaitForElement("#round-closes-day");
        alone.FindAll("input[name=round-audience]")[1].Change(true);
        Assert.Empty(alone.FindAll("#round-joint, #round-essential, input[name=round-asked]"));

        var members = await world.OpenAsync();
        var page = pages.Render<RoundFormPage>(p => p.Add(f => f.PlanId, world.PlanId));
        page.WaitForElement("#round-closes-day");
        Assert.Empty(page.FindAll("#round-joint"));
        page.FindAll("input[name=round-asked]")[1].Change(true);
        page.FindAll("input[name=round-audience]")[1].Change(true);
        page.Find("#round-closes-day").Change("2026-07-31");
        page.Find("#round-joint").Change("1");
        page.Find("form").Submit();
        page.WaitForState(() => pages.Navigation.Uri.Contains("/rounds/", StringComparison.Ordinal) && !pages.Navigation.Uri.EndsWith("/new", StringComparison.Ordinal));
        await using var db = world.World.Db();
        var round = await db.Rounds.Include(r => r.Invitees).SingleAsync(r => r.Id != members);
        Assert.Equal((RoundAudience.Public, members, false, 0), (round.Audience, round.JointWithId, round.AsksEverybody, round.Invitees.Count));
        var edit = pages.Render<RoundFormPage>(p => p.Add(f => f.RoundId, round.Id));
        edit.WaitForElement("#round-joint");
        Assert.Equal("1", edit.Find("#round-joint").GetAttribute("value"));

        var panel = pages.Render<RoundLeadPanel>(p => p.Add(f => f.RoundId, round.Id));
        panel.WaitForWords("zobrazí se na veřejné adrese");
        var note = pages.Render<PublicRoundNote>(p => p.Add(n => n.Round, round));
        Assert.EndsWith($"/public/rounds/{round.Id}", note.Find("#public-address").GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyWhoPrepares_SeesTheForm_AndOnlyOfARoundThatIsNotOpen()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input()));
        foreach (var person in new[] { world.First, world.Group.Stranger.Id, world.Group.Administrator.Id, world.Group.Guest.Id })
        {
            await using var pages = new LeadPages(world, person);
            pages.Render<RoundFormPage>(p => p.Add(f => f.PlanId, world.PlanId)).WaitForWords("Stránka");
            var edit = pages.Render<RoundFormPage>(p => p.Add(f => f.RoundId, round));
            edit.WaitForWords("Stránka");
            Assert.Empty(edit.FindAll("form"));
        }
        var service = world.World.Get<RoundFormService>();
        world.Refused("NotFound", (await service.NewAsync(world.Group.Stranger.Id, world.PlanId)).Refusal);
        world.Refused("NotAllowed", (await service.NewAsync(world.First, world.PlanId)).Refusal);
        world.Refused("NotFound", (await service.EditAsync(world.Secretary, 99_999)).Refusal);
        Done(await world.Lead.OpenAsync(world.Secretary, round));
        await using var late = new LeadPages(world, world.Secretary);
        var opened = late.Render<RoundFormPage>(p => p.Add(f => f.RoundId, round));
        opened.WaitForWords("Připomínkové řízení už bylo zahájeno.");
        Assert.Empty(opened.FindAll("form"));
    }

    private static async Task<CommentRound> SingleAsync(RoundWorld world)
    {
        await using var db = world.World.Db();
        return await db.Rounds.AsNoTracking().Include(r => r.Invitees).SingleAsync();
    }
}
