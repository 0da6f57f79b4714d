using Workspace.Web.Tasks;

namespace Workspace.Web.Demo;

/// <summary>A step that somebody took with a task.</summary>
public sealed record DemoTaskStep(TaskState State, int DaysAgo, string PersonKey, string? Note = null);

/// <summary>A task; the first of a meeting has the number 1, by which a text of the meeting names it in a line <c>[[task:1]]</c>.</summary>
public sealed record DemoTask(string Text)
{
    /// <summary>The agenda item, or none.</summary>
    public string? ItemNumber { get; init; }

    /// <summary>People, or the organisations, who are to do it; for all members where there are none.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    public TaskDueKind Due { get; init; }

    /// <summary>From today, moved to a working day.</summary>
    public int? DueInDays { get; init; }

    public IReadOnlyList<DemoTaskStep> Steps { get; init; } = [];
}

/// <summary>What was given to whom at the meetings and between them.</summary>
internal static class DemoTasks
{
    public const int GivenDaysAgo = 12;

    internal static readonly IReadOnlyList<DemoTask> OfThird =
    [
        new("Předložit návrh doporučeného postupu při prvních nedoplatcích na nájemném.")
        {
            ItemNumber = "4", Keys = ["member-20"], Due = TaskDueKind.Date, DueInDays = -125,
            Steps =
            [
                new(TaskState.Underway, 210, "member-20", "Osnova je hotová, podskupina sbírá příklady z pěti měst."),
                new(TaskState.Done, 131, "member-20", "Návrh byl rozeslán členům."),
            ],
        },
    ];

    internal static readonly IReadOnlyList<DemoTask> OfFourth =
    [
        new("Připravit návrh společného postupu při propouštění pacientů bez zajištěného bydlení.")
        {
            ItemNumber = "6", Keys = ["nemocnice", "member-2"], Due = TaskDueKind.Date, DueInDays = -30,
            Steps = [new(TaskState.Underway, 58, "member-22", "Dotazník pro příjem pacientů se ověřuje na dvou odděleních.")],
        },
    ];

    internal static readonly IReadOnlyList<DemoTask> OfLive =
    [
        new("Doplnit údaje o obecních bytech Lipové Brány do společné tabulky.") { ItemNumber = "2", Keys = ["member-10"], Due = TaskDueKind.Date, DueInDays = 14 },
    ];

    /// <summary>From an item of the plan: its area and number.</summary>
    internal static readonly (string Area, string Number, DemoTask Task) OfPlan = ("III", "2", new("Obnovit přehled dluhových poraden a jejich úředních dnů a rozeslat jej městům.")
    {
        Keys = ["member-12", "poradna-vahy"],
        Due = TaskDueKind.Ongoing,
        Steps = [new(TaskState.Underway, 5, "member-12")],
    });

    internal static readonly DemoTask OfAll = new("Promyslet, čím se vaše organizace zapojí do naplňování akčního plánu, a přijít s jedním konkrétním návrhem.") { Due = TaskDueKind.NextMeeting };
}
