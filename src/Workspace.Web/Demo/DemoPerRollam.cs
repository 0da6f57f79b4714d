using Workspace.Web.Meetings;
using Workspace.Web.Votes;

namespace Workspace.Web.Demo;

/// <summary>The vote outside a meeting that ended before the fourth one, and what members propose for the next agenda.</summary>
internal static class DemoPerRollam
{
    public const int OpenedDaysAgo = 152, ClosedDaysAgo = 145;

    /// <summary>The meeting that follows it in the series.</summary>
    public const string Before = "meeting-4";

    public const string Title = "Krizové byty v Rudníku nad Mlýnicí";

    public const string Background = "Uzávěrka výzvy je dříve než nejbližší jednání, proto se hlasuje mimo jednání. Projekt a rozpočet jste dostali e-mailem.";

    public const string Question = "Doporučuje pracovní skupina k financování projekt tří krizových bytů v Rudníku nad Mlýnicí?";

    public const string Wording = "Pracovní skupina doporučuje k financování projekt tří krizových bytů města Rudník nad Mlýnicí.";

    /// <summary>As they came in; five seats did not answer.</summary>
    public static readonly IReadOnlyList<Mark> Marks =
    [
        .. Enumerable.Repeat(Mark.For, 9), Mark.Abstain, .. Enumerable.Repeat(Mark.For, 6), Mark.Against, .. Enumerable.Repeat(Mark.For, 2),
    ];

    public static readonly IReadOnlyList<(string PersonKey, int DaysAgo, AgendaItemDetails Details)> Proposed =
    [
        ("member-7", 3, new("Sdílení údajů o volných ubytovacích místech", AgendaItemKind.Discussion, 20, null,
            "Města se dnes o volných místech dozvídají po telefonu. Navrhuji probrat společný přehled, který by každý doplňoval sám.")),
        ("member-18", 1, new("Zimní opatření pro lidi bez domova", AgendaItemKind.Information, 15)),
    ];
}
