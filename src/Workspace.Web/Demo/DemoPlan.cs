using Workspace.Web.Plans;

namespace Workspace.Web.Demo;

/// <summary>A later change of a wording by somebody else.</summary>
internal sealed record DemoPlanEdit(string PersonKey, string Old, string New);

/// <summary>
/// An item of the demo's plan. {0} and {1} are the plan's first and second year. Bodies are keys of organisations and units; what is
/// no key is a name that nobody knows.
/// </summary>
internal sealed record DemoPlanItem(string Number, string Wording, string Indicator, string Deadline)
{
    public IReadOnlyList<string> Owners { get; init; } = [];

    public IReadOnlyList<string> Cooperating { get; init; } = [];

    public string Funding { get; init; } = "";

    public PlanStatus Status { get; init; }

    public string Comment { get; init; } = "";

    /// <summary>Who wrote it together with the secretary.</summary>
    public string? AuthorKey { get; init; }

    public DemoPlanEdit? Edit { get; init; }

    /// <summary>The indicator on which comments were asked for.</summary>
    public string? IndicatorBefore { get; init; }

    /// <summary>Taken out when comments were settled.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Put in when comments were settled.</summary>
    public bool IsAdded { get; init; }
}

/// <param name="Lead">The items finish this sentence.</param>
internal sealed record DemoPlanArea(string Number, string Title, string Lead, IReadOnlyList<DemoPlanItem> Items);

/// <summary>A plan of the demo. In its texts {0} and {1} are its first and second year.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="GroupKey">Whose it is.</param>
/// <param name="Areas">With their items.</param>
internal sealed record DemoPlanContent(string Name, string GroupKey, IReadOnlyList<DemoPlanArea> Areas)
{
    public required int BegunDaysAgo { get; init; }

    public required int WrittenDaysAgo { get; init; }

    /// <summary>When wordings were changed after the first writing.</summary>
    public required int EditedDaysAgo { get; init; }
}

internal static class DemoPlan
{
    /// <summary>The plan of which the demo's minutes speak, as it stands after the comments on it were settled.</summary>
    public static readonly DemoPlanContent Main = new(
        "Akční plán prevence ztráty bydlení a podpory bydlení {0}–{1}", DemoContent.Group.Key,
        [DemoPlanAreas.Housing, DemoPlanAreas.Prevention, DemoPlanAreas.Debts, DemoPlanAreas.Children, DemoPlanAreas.Sharing])
    {
        BegunDaysAgo = 118,
        WrittenDaysAgo = 96,
        EditedDaysAgo = 46,
    };

    /// <summary>On which comments are asked for now.</summary>
    public static readonly DemoPlanContent Deposits = new("Návrh pravidel společného fondu kaucí", DemoContent.Group.Key, DemoPlanDrafts.Deposits)
    {
        BegunDaysAgo = 30,
        WrittenDaysAgo = 14,
        EditedDaysAgo = 12,
    };

    /// <summary>The comments on which are being settled.</summary>
    public static readonly DemoPlanContent Arrears = new("Doporučený postup při prvních nedoplatcích na nájemném", DemoContent.SubGroup.Key, DemoPlanDrafts.Arrears)
    {
        BegunDaysAgo = 40,
        WrittenDaysAgo = 33,
        EditedDaysAgo = 1,
    };

    public static readonly IReadOnlyList<DemoPlanContent> All = [Main, Deposits, Arrears];

    /// <summary>Bodies that plans name together, beside the organisations of the group.</summary>
    public static readonly IReadOnlyList<(string Key, string Name, string ShortName)> Collective =
    [
        ("obce", "Obce Doubravínského kraje", "obce"),
        ("nno", "Nestátní neziskové organizace v Doubravínském kraji", "NNO"),
    ];

    /// <summary>How else offices call these bodies.</summary>
    public static readonly IReadOnlyList<(string Key, string[] Names)> Aliases =
    [
        ("kraj", ["KÚ DK", "Krajský úřad Doubravínského kraje", "krajský úřad", "KÚ", "kraj"]),
        ("osv", ["OSV KÚ", "odbor sociálních věcí krajského úřadu", "sociální odbor kraje"]),
        ("osm", ["OŠM KÚ", "odbor školství kraje"]),
        ("orr", ["ORR KÚ", "odbor reg. rozvoje"]),
        ("doubravin", ["město Doubravín", "Magistrát města Doubravína", "MM Doubravín"]),
        ("sklenarov", ["MěÚ Sklenářov"]),
        ("rudnik", ["Rudník", "MěÚ Rudník nad Mlýnicí"]),
        ("urad-prace", ["ÚP", "úřad práce", "úřady práce", "Úřad práce ČR", "krajská pobočka ÚP"]),
        ("policie", ["Policie ČR", "policie"]),
        ("poradna-vahy", ["dluhová poradna", "Váhy"]),
        ("svazek", ["svazek obcí", "Mlýnicko"]),
        ("nemocnice", ["nemocnice"]),
        ("mas", ["MAS"]),
        ("univerzita", ["univerzita"]),
        ("obce", ["města", "města a obce", "obce kraje"]),
        ("nno", ["neziskové organizace", "nestátní neziskové organizace"]),
    ];
}
