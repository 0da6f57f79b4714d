using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;

namespace Workspace.Web.Meetings;

/// <summary>Numbers in a group's series of the year, and how the rules of the day write them.</summary>
internal static partial class MeetingNumber
{
    /// <summary>The version of the group's rules that holds on a day; null before the first.</summary>
    public static Task<RulesOfProcedure?> RulesOfDayAsync(WorkspaceDb db, long groupId, DateOnly day, CancellationToken cancellationToken) =>
        db.Rules.AsNoTracking().Where(r => r.GroupId == groupId && r.ValidFrom <= day).OrderByDescending(r => r.ValidFrom).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The next number; cancelled meetings keep theirs, so that none is given twice (R26).</summary>
    public static async Task<int> NextAsync(WorkspaceDb db, long groupId, int year, CancellationToken cancellationToken) =>
        (await db.Meetings.Where(m => m.GroupId == groupId && m.Year == year).MaxAsync(m => (int?)m.Number, cancellationToken) ?? 0) + 1;

    public static string Format(string format, int number, int year) => Placeholder().Replace(format, match =>
        (match.Groups[1].Value == "number" ? number : year).ToString(match.Groups[2].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\{(number|year)(?::(0+))?\}")]
    private static partial Regex Placeholder();
}
