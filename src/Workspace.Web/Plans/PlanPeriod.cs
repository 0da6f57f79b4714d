using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Groups;

namespace Workspace.Web.Plans;

internal static class PlanPeriod
{
    /// <summary>'2026–2027' for whole years, otherwise both days.</summary>
    public static string Of(DateOnly from, DateOnly to) => from is { Day: 1, Month: 1 } && to is { Day: 31, Month: 12 }
        ? from.Year == to.Year ? from.Year.ToString(CultureInfo.InvariantCulture) : $"{from.Year}–{to.Year}"
        : $"{from.Shown()} – {to.Shown()}";

    /// <summary>The word for a status; empty where none is set.</summary>
    public static string Word(this IStringLocalizer<PlanStrings> strings, PlanStatus status) => status == PlanStatus.None ? "" : strings[$"Status_{status}"];
}
