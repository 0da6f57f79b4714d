using Microsoft.Extensions.Localization;

namespace Workspace.Web.Localization;

public static class PluralLocalizer
{
    /// <summary>
    /// A counted sentence: the resource <c>{key}_one</c>, <c>{key}_few</c> (Czech 2-4) or <c>{key}_other</c>
    /// with the count as {0} and the further arguments behind it.
    /// </summary>
    public static string Count(this IStringLocalizer strings, string key, long count, params object[] arguments) =>
        strings[$"{key}_{Cultures.PluralSuffix(count)}", [count, .. arguments]];
}
