namespace Workspace.Web.Demo;

/// <summary>A comment on a passage of the minutes that are being written, with its replies.</summary>
/// <param name="Passage">Words of the text; where they are not written yet, there is no comment either.</param>
/// <param name="MinutesAgo">Before now.</param>
public sealed record DemoComment(string Passage, string AuthorKey, int MinutesAgo, string Body, string? Wording = null, string? ResolverKey = null)
{
    public IReadOnlyList<(string AuthorKey, string Body)> Replies { get; init; } = [];
}

public static partial class DemoContent
{
    public static IReadOnlyList<DemoComment> Comments { get; } =
    [
        new("jedenáct organizací", "member-17", 9, "Nebylo jich dvanáct?", ResolverKey: "secretary")
        {
            Replies = [("secretary", "Dvanáctá poslala jen stanovisko bez připomínek, mezi připomínkami ji nepočítáme.")],
        },
        new("Za nejvýznamnější změny označil tajemník tyto:", "chair", 7, "Ať je z věty jasné, že jde o výběr.", Wording: "Za nejvýznamnější z nich označil tajemník tyto tři změny:"),
        new("u opatření II/1 se nesleduje počet upomínek", "member-4", 5, "Doplníme do přílohy, odkdy se nový ukazatel sleduje?")
        {
            Replies = [("secretary", "Ano, od 1. 1. 2027. Doplním.")],
        },
    ];
}
