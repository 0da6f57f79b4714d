using Workspace.Web.Localization;

namespace Workspace.Web.Meetings.Paste;

/// <summary>The kind of an item where its title says so and nothing else; a discussion otherwise.</summary>
internal static class KindGuess
{
    private static readonly string[] AboutWords = ["o", "k", "ke", "po", "pred", "pro", "do", "z", "ze", "pri", "na", "about", "on", "after", "before", "for"];

    public static AgendaItemKind Of(string title)
    {
        string[] words = SearchText.Fold(title).Split([' ', ',', '.', ':', '(', ')', '+', '/', '„', '“', '"'], StringSplitOptions.RemoveEmptyEntries);
        // 'informace o schválení' is information: what comes after a preposition is only spoken of.
        var kinds = words
            .Where((_, at) => at == 0 || !AboutWords.Contains(words[at - 1]))
            .Select(KindOf).OfType<AgendaItemKind>().Distinct().ToList();
        return kinds is [var only] ? only : AgendaItemKind.Discussion;
    }

    private static AgendaItemKind? KindOf(string word) => word switch
    {
        "volba" or "election" => AgendaItemKind.Election,
        "schvaleni" or "schvalovani" or "hlasovani" or "approval" or "vote" => AgendaItemKind.Decision,
        "informace" or "informovani" or "information" => AgendaItemKind.Information,
        "diskuse" or "diskuze" or "rozprava" or "discussion" => AgendaItemKind.Discussion,
        _ => null,
    };
}
