using System.Globalization;

namespace Workspace.Web.Groups;

internal static class DayText
{
    /// <summary>The day as readers of the current language write it: <c>11. 6. 2024</c> with hard blanks, or <c>11 June 2024</c>.</summary>
    public static string Shown(this DateOnly day) =>
        day.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "cs" ? "d'.\u00a0'M'.\u00a0'yyyy" : "d\u00a0MMMM\u00a0yyyy", CultureInfo.CurrentUICulture);
}
