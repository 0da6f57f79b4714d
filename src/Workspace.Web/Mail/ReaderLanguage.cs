using System.Globalization;

namespace Workspace.Web.Mail;

public static class ReaderLanguage
{
    /// <summary>Writes a text in the language of who will read it, whatever the language of who causes it.</summary>
    public static T Write<T>(string culture, Func<T> text)
    {
        var (own, ownInterface) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return text();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (own, ownInterface);
        }
    }
}
