using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Workspace.Web.Localization;

namespace Workspace.Web.Plans.Import.Reading;

public enum PlanColumn { Number, Area, Wording, Indicator, Deadline, Owner, Cooperating, Funding, Status, Comment }

/// <summary>The names by which offices head the columns of a plan.</summary>
internal static partial class PlanColumns
{
    private const int LongestName = 70;

    // Whole names first: „popis“ heads a comment, „popis aktivity“ a wording; „plnění“ a status, „termín plnění“ a deadline.
    private static readonly FrozenDictionary<string, PlanColumn> Names = new (PlanColumn Column, string[] Names)[]
    {
        (PlanColumn.Number, ["cislo", "cis", "c", "p c", "por c", "porc", "poradi", "poradove cislo", "id", "kod", "oznaceni", "no", "nr", "number", "#", "item", "ref"]),
        (PlanColumn.Area, ["okruh", "okruh opatreni", "oblast", "oblast opatreni", "tema", "prioritni oblast", "kapitola", "area", "area of measures", "chapter", "topic", "priority area"]),
        (PlanColumn.Wording, ["zneni", "text", "nazev", "ukol", "cinnost", "krok", "title", "task", "wording", "description of activity", "popis cinnosti", "popis kroku", "popis ukolu"]),
        (PlanColumn.Indicator, ["meritko", "vysledek", "output", "outputs", "result", "kriterium", "kriterium plneni"]),
        (PlanColumn.Deadline, ["do kdy", "lhuta", "harmonogram", "datum", "datum plneni", "due", "due date", "date", "by when", "obdobi realizace", "doba realizace"]),
        (PlanColumn.Owner, ["gesce", "kdo", "nositel", "realizator", "owner", "owners", "who", "lead"]),
        (PlanColumn.Cooperating, ["soucinnost", "ve spolupraci", "spolu s", "with"]),
        (PlanColumn.Funding, ["zdroj", "zdroje", "rozpocet", "finance", "naklady", "odhad nakladu", "cena", "castka", "money", "budget", "cost", "costs", "resources"]),
        (PlanColumn.Status, ["plneni", "plneni monitoring", "monitoring", "hodnoceni", "vyhodnoceni", "vyhodnoceni plneni", "hodnoceni plneni", "splneni", "state", "progress", "fulfilment"]),
        (PlanColumn.Comment, ["popis", "popis plneni", "popis stavu", "zpusob plneni", "pozn", "vyjadreni", "zduvodneni", "oduvodneni", "description", "details"]),
    }.SelectMany(of => of.Names.Select(name => (name, of.Column))).ToFrozenDictionary(of => of.name, of => of.Column);

    /// <summary>What a cell heads, if it is a name of a column.</summary>
    public static PlanColumn? Find(string? text)
    {
        if (text is null || text.Length > 2 * LongestName)
            return null;
        var name = NoWords().Replace(SearchText.Fold(CellText.OneLine(text)), " ").Trim();
        if (name.Length is 0 or > LongestName)
            return null;
        return Names.TryGetValue(name, out var column) ? column : ByStem(name);
    }

    /// <summary>Both names of a cell that heads two columns at once: <c>Odpovědnost / Spolupráce</c>.</summary>
    public static (PlanColumn First, PlanColumn Second)? FindTwo(string? text)
    {
        var parts = (text ?? "").Split(['\n', '/', ',', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && Find(parts[0]) is PlanColumn.Owner or PlanColumn.Cooperating && Find(parts[1]) is PlanColumn.Owner or PlanColumn.Cooperating && Find(parts[0]) != Find(parts[1])
            ? (Find(parts[0])!.Value, Find(parts[1])!.Value)
            : null;
    }

    public static int CountKnown(IEnumerable<string> cells) => cells.Select(Find).Where(column => column is not null).Distinct().Count();

    private static PlanColumn? ByStem(string name) => name switch
    {
        _ when NumberName().IsMatch(name) => PlanColumn.Number,
        _ when AreaName().IsMatch(name) => PlanColumn.Area,
        _ when IndicatorName().IsMatch(name) => PlanColumn.Indicator,
        _ when DeadlineName().IsMatch(name) => PlanColumn.Deadline,
        _ when CooperatingName().IsMatch(name) => PlanColumn.Cooperating,
        _ when OwnerName().IsMatch(name) => PlanColumn.Owner,
        _ when FundingName().IsMatch(name) => PlanColumn.Funding,
        _ when StatusName().IsMatch(name) => PlanColumn.Status,
        _ when CommentName().IsMatch(name) => PlanColumn.Comment,
        _ when WordingName().IsMatch(name) => PlanColumn.Wording,
        _ => null,
    };

    [GeneratedRegex(@"[^\p{L}\p{N}#]+")]
    private static partial Regex NoWords();

    [GeneratedRegex(@"^(c|cislo|poradove cislo|oznaceni|kod|number|no|id) (opatreni|aktivity|ukolu|polozky|bodu|of)\b|^(item|measure|activity|action) (no|number|id)$")]
    private static partial Regex NumberName();

    [GeneratedRegex(@"^(cislo |nazev |c )?(okruh|oblast|area|kapitol)\w*( opatreni| of \w+| podpory)?$")]
    private static partial Regex AreaName();

    [GeneratedRegex(@"^(monitorovaci )?(indikator|ukazatel|vystup|meriteln|indicator)\w*")]
    private static partial Regex IndicatorName();

    [GeneratedRegex(@"^(\w+ )?(termin|deadline)\w*")]
    private static partial Regex DeadlineName();

    [GeneratedRegex(@"^(spoluprac|spolupracuj|spolugest|partner|cooperat|co operat|collaborat|dalsi spolupracujici|zapojen)\w*")]
    private static partial Regex CooperatingName();

    [GeneratedRegex(@"^(hlavni )?(odpoved|odpovid|zodpoved|zodpovid|gestor|garant|responsib|lead organi[sz]ation)\w*")]
    private static partial Regex OwnerName();

    [GeneratedRegex(@"^(zdroj\w*|zpusob|predpokladan\w+|odhad\w*|source\w*|financ\w*|rozpocet|naklad\w*|vyse) ?(\w+ )?(financ|naklad|of fund|fund|rozpoc)\w*|^(financ|funding|naklad|rozpoct|budget|cost)\w*")]
    private static partial Regex FundingName();

    [GeneratedRegex(@"^(stav|status)( \w+)*$|^(mira|stupen) (plneni|splneni)$")]
    private static partial Regex StatusName();

    [GeneratedRegex(@"^(komentar|poznamk|comment|note|remark)\w*")]
    private static partial Regex CommentName();

    [GeneratedRegex(@"^(\w+ ){0,3}(opatreni|aktivit\w*|zneni|measure|activity|action|wording)( \w+){0,2}$")]
    private static partial Regex WordingName();
}
