using Microsoft.Extensions.Localization;
using Workspace.Web.Groups;

namespace Workspace.Web.People;

/// <summary>A time from one day to another in words.</summary>
internal static class Period
{
    /// <param name="strings">Resources with <c>PeriodSince</c> and <c>PeriodFromTo</c>.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null while it goes on.</param>
    public static string Of(IStringLocalizer strings, DateOnly from, DateOnly? to) =>
        to is { } last ? strings["PeriodFromTo", from.Shown(), last.Shown()] : strings["PeriodSince", from.Shown()];
}
