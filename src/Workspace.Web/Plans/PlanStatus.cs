using System.Collections.Frozen;
using Workspace.Web.Localization;

namespace Workspace.Web.Plans;

/// <summary>How far an item of a plan is; <see cref="None"/> where nobody has said.</summary>
public enum PlanStatus { None, Fulfilled, Ongoing, Partly, NotFulfilled }

/// <summary>The words by which offices write a status, in Czech and English.</summary>
public static class PlanStatusWords
{
    private static readonly FrozenDictionary<string, PlanStatus> Known = new (PlanStatus Status, string[] Words)[]
    {
        (PlanStatus.Fulfilled, ["splneno", "splnen", "splnena", "splneny", "hotovo", "dokonceno", "dokoncen", "dokoncena", "fulfilled", "completed", "complete", "done"]),
        (PlanStatus.Ongoing, ["plneno", "plni se", "plnen", "plnena", "plneny", "prubezne plneno", "plneno prubezne", "prubezne se plni", "probiha", "v realizaci", "realizuje se",
            "ongoing", "in progress", "being fulfilled", "under way"]),
        (PlanStatus.Partly, ["castecne", "castecne plneno", "plneno castecne", "castecne splneno", "splneno castecne", "castecne plnen", "castecne plnena", "castecne splnen",
            "castecne splnena", "castecne se plni", "plni se castecne", "partly", "partially", "partly fulfilled", "partially fulfilled", "fulfilled partly", "partial"]),
        (PlanStatus.NotFulfilled, ["neplneno", "neplni se", "neplnen", "neplnena", "nesplneno", "nesplnen", "nesplnena", "nezahajeno", "nerealizovano", "not fulfilled", "unfulfilled",
            "not started", "not done"]),
        (PlanStatus.None, ["nehodnoceno", "nevyhodnoceno", "not assessed", "not evaluated", "none"]),
    }.SelectMany(of => of.Words.Select(word => (word, of.Status))).ToFrozenDictionary(of => of.word, of => of.Status);

    private static readonly char[] Ends = [',', ';', ':', '(', '.', '\n', '–', '—'];

    /// <summary>Whether the whole text is a status, whatever its case, accents and punctuation around it. <c>nehodnoceno</c> is one: <see cref="PlanStatus.None"/>.</summary>
    public static bool TryParse(string? text, out PlanStatus status)
    {
        status = PlanStatus.None;
        return text is { Length: > 0 and < 80 } && Known.TryGetValue(Bare(text), out status);
    }

    /// <summary>Whether the text begins with a status and goes on after a mark, as <c>Splněno – zpráva je na webu</c> does.</summary>
    public static bool TryParseBeginning(string? text, out PlanStatus status)
    {
        status = PlanStatus.None;
        if (text is null)
            return false;
        var end = text.IndexOfAny(Ends);
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        if (dash >= 0 && (end < 0 || dash < end))
            end = dash;
        return end > 0 && TryParse(text[..end], out status);
    }

    private static string Bare(string text) => SearchText.Fold(text).Trim(' ', '.', ',', ';', ':', '!', '(', ')', '[', ']', '"', '„', '“', '-', '–', '*');
}
