using Bunit;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Groups;
using Workspace.Web.Tests.Meetings;

namespace Workspace.Web.Tests.People;

public sealed class PickerTests
{
    [Fact]
    public async Task Picker_FindsWhileTyping_AndChoosesByKeyboard()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await scene.PersonAsync("Adam", "Šturn");
        await scene.PersonAsync("Žofie", "Šturnová");
        await using var pages = new GroupPages(scene, scene.Secretary);
        PersonChoice? chosen = null;
        var picker = pages.Render<PeoplePicker>(p => p.Add(c => c.Id, "who").Add(c => c.Label, "Člověk").Add(c => c.ValueChanged, value => chosen = value));
        Assert.Equal("false", picker.Find("input").GetAttribute("aria-expanded"));

        await picker.ActAsync(on => on.Find("input").InputAsync("sturn"));
        picker.WaitForState(() => picker.FindAll("[role=option]").Count == 2, TimeSpan.FromSeconds(20));
        Assert.Equal(("true", "who-list"), (picker.Find("input").GetAttribute("aria-expanded"), picker.Find("input").GetAttribute("aria-controls")));
        Assert.Contains("2 možnosti", picker.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await picker.ActAsync(on => on.Find("input").KeyDownAsync(Key.Down));
        await picker.ActAsync(on => on.Find("input").KeyDownAsync(Key.Down));
        Assert.Equal("who-option-1", picker.Find("input").GetAttribute("aria-activedescendant"));
        Assert.Equal("true", picker.Find("#who-option-1").GetAttribute("aria-selected"));
        await picker.ActAsync(on => on.Find("input").KeyDownAsync(Key.Down));
        await picker.ActAsync(on => on.Find("input").KeyDownAsync(Key.Up));
        await picker.ActAsync(on => on.Find("input").KeyDownAsync(Key.Enter));

        Assert.Equal("Žofie Šturnová", chosen?.Name);
        Assert.Equal("Žofie Šturnová", picker.Find("input").GetAttribute("value"));
        Assert.Empty(picker.FindAll("[role=listbox]"));
    }

    [Fact]
    public async Task Picker_GivesUpTheChoice_AsSoonAsSomethingElseIsTyped()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Secretary);
        var chosen = new PersonChoice(scene.Member, "Milada Členová", null);
        var picker = pages.Render<PeoplePicker>(p => p.Add(c => c.Id, "who").Add(c => c.Label, "Člověk").Add(c => c.Value, chosen).Add(c => c.ValueChanged, value => chosen = value));
        Assert.Equal("Milada Členová", picker.Find("input").GetAttribute("value"));
        await picker.ActAsync(on => on.Find("input").InputAsync("nikdo takový"));
        Assert.Null(chosen);
        picker.WaitForText("Nic neodpovídá");
        await picker.ActAsync(on => on.Find("input").KeyDownAsync(Key.Escape));
        Assert.Equal("nikdo takový", picker.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task Picker_ClosesOnEscape_AndChoosesByClick()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Secretary);
        OrganisationChoice? chosen = null;
        var picker = pages.Render<OrganisationPicker>(p => p.Add(c => c.Id, "org").Add(c => c.Label, "Organizace").Add(c => c.ValueChanged, value => chosen = value));
        await picker.ActAsync(on => on.Find("input").InputAsync("lhota"));
        picker.WaitForElement("[role=option]", TimeSpan.FromSeconds(20));
        await picker.ActAsync(on => on.Find("input").KeyDownAsync(Key.Escape));
        Assert.Empty(picker.FindAll("[role=option]"));
        await picker.ActAsync(on => on.Find("input").KeyDownAsync(Key.Down));
        picker.WaitForElement("[role=option]", TimeSpan.FromSeconds(20));
        await picker.ActAsync(on => on.Find("[role=option]").ClickAsync());
        Assert.Equal("Odbor sociálních věcí", Assert.Single(chosen!.Units).Name);
        picker.Render(p => p.Add(c => c.Value, chosen));
        await picker.ActAsync(on => on.Find("button").ClickAsync());
        Assert.Null(chosen);
    }

    [Fact]
    public async Task Picker_ForAMember_FindsNobody()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Member);
        var picker = pages.Render<PeoplePicker>(p => p.Add(c => c.Id, "who").Add(c => c.Label, "Člověk"));
        await picker.ActAsync(on => on.Find("input").InputAsync("jana"));
        picker.WaitForText("Nic neodpovídá");
    }
}
