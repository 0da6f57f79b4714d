using System.Globalization;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Minutes;
using Workspace.Web.Tests.Exports;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Minutes;

public sealed class AgendaChangesTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Minutes_SayHowTheAgendaCameOut_NotEveryStep(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Zahájení", "Byty", "Nájmy", "Zprávy", "Různé");
        await EditAsync(world, id, "Zprávy", "Zprávy z obcí");
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        world.World.Time.Advance(TimeSpan.FromMinutes(42));
        var added = await AddAsync(world, id, "Naléhavá věc");
        Value(await world.Agenda.MoveAsync(world.Chair.Id, added, null, 1));
        Done(await world.Agenda.RemoveAsync(world.Chair.Id, await AddAsync(world, id, "Omyl")));
        var rents = await world.ItemAsync(id, "Nájmy");
        Done(await world.Agenda.RemoveAsync(world.Chair.Id, rents));
        var reports = await world.ItemAsync(id, "Zprávy z obcí");
        Done(await world.Agenda.RemoveAsync(world.Chair.Id, reports));
        Done(await world.Agenda.RestoreAsync(world.Chair.Id, reports));
        await EditAsync(world, id, "Byty", "Městské byty");

        var minutes = await MinutesAsync(world, id);
        Assert.Equal(
            [
                (MinutesAgendaChangeKind.Added, "2", "Naléhavá věc"),
                (MinutesAgendaChangeKind.Renamed, "3", "Městské byty"),
                (MinutesAgendaChangeKind.Removed, "", "Nájmy"),
            ],
            minutes.AgendaChanges.Select(change => (change.Kind, change.Number, change.Title)));
        Assert.Equal(new TimeOnly(10, 42), minutes.AgendaChanges[0].At);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Minutes_OfAnAgendaChangedBeforehand_SayNothingOfIt(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Zahájení");
        await AddAsync(world, id, "Byty");
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        Assert.Empty((await MinutesAsync(world, id)).AgendaChanges);
    }

    [Theory]
    [InlineData("cs-CZ", "Program byl v průběhu jednání doplněn: bod 2 „Naléhavá věc“ (v 10.42 hod.). Z programu bylo vypuštěno: „Nájmy“ (v 10.45 hod.).")]
    [InlineData("en-GB", "The agenda was supplemented during the meeting: item 2 “Naléhavá věc” (at 10:42). Taken off the agenda: “Nájmy” (at 10:45).")]
    public void EveryFormat_PrintsTheChangesOnce(string culture, string sentence)
    {
        var minutes = SampleMinutes.Full with
        {
            Culture = new CultureInfo(culture),
            AgendaChanges =
            [
                new(MinutesAgendaChangeKind.Added, "2", "Naléhavá věc", new(10, 42)),
                new(MinutesAgendaChangeKind.Removed, "", "Nájmy", new(10, 45)),
            ],
        };
        using var docx = new Docx(SampleMinutes.Writer<MinutesDocx>().Write(minutes));
        var page = new HtmlParser().ParseDocument(SampleMinutes.Writer<MinutesHtml>().Write(minutes));
        Assert.Single(docx.Paragraphs, paragraph => Plain(paragraph.InnerText) == sentence);
        Assert.Single(page.QuerySelectorAll("p"), paragraph => Plain(paragraph.TextContent) == sentence);
        Assert.Contains(sentence, Plain(SampleMinutes.Writer<MinutesMarkdown>().Write(minutes)));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    private static async Task<long> AddAsync(MeetingWorld world, long id, string title) =>
        Value(await world.Agenda.AddAsync(world.Chair.Id, id, null, new(title, AgendaItemKind.Discussion, null, null, null)));

    private static async Task EditAsync(MeetingWorld world, long id, string title, string next)
    {
        var item = (await world.RoomAsync(id)).Agenda.Single(one => one.Title == title);
        Done(await world.Agenda.EditAsync(world.Chair.Id, item.Id, item.Details with { Title = next }));
    }

    private static async Task<MinutesDocument> MinutesAsync(MeetingWorld world, long id)
    {
        var service = world.World.Get<MinutesService>();
        return Value(await service.ComposeAsync(world.Members[0].Id, id, CultureInfo.GetCultureInfo("cs")));
    }
}
