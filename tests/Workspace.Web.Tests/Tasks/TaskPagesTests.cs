using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Tasks;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Hosting.WorldPages;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Tasks;

public sealed class TaskPagesTests
{
    [Theory, InlineData("cs", "po termínu", "do\u00a012.\u00a06.\u00a02026"), InlineData("en", "overdue", "by 12\u00a0June\u00a02026")]
    public async Task List_MarksWhatIsOverdueByAWord_AndItsAddressSaysWhatIsShown(string culture, string mark, string due)
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var task = await world.GiveAsync(world.Input() with { Due = TaskDue.By(new(2026, 6, 12)) }, new(PlanItemId: await world.PlanItemAsync()));
        await world.GiveAsync(world.Input("Jiný úkol"));
        world.World.Time.Advance(TimeSpan.FromDays(5));
        await using var pages = new WorldPages(world.World, world.Member, culture);
        pages.Navigation.NavigateTo($"/groups/{world.GroupId}/tasks?q=poraden");
        var page = pages.Render<TasksPage>(p => p.Add(t => t.GroupId, world.GroupId));

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".task-item")), Patience);
        var item = page.Find(".task-item");
        Assert.Equal($"/tasks/{task}", item.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains(mark, item.TextContent);
        Assert.Contains(due, item.TextContent);
        Assert.Contains("III/4", item.TextContent);
        Assert.Empty(page.FindAll(".page-head a"));

        await page.InvokeAsync(() => page.Find("#task-filter").ChangeAsync(new() { Value = "3" }));
        Assert.EndsWith("?q=poraden&filter=done", pages.Navigation.Uri);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".empty")), Patience);
        Done(await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Done));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".task-item")), Patience);
    }

    [Fact]
    public async Task List_WithoutTasks_SaysWhatBelongsThere_AndLetsWhoGivesThemBegin_OfAStrangerIsNotThere()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new WorldPages(world.World, world.Secretary);
        var page = pages.Render<TasksPage>(p => p.Add(t => t.GroupId, world.GroupId));
        page.WaitForAssertion(() => Assert.Contains("Zatím tu není žádný úkol", page.Find(".empty").TextContent), Patience);
        Assert.Equal($"/groups/{world.GroupId}/tasks/new", page.Find(".page-head a").GetAttribute("href"));

        await using var strange = new WorldPages(world.World, world.Group.Stranger.Id);
        var none = strange.Render<TasksPage>(p => p.Add(t => t.GroupId, world.GroupId));
        none.WaitForAssertion(() => Assert.NotEmpty(none.FindAll("h1")), Patience);
        Assert.Empty(none.FindAll(".tasks"));
    }

    [Fact]
    public async Task Page_OfATask_LetsItsAssigneeTakeStepsWithANote()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var task = await world.GiveAsync();
        await using var pages = new WorldPages(world.World, world.Member);
        var page = pages.Render<TaskPage>(p => p.Add(t => t.TaskId, task));
        page.WaitForAssertion(() => Assert.Equal("Rozeslat přehled poraden", page.Find("h1").TextContent), Patience);
        Assert.Equal(["Začít plnit", "Označit jako splněný"], page.FindAll(".task-state button").Select(b => b.TextContent));
        Assert.Empty(page.FindAll(".page-head a"));

        await page.InvokeAsync(() => page.Find("#task-note").ChangeAsync(new() { Value = "Rozesláno členům." }));
        await page.InvokeAsync(() => page.FindAll(".task-state button")[1].ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("splněn", page.Find("#task-state").TextContent), Patience);
        page.WaitForAssertion(() => Assert.Contains("Rozesláno členům.", page.Find(".task-history").TextContent), Patience);
        Assert.Equal("Nový stav úkolu: splněn.", page.Find("[role=status] .notice").TextContent);
        Assert.Empty(page.FindAll(".task-state button"));
    }

    [Fact]
    public async Task Page_SaysWhyAStepIsRefused_AndKeepsTheNote()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var task = await world.GiveAsync();
        await using var pages = new WorldPages(world.World, world.Secretary);
        var page = pages.Render<TaskPage>(p => p.Add(t => t.TaskId, task));
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".task-state button").Count), Patience);

        await page.InvokeAsync(() => page.FindAll(".task-state button")[3].ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal("Napište do poznámky, proč se úkol ruší.", page.Find("[role=alert]").TextContent), Patience);
        Assert.Equal("true", page.Find("#task-note").GetAttribute("aria-invalid"));
        Assert.Contains("task-refusal", page.Find("#task-note").GetAttribute("aria-describedby"));
        Assert.Equal($"/tasks/{task}/edit", page.Find(".page-head a").GetAttribute("href"));
        Done(await world.Tasks.EditAsync(world.Secretary, task, world.Input("Jinak a lépe."), 0));
        page.WaitForAssertion(() => Assert.Contains("Dříve: Rozeslat přehled poraden.; odpovídá: Petr První; termín: do", page.Find(".task-history").TextContent), Patience);
    }

    [Fact]
    public async Task Form_FromAPlanItem_IsPrefilled_AsksForADay_AndGivesTheTask()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var item = await world.PlanItemAsync();
        await using var pages = new WorldPages(world.World, world.Secretary);
        pages.Navigation.NavigateTo($"/groups/{world.GroupId}/tasks/new?planItem={item}");
        var page = pages.Render<TaskFormPage>(p => p.Add(t => t.GroupId, world.GroupId));
        page.WaitForAssertion(() => Assert.StartsWith("Opatření III/4: ", page.Find("#task-text").GetAttribute("value") ?? page.Find("#task-text").TextContent), Patience);
        Assert.Contains("OSV", page.Find(".task-assigned").TextContent);
        Assert.Contains($"/plans/{world.Round.PlanId}/items/{item}", page.FindAll("a").Select(a => a.GetAttribute("href")));

        await page.InvokeAsync(() => page.Find("form").SubmitAsync());
        page.WaitForAssertion(() => Assert.StartsWith("Zvolte den", page.Find("[role=alert]").TextContent), Patience);
        Assert.Equal("true", page.Find("#task-due").GetAttribute("aria-invalid"));

        await page.InvokeAsync(() => page.Find(".task-assigned button").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#task-who").InputAsync(new() { Value = "prvni" }));
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[role=option]")), Patience);
        await page.InvokeAsync(() => page.Find("[role=option]").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#task-who").InputAsync(new() { Value = "Josef z úřadu" }));
        page.WaitForAssertion(() => Assert.Contains("zapsat jen jménem", page.Find("[role=option]").TextContent), Patience);
        await page.InvokeAsync(() => page.Find("[role=option]").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#task-due-kind").ChangeAsync(new() { Value = "1" }));
        Assert.Empty(page.FindAll("#task-due"));
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());

        page.WaitForAssertion(() => Assert.Contains("/tasks/", pages.Navigation.Uri, StringComparison.Ordinal), Patience);
        var row = Assert.Single(await world.ListAsync());
        Assert.Equal(["Petr První", "Josef z úřadu"], row.Assignees);
        Assert.Equal((new TaskDue(TaskDueKind.Ongoing), item), (row.Task.Due, row.Task.PlanItemId));
        Assert.EndsWith($"/tasks/{row.Id}", pages.Navigation.Uri);
    }

    [Theory, InlineData("?planItem=987654"), InlineData("?planItem=abc"), InlineData("?comment=-1"), InlineData("?comment=99999999999999999999")]
    public async Task Form_FromNothing_IsNotThere(string query)
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new WorldPages(world.World, world.Secretary);
        pages.Navigation.NavigateTo($"/groups/{world.GroupId}/tasks/new{query}");
        var page = pages.Render<TaskFormPage>(p => p.Add(t => t.GroupId, world.GroupId));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("h1")), Patience);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task Form_OfATask_KeepsWhatIsEntered_SaysThatSomebodyElseChangedIt_AndLoadsThat()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var task = await world.GiveAsync();
        await using var pages = new WorldPages(world.World, world.Secretary);
        var page = pages.Render<TaskFormPage>(p => p.Add(t => t.TaskId, task));
        page.WaitForAssertion(() => Assert.Contains("Petr První", page.Find(".task-assigned").TextContent), Patience);
        await page.InvokeAsync(() => page.Find("#task-text").ChangeAsync(new() { Value = "Moje znění" }));

        Done(await world.Tasks.EditAsync(world.Group.Chair.Id, task, world.Input("Znění předsedkyně") with { IsForAll = true }, 0));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".notice.warn")), Patience);
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")), Patience);
        await page.InvokeAsync(() => page.Find(".notice.warn button").ClickAsync(new()));
        Assert.Empty(page.FindAll(".task-assigned"));
        await page.InvokeAsync(() => page.Find("#task-text").ChangeAsync(new() { Value = "Společné znění" }));
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());

        page.WaitForAssertion(() => Assert.EndsWith($"/tasks/{task}", pages.Navigation.Uri), Patience);
        Assert.Equal(("Společné znění", true), ((await world.ReadAsync(task)).Row.Task.Text, (await world.ReadAsync(task)).Row.Task.IsForAll));

        await using var others = new WorldPages(world.World, world.Member);
        var refused = others.Render<TaskFormPage>(p => p.Add(t => t.TaskId, task));
        refused.WaitForAssertion(() => Assert.NotEmpty(refused.FindAll("h1")), Patience);
        Assert.Empty(refused.FindAll("form"));
    }

    [Fact]
    public async Task Navigation_AndHome_AndPlanItem_FollowTheTasks()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var item = await world.PlanItemAsync();
        await using var pages = new WorldPages(world.World, world.Member);
        var link = pages.Render<TasksLink>(p => p.Add(t => t.GroupId, world.GroupId));
        var home = pages.Render<TasksWaitingPanel>();
        var panel = pages.Render<TasksOfPanel>(p => p.Add(t => t.GroupId, world.GroupId).Add(t => t.PlanItemId, item));
        Assert.Empty(link.FindAll("a"));
        Assert.Empty(home.FindAll("section"));
        Assert.Empty(panel.FindAll("section"));

        var task = await world.GiveAsync(origin: new(PlanItemId: item));

        link.WaitForAssertion(() => Assert.Equal($"/groups/{world.GroupId}/tasks", link.Find("a").GetAttribute("href")), Patience);
        home.WaitForAssertion(() => Assert.Equal($"/tasks/{task}", home.Find("a").GetAttribute("href")), Patience);
        panel.WaitForAssertion(() => Assert.Equal($"/tasks/{task}", Assert.Single(panel.FindAll("a")).GetAttribute("href")), Patience);
        Done(await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Done));
        home.WaitForAssertion(() => Assert.Empty(home.FindAll("section")), Patience);
        await using var secretary = new WorldPages(world.World, world.Secretary);
        var giving = secretary.Render<TasksOfPanel>(p => p.Add(t => t.GroupId, world.GroupId).Add(t => t.PlanItemId, item));
        giving.WaitForAssertion(() => Assert.Equal($"/groups/{world.GroupId}/tasks/new?planItem={item}", giving.Find(".actions a").GetAttribute("href")), Patience);
    }

    [Fact]
    public async Task Home_ShowsTheFirstFew_AndSaysHowManyMore()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        for (var n = 0; n < 8; n++)
            await world.GiveAsync(world.Input($"Úkol {n}"));
        world.World.Time.Advance(TimeSpan.FromDays(80));
        await using var pages = new WorldPages(world.World, world.Member);
        var home = pages.Render<TasksWaitingPanel>();

        home.WaitForAssertion(() => Assert.Equal(6, home.FindAll(".task-item").Count), Patience);
        Assert.Contains("A ještě 2 úkoly:", home.Markup);
        Assert.Contains("8 úkolů po termínu", home.Markup);
        Assert.Equal($"/groups/{world.GroupId}/tasks?filter=mine", home.Find(".further").GetAttribute("href"));
    }
}
