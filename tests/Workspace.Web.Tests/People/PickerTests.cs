using Bunit;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Groups;

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

        picker.Find("input").Input("sturn");
        picker.WaitForState(() => picker.FindAll("[role=option]").Count == 2, TimeSpan.FromSeconds(20));
        Assert.Equal(("true", "who-list"), (picker.Find("input").GetAttribute("aria-expanded"), picker.Find("input").GetAttribute("aria-controls")));
        Assert.Contains("2 možnosti", picker.Find("[role=status]").TextContent, StringComparison.Ordinal);

        picker.Find("input").KeyDown(Key.Down);
        picker.Find("input").KeyDown(Key.Down);
        Assert.Equal("who-option-1", picker.Find("input").GetAttribute("aria-activedescendant"));
        Assert.Equal("true", picker.Find("#who-option-1").GetAttribute("aria-selected"));
        picker.Find("input").KeyDown(Key.Down);
        picker.Find("input").KeyDown(Key.Up);
        picker.Find("input").KeyDown(Key.Enter);

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
        picker.Find("input").Input("nikdo takový");
        Assert.Null(chosen);
        picker.WaitForText("Nic neodpovídá");
        picker.Find("input").KeyDown(Key.Escape);
        Assert.Equal("nikdo takový", picker.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task Picker_ClosesOnEscape_AndChoosesByClick()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Secretary);
        OrganisationChoice? chosen = null;
        var picker = pages.Render<OrganisationPicker>(p => p.Add(c => c.Id, "org").Add(c => c.Label, "Organizace").Add(c => c.ValueChanged, value => chosen = value));
        picker.Find("input").Input("lhota");
        picker.WaitForElement("[role=option]", TimeSpan.FromSeconds(20));
        picker.Find("input").KeyDown(Key.Escape);
        Assert.Empty(picker.FindAll("[role=option]"));
        picker.Find("input").KeyDown(Key.Down);
        picker.WaitForElement("[role=option]", TimeSpan.FromSeconds(20));
        picker.Find("[role=option]").Click();
        Assert.Equal("Odbor sociálních věcí", Assert.Single(chosen!.Units).Name);
        picker.Render(p => p.Add(c => c.Value, chosen));
        picker.Find("button").Click();
        Assert.Null(chosen);
    }

    [Fact]
    public async Task Picker_ForAMember_FindsNobody()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Member);
        var picker = pages.Render<PeoplePicker>(p => p.Add(c => c.Id, "who").Add(c => c.Label, "Člověk"));
        picker.Find("input").Input("jana");
        picker.WaitForText("Nic neodpovídá");
    }
}
