using Workspace.Web.Votes;

namespace Workspace.Web.Demo;

public sealed record DemoCandidate(string PersonKey, int Votes);

/// <summary>
/// A vote of a meeting; the first that was held has the number 1, which its text names by a line <c>[[vote:1]]</c>. Question
/// and wording may hold places to fill in. Without counts it is only prepared.
/// </summary>
public sealed record DemoVote(string ItemNumber, string Question, int? For = null, int Against = 0, int Abstained = 0)
{
    public string? Wording { get; init; }

    public VoteWay Way { get; init; } = VoteWay.HandsCounted;

    public bool IsSecret { get; init; }

    public int Invalid { get; init; }

    public bool ElectsVerifier { get; init; }

    public bool ApprovesAgenda { get; init; }

    public IReadOnlyList<DemoCandidate> Candidates { get; init; } = [];

    public bool IsHeld => For is not null;
}

/// <summary>What was voted on at the meetings.</summary>
internal static class DemoVotes
{
    internal static readonly IReadOnlyList<DemoVote> OfThird =
    [
        new("1", "Schvaluje pracovní skupina program jednání v předloženém znění?", 20) { ApprovesAgenda = true, Wording = "Pracovní skupina schvaluje program jednání v předloženém znění." },
        new("1", "Kdo ověří zápis?", 19, 0, 1) { ElectsVerifier = true, Candidates = [new("member-17", 19)] },
        new("3", "Kdo bude předsedat pracovní skupině?", 19)
        {
            IsSecret = true,
            Invalid = 1,
            Candidates = [new("chair", 13), new("member-4", 6)],
            Wording = "Pracovní skupina volí předsedkyní Mgr. Markétu Šindelářovou.",
        },
        new("5", "Má se v Rudníku nad Mlýnicí zajistit provoz alespoň tři dny v týdnu? (pozměňovací návrh N. Krupičkové)", 14, 2, 4),
        new("5", "Schvaluje pracovní skupina stanovisko ve znění přijatého pozměňovacího návrhu?", 16, 1, 3)
        {
            Wording = "Pracovní skupina doporučuje Radě Doubravínského kraje podpořit zřízení pěti kontaktních míst pro bydlení v rozsahu podle přílohy č. 2 tohoto zápisu.",
        },
        new("6", "Schvaluje pracovní skupina harmonogram přípravy akčního plánu?", 20)
        {
            Wording = "Pracovní skupina schvaluje harmonogram přípravy akčního plánu na období {{plan}} s doplněním podle návrhu Mgr. Ivany Bartůňkové.",
        },
        new("7", "Doporučuje pracovní skupina schválit podmínky dotačního programu?", 17, 0, 3)
        {
            Wording = "Pracovní skupina doporučuje Radě Doubravínského kraje schválit podmínky dotačního programu Podpora udržení bydlení v předloženém znění.",
        },
    ];

    internal static readonly IReadOnlyList<DemoVote> OfFourth =
    [
        new("1", "Schvaluje pracovní skupina program jednání?", 17) { ApprovesAgenda = true },
        new("1", "Kdo ověří zápis?", 16, 0, 1) { ElectsVerifier = true, Candidates = [new("verifier", 16)] },
        new("3", "Souhlasí pracovní skupina s členěním akčního plánu do pěti okruhů?", 15, 0, 2)
        {
            Wording = "Pracovní skupina bere na vědomí východiska akčního plánu na období {{plan}} a souhlasí s jeho členěním do pěti okruhů.",
        },
    ];

    internal static readonly IReadOnlyList<DemoVote> OfLive =
    [
        new("1", "Schvaluje pracovní skupina program jednání v předloženém znění?", 18) { ApprovesAgenda = true },
        new("3", "Schvaluje pracovní skupina návrh akčního plánu na období {{plan}}?")
        {
            Way = VoteWay.Device,
            Wording = "Pracovní skupina schvaluje návrh akčního plánu na období {{plan}} ve znění po vypořádání připomínek a ukládá tajemníkovi předložit jej Radě Doubravínského kraje.",
        },
    ];
}
