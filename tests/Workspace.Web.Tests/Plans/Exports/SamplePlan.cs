using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;
using Workspace.Web.Groups;
using Workspace.Web.Plans;
using Workspace.Web.Plans.Exports;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Tests.Plans.Exports;

/// <summary>Plans put together by hand, and how they compare with what an import reads.</summary>
internal static class SamplePlan
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<PlanXlsx>().AddSingleton<PlanDocx>().BuildServiceProvider();

    public static readonly WholePlan Full = Of(
        "Akční plán dopravy 2027–2028",
        [new("I", "Bezpečné cesty", "Kraj chce dosáhnout toho, aby:"), new("II", "Veřejná doprava"), new("III", "Okruh, který zatím čeká", "Zde se bude pokračovat.")],
        [
            (0, "1", "**přibylo** přechodů, kde chodec vidí a je viděn", new("1")
            {
                Indicator = "Počet upravených přechodů (cíl: 12)",
                Deadline = PlanDeadline.Parse("průběžně do 12/2028"),
                Funding = "rozpočet kraje 4 000 000 Kč",
                Status = PlanStatus.Partly,
                Comment = "Hotovo je sedm přechodů.\nZbývá Horní Lhota.",
                Bodies = [Owner("OD"), Owner("Správa silnic, p. o."), With("obce"), With("Policie ČR")],
            }),
            (0, "2", "školy měly bezpečné okolí:\n\n- dopravní zvyklosti\n- osvětlení", new("2") { Deadline = PlanDeadline.OfMonth(2027, 6), Bodies = [Owner("Školy Horní Lhota, z. s.")] }),
            (1, "1", "Zavést jednotnou jízdenku", new("1") { Indicator = "Jízdenka platí", Deadline = PlanDeadline.OfDate(new(2027, 12, 12)), Status = PlanStatus.Fulfilled, Bodies = [With("dopravci")] }),
            (1, "2a", "Prověřit noční linky", new("2a") { Deadline = PlanDeadline.Parse("po schválení rozpočtu"), Bodies = [Owner("OD")] }),
            (1, "3", "Vydat mapu", new("3")),
        ]);

    public static IStringLocalizer<PlanExportStrings> Strings => Services.GetRequiredService<IStringLocalizer<PlanExportStrings>>();

    public static BodyReference Owner(string name) => new(BodyRole.Owner, name);

    public static BodyReference With(string name) => new(BodyRole.Cooperating, name);

    public static WholePlan Of(string name, IReadOnlyList<PlanAreaDetails> areas, IReadOnlyList<(int? Area, string Number, string Wording, PlanItemDetails Details)> items) => new(
        new(
            new(7, 1, "Pracovní skupina Doprava", "Doprava", "Europe/Prague", name, new(2027, 1, 1), new(2028, 12, 31), null),
            [.. areas.Select((area, at) => new ContentArea(100 + at, area))],
            [.. items.Select((item, at) => new ContentItem(
                at, 100 + item.Area, at, "", 1000 + at, item.Details with { Number = item.Number }, [.. item.Details.Bodies.Select(body => new ItemBody(body, null))]))],
            []),
        GroupAccess.Stranger(1), items.Index().ToDictionary(item => 1000L + item.Index, item => item.Item.Wording), []);

    public static PlanSheet Sheet(WholePlan plan, string language = "cs")
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return PlanSheet.Of(plan, new(2026, 6, 11), Strings);
    }

    public static byte[] Xlsx(WholePlan plan, string language = "cs")
    {
        var sheet = Sheet(plan, language);
        return Services.GetRequiredService<PlanXlsx>().Write(sheet);
    }

    public static byte[] Docx(WholePlan plan, string language = "cs")
    {
        var sheet = Sheet(plan, language);
        return Services.GetRequiredService<PlanDocx>().Write(sheet);
    }

    /// <summary>Everything that a plan says, a line for each area and item.</summary>
    public static string[] Told(WholePlan plan)
    {
        List<ContentArea> areas = [.. plan.Content.Areas];
        return
        [
            .. areas.Select(area => Area(area.Details.Number, area.Details.Title, area.Details.Lead)),
            .. plan.Content.Items.Select(item => Item(
                item.AreaId is { } id ? areas.FindIndex(area => area.Id == id) : null, item.Details.Number, MarkdownRenderer.ToPlainText(plan.Wordings[item.TextId]), item.Details.Indicator, item.Details.Deadline,
                item.Owners.Select(body => body.Reference.Name), item.Cooperating.Select(body => body.Reference.Name), item.Details.Funding, item.Details.Status, item.Details.Comment)),
        ];
    }

    public static string[] Told(ReadPlan plan) =>
    [
        .. plan.Areas.Select(area => Area(area.Number, area.Title, area.Lead)),
        .. plan.Items.Select(item => Item(
            item.Area, item.Number, item.Wording, item.Indicator, item.Deadline, item.Owners.Select(name => name.Text), item.Cooperating.Select(name => name.Text),
            item.Funding, item.Status, item.Comment)),
    ];

    private static string Area(string number, string title, string lead) => $"{number} | {title} | {Lines(lead)}";

    private static string Item(
        int? area, string number, string wording, string indicator, PlanDeadline deadline, IEnumerable<string> owners, IEnumerable<string> cooperating, string funding, PlanStatus status, string comment) =>
        $"{area}/{number} | {Lines(wording)} | {Lines(indicator)} | {deadline.Kind} {deadline.Until:yyyy-MM-dd} {deadline.Text} | {string.Join(" & ", owners)} | {string.Join(" & ", cooperating)} | {Lines(funding)} | {status} | {Lines(comment)}";

    // An empty line parts two paragraphs as the end of a line does.
    private static string Lines(string text) => string.Join(" ¶ ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
