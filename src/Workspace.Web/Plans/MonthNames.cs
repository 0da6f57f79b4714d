namespace Workspace.Web.Plans;

/// <summary>Names of months without accents: Czech in the cases in which deadlines use them, English, and roman numbers.</summary>
internal static class MonthNames
{
    private static readonly string[] Czech =
    [
        "led|ledna|lednu|leden", "uno|unora|unoru|unor", "bre|brezna|breznu|brezen", "dub|dubna|dubnu|duben", "kve|kvetna|kvetnu|kveten", "cvn|cervna|cervnu|cerven",
        "cvc|cervence|cervenci|cervenec", "srp|srpna|srpnu|srpen", "zar|zari", "rij|rijna|rijnu|rijen", "lis|listopadu|listopad", "pro|prosince|prosinci|prosinec",
    ];

    private static readonly string[] English =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>From 1 to 12; 0 for what is no month.</summary>
    /// <param name="folded">In small letters without accents.</param>
    public static int Find(string folded)
    {
        if (RomanNumber.TryParse(folded.ToUpperInvariant(), out var roman))
            return roman.Value <= 12 ? roman.Value : 0;
        var czech = Array.FindIndex(Czech, names => names.Split('|').Contains(folded)) + 1;
        return czech > 0 ? czech : Array.FindIndex(English, name => name == folded || (folded.Length is 3 or 4 && name.StartsWith(folded, StringComparison.Ordinal))) + 1;
    }
}
