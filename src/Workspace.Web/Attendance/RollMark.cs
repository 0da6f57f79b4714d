using System.Globalization;

namespace Workspace.Web.Attendance;

/// <summary>A mark as the value of a choice: 'Present:12', or empty where nothing is marked.</summary>
internal static class RollMark
{
    public static string Of(RollState? state, long? personId) => state is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{state}:{personId}");

    public static (RollState? State, long? PersonId) Read(string? value) =>
        value?.Split(':') is [var state, var person] && Enum.TryParse<RollState>(state, out var mark) && Enum.IsDefined(mark)
            ? (mark, long.TryParse(person, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null)
            : (null, null);
}
