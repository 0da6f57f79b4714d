using Workspace.Web.Localization;

namespace Workspace.Web.Meetings.Paste;

/// <summary>Whether words at the end of a title name who presents it. Only where that is sure: 'Nový Bor' is a town.</summary>
internal static class PresenterGuess
{
    private static readonly string[] Roles =
        ["predseda", "predsedkyne", "mistopredseda", "mistopredsedkyne", "tajemnik", "tajemnice", "predsedajici", "vsichni", "clenove", "hoste", "chair", "secretary", "all"];

    private static readonly string[] Titles =
        ["ing", "mgr", "bc", "mudr", "judr", "phdr", "rndr", "pharmdr", "mvdr", "paeddr", "thdr", "doc", "prof", "ph.d", "csc", "mba", "dis", "mpa", "ll.m", "arch", "p", "pi", "pan", "pani", "dr"];

    private static readonly HashSet<string> GivenNames =
    [
        .. "adam ales alexandr antonin bohumil bohuslav dalibor daniel david dominik eduard emil erik filip frantisek igor ivan ivo jakub jan jaromir jaroslav jindrich jiri josef kamil karel krystof ladislav leos libor lubomir lubos lukas marcel marek marian martin matej michal milan milos miroslav oldrich ondrej otakar patrik pavel petr premysl radek radim radomir rene richard robert roman rostislav rudolf simon stanislav stepan svatopluk tomas vaclav viktor vilem vit vladimir vlastimil vojtech zbynek zdenek".Split(' '),
        .. "adela alena alexandra alice alzbeta andrea aneta anna barbora blanka bohumila bozena dagmar dana daniela darina denisa dita dominika drahomira elena eliska ester eva frantiska gabriela hana helena ilona irena iva ivana iveta jana jarmila jaroslava jirina jitka johana julie kamila karolina katerina klara kristyna kveta lada lenka libuse linda lucie ludmila marcela marie marketa marta martina michaela milada milena miloslava miroslava monika nada natalie nikola olga pavla pavlina petra radka renata romana ruzena sarka silvie simona sona stanislava svetlana sylva tamara tatana tereza vaclava vera veronika vladimira vlasta zaneta zdenka zuzana".Split(' '),
    ];

    public static bool IsPresenter(string words)
    {
        string[] people = words.Split([" a ", ", ", " + ", " / "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return people.Length > 0 && words.Length <= AgendaRules.PresenterLimit && people.All(IsPersonOrRole);
    }

    private static bool IsPersonOrRole(string words)
    {
        string[] tokens = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (tokens.Length is 0 or > 6)
            return false;
        if (Roles.Contains(SearchText.Fold(tokens[0])) && tokens.Length <= 3)
            return true;
        string[] names = [.. tokens.SkipWhile(IsTitle).TakeWhile(token => !IsTitle(token))];
        var titles = tokens.Length - names.Length;
        if (titles > 0 && names.Length == 0)
            return tokens.All(IsTitle) && words.Contains('.');
        return names.Length is 1 or 2 or 3
            && names.All(name => char.IsUpper(name[0]) && name.All(c => char.IsLetter(c) || c is '.' or '-' or '’'))
            && tokens.Skip(tokens.TakeWhile(IsTitle).Count() + names.Length).All(IsTitle)
            && (titles > 0 || (names.Length > 1 && (names[0].EndsWith('.') || GivenNames.Contains(SearchText.Fold(names[0])))));
    }

    private static bool IsTitle(string token) => Titles.Contains(SearchText.Fold(token).TrimEnd('.', ','));
}
