using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

public sealed class AgendaEditorTests
{
    [Fact]
    public async Task Steps_MoveAnItem_AndSayWhereItIs()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("A", "B", "C");
        await using var pages = new MeetingPages(world, world.Secretary);
        var editor = await EditorAsync(pages, id);
        await editor.ActAsync(on => on.Find("[aria-label='Posunout výš: C']").ClickAsync());
        Assert.Equal(["1 A", "2 C", "3 B"], Rows(editor));
        Assert.Contains("„C“ je nyní bod 2.", editor.Find("[role=status]").TextContent);
        await editor.ActAsync(on => on.Find("[aria-label='Zařadit pod předchozí bod: C']").ClickAsync());
        Assert.Equal(["1 A", "1.1 C", "2 B"], Rows(editor));
        Assert.Equal("true", editor.Find("[aria-label='Posunout výš: A']").GetAttribute("aria-disabled"));
        await editor.ActAsync(on => on.Find("[aria-label='Posunout výš: A']").ClickAsync());
        Assert.Contains("Tímto směrem už bod posunout nelze.", editor.Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Drag_DropsAnItemIntoAnother()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("A", "B");
        await using var pages = new MeetingPages(world, world.Secretary);
        var editor = await EditorAsync(pages, id);
        Assert.Empty(editor.FindAll(".drop"));
        await editor.ActAsync(on => on.FindAll(".agenda-row")[1].DragStartAsync(new()));
        await editor.ActAsync(on => on.Find(".agenda-row .drop.middle").DropAsync(new()));
        Assert.Equal(["1 A", "1.1 B"], Rows(editor));
        Assert.Empty(editor.FindAll(".drop"));
    }

    [Fact]
    public async Task Remove_CanBeUndone_AndRestoredLater()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("A", "B");
        await using var pages = new MeetingPages(world, world.Secretary);
        var editor = await EditorAsync(pages, id);
        await editor.ActAsync(on => on.Find("[aria-label='Odebrat: A']").ClickAsync());
        Assert.Equal(["1 B"], Rows(editor));
        Assert.Contains("Odebrán 1 bod", editor.Find(".removed-items summary").TextContent);
        await editor.ActAsync(on => on.FindAll("[role=status] button").Single().ClickAsync());
        Assert.Equal(["1 A", "2 B"], Rows(editor));
        await editor.ActAsync(on => on.Find("[aria-label='Odebrat: B']").ClickAsync());
        await editor.ActAsync(on => on.Find("[aria-label='Vrátit do programu: B']").ClickAsync());
        Assert.Equal(["1 A", "2 B"], Rows(editor));
    }

    [Fact]
    public async Task Forms_AddAndEdit_AndTellWhatIsWrongAtTheField()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("A");
        await using var pages = new MeetingPages(world, world.Secretary);
        var editor = await EditorAsync(pages, id);
        await editor.ActAsync(on => Button(on, "Přidat bod").ClickAsync());
        await editor.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Equal("Vyplňte název bodu.", editor.Find("#item-title-error").TextContent);
        await editor.ActAsync(on => on.Find("#item-title").ChangeAsync("Nový"));
        await editor.ActAsync(on => on.Find("#item-minutes").ChangeAsync("20"));
        await editor.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Equal(["1 A", "2 Nový"], Rows(editor));
        Assert.Contains("Naplánováno: 20 z 120 minut.", editor.Find(".planned").TextContent);

        await editor.ActAsync(on => on.Find("[aria-label='Přidat podbod k bodu: A']").ClickAsync());
        await editor.ActAsync(on => on.Find("#item-title").ChangeAsync("Podbod"));
        await editor.ActAsync(on => on.Find("form").SubmitAsync());
        await editor.ActAsync(on => on.Find("[aria-label='Upravit: A']").ClickAsync());
        await editor.ActAsync(on => on.Find("#item-minutes").ChangeAsync("101"));
        await editor.ActAsync(on => on.Find("#item-title").ChangeAsync("A nově"));
        await editor.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Equal(["1 A nově", "1.1 Podbod", "2 Nový"], Rows(editor));
        Assert.Contains("121 z 120 minut, do jednání se program nevejde", editor.Find(".planned").TextContent);
    }

    [Fact]
    public async Task PasteAndStandingItems_AreAddedOnce()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        await world.World.AddAsync(new StandingItem(world.Group.Id, "Různé", AgendaItemKind.Discussion, null, true, 0));
        var id = await world.MeetingAsync();
        await using var pages = new MeetingPages(world, world.Secretary);
        var editor = await EditorAsync(pages, id);
        await editor.ActAsync(on => Button(on, "Vložit program jako text").ClickAsync());
        await editor.ActAsync(on => on.Find("#paste-text").ChangeAsync("1. A\n2. B"));
        await editor.ActAsync(on => Button(on, "Rozpoznat body").ClickAsync());
        await editor.ActAsync(on => Button(on, "Přidat 2 body").ClickAsync());
        await editor.ActAsync(on => Button(on, "Přidat stálé body").ClickAsync());
        Assert.Equal(["1 A", "2 B", "3 Různé"], Rows(editor));
        await editor.ActAsync(on => Button(on, "Přidat stálé body").ClickAsync());
        Assert.Equal(3, Rows(editor).Length);
    }

    [Fact]
    public async Task Reader_SeesTheAgendaWithoutControls_AndItsChangesAtOnce()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("A");
        await using var pages = new MeetingPages(world, world.Members[0]);
        var editor = await EditorAsync(pages, id);
        Assert.Empty(editor.FindAll("button"));
        Done(await world.Agenda.EditAsync(world.Secretary.Id, await world.ItemAsync(id, "A"), new("A jinak")));
        editor.WaitForAssertion(() => Assert.Equal(["1 A jinak"], Rows(editor)), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Drops_KeepToTwoLevels()
    {
        RoomItem[] agenda = [Item(1), Item(2), Item(3, 2), Item(4)];
        Assert.Empty(AgendaDrops.On(agenda, 2, agenda[2]));
        Assert.Empty(AgendaDrops.On(agenda, 1, agenda[0]));
        Assert.Equal([new("top", null, 0), new("bottom", null, 1)], AgendaDrops.On(agenda, 2, agenda[0]));
        Assert.Equal([new("top", null, 0), new("middle", 2, 1), new("bottom", 2, 0)], AgendaDrops.On(agenda, 1, agenda[1]));
        Assert.Equal([new("top", 2, 0), new("bottom", 2, 1)], AgendaDrops.On(agenda, 4, agenda[2]));
        Assert.Equal([new("top", null, 2), new("middle", 4, 0), new("bottom", null, 3)], AgendaDrops.On(agenda, 3, agenda[3]));

        static RoomItem Item(long id, long? parent = null) =>
            new(id, parent, "", parent is null ? 0 : 1, new("x"), AgendaItemState.Pending, id, TimeSpan.Zero, null, []);
    }

    private static async Task<IRenderedComponent<AgendaEditor>> EditorAsync(MeetingPages pages, long id)
    {
        var editor = pages.Render<AgendaEditor>(p => p.Add(x => x.MeetingId, id));
        await editor.WaitForElementAsync(".agenda-editor");
        return editor;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<AgendaEditor> editor, string text) =>
        editor.FindAll("button").First(button => button.TextContent.Trim() == text);

    private static string[] Rows(IRenderedComponent<AgendaEditor> editor) =>
        [.. editor.FindAll(".agenda-row").Select(row => $"{row.QuerySelector(".no")!.TextContent} {row.QuerySelector(".title")!.TextContent}")];
}
