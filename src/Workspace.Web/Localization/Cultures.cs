using System.Globalization;

namespace Workspace.Web.Localization;

/// <summary>The languages of the interface. Another one is added here and by its resource files.</summary>
public static class Cultures
{
    public const string Default = "cs";

    public static readonly string[] Supported = [Default, "en"];

    /// <summary>Words, figures and dates in a given language, which may be another than that of who asks: a document's, or a reader's.</summary>
    public static T In<T>(CultureInfo culture, Func<T> words)
    {
        var (formats, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            return words();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (formats, language);
        }
    }

    /// <summary>Chooses among the keys <c>{key}_one</c>, <c>_few</c> and <c>_other</c> by the rules of the current language.</summary>
    public static string PluralSuffix(long count) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "cs"
        ? count switch { 1 => "one", >= 2 and <= 4 => "few", _ => "other" }
        : count == 1 ? "one" : "other";
}
