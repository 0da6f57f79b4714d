using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Settling;

namespace Workspace.Web.Demo;

/// <summary>A comment of a round of the demo.</summary>
/// <param name="AuthorKey">Of the person; of the organisation where it was entered for somebody who is not known.</param>
/// <param name="Citation">Of the item; null for the whole document.</param>
/// <param name="Reason">Why.</param>
internal sealed record DemoRoundComment(string AuthorKey, string? Citation, string Reason)
{
    public bool IsEssential { get; init; }

    /// <summary>Words of the wording, and what is proposed for them.</summary>
    public (string Old, string New)? Change { get; init; }

    public bool IsDraft { get; init; }

    public bool IsLate { get; init; }

    /// <summary>The name of whom the secretary entered it for.</summary>
    public string? EnteredFor { get; init; }

    /// <summary>Somebody without an account, by name; the author's key then is the organisation's name, or empty.</summary>
    public string? PublicName { get; init; }

    public IReadOnlyList<string> SupporterKeys { get; init; } = [];

    public SettlementOutcome? Outcome { get; init; }

    public string Response { get; init; } = "";

    /// <summary>The author does not know the outcome yet.</summary>
    public bool IsUntold { get; init; }

    public SettlementAnswer? Answer { get; init; }

    public string? AnswerWords { get; init; }
}

/// <summary>A comment round of the demo. Days count from today, its deadline is the end of a day.</summary>
internal sealed record DemoRound(DemoPlanContent Plan, string Title, string Call, RoundState State, int OpenedDay, int ClosesDay, IReadOnlyList<DemoRoundComment> Comments)
{
    /// <summary>Who has no comments on any item.</summary>
    public IReadOnlyList<string> WithoutComments { get; init; } = [];

    /// <summary>Who has none on these items.</summary>
    public IReadOnlyList<(string PersonKey, string Citation)> WithoutCommentsOn { get; init; } = [];

    /// <summary>Until when it was open before it was extended, and why that was.</summary>
    public (int Day, string Reason)? Extended { get; init; }

    /// <summary>Null while it is not settled.</summary>
    public int? SettledDay { get; init; }

    /// <summary>For the public, settled together with the round of members on the same plan.</summary>
    public bool IsPublic { get; init; }
}

/// <summary>One round that is settled, one that is open for members and one for the public, and one that is being settled.</summary>
internal static class DemoRounds
{
    private static readonly DemoRound Settled = new(
        DemoPlan.Main, "Připomínky k návrhu akčního plánu {0}–{1}",
        "Prosíme o připomínky k návrhu akčního plánu. Uveďte, jak má opatření znít, a krátce proč. Nemáte-li k opatření co dodat, označte je „bez připomínek“.",
        RoundState.Settled, -95, -50, DemoRoundComments.OnMain)
    {
        WithoutComments = ["member-11"],
        SettledDay = -46,
    };

    private static readonly DemoRound Open = new(
        DemoPlan.Deposits, "Připomínky k pravidlům společného fondu kaucí",
        "Pravidla fondu má na jaře projednat Rada kraje. Zajímá nás hlavně, zda na ně dosáhnou lidé, kterým má fond pomoci, a zda je obce zvládnou používat.",
        RoundState.Open, -9, 3, DemoRoundComments.OnDeposits)
    {
        WithoutComments = ["member-14"],
        WithoutCommentsOn = [("member-1", "I/1"), ("member-1", "I/2"), ("member-10", "III/1"), ("member-10", "III/2"), ("member-6", "I/1"), ("member-6", "I/3")],
        Extended = (1, "O prodloužení požádaly obce, jejichž rady se scházejí až v druhé polovině týdne."),
    };

    private static readonly DemoRound Closed = new(
        DemoPlan.Arrears, "Připomínky k doporučenému postupu", "Postup převezmou města do svých pravidel. Napište, co by u vás nefungovalo.",
        RoundState.Closed, -16, -3, DemoRoundComments.OnArrears)
    {
        WithoutComments = ["member-20"],
    };

    private static readonly DemoRound OfPublic = new(
        DemoPlan.Deposits, "Pravidla fondu kaucí: připomínky veřejnosti", "Kraj připravuje fond, ze kterého si domácnosti půjčí na kauci. Napište, čemu nerozumíte a co vám chybí.",
        RoundState.Open, -6, 9, DemoRoundComments.OfPublic)
    {
        IsPublic = true,
    };

    public static readonly IReadOnlyList<DemoRound> All = [Settled, Open, Closed, OfPublic];
}
