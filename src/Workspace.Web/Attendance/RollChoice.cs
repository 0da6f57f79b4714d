using System.Globalization;

namespace Workspace.Web.Attendance;

/// <summary>A mark or an answer as the value of a choice: 'Present:12' with the person it is about, or empty where there is none.</summary>
internal static class RollChoice
{
    public static string Of<T>(T? kind, long? personId = null)
        where T : struct, Enum =>
        kind is not null && personId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{kind}:{id}") : $"{kind}";

    public static (T? Kind, long? PersonId) Read<T>(string? value)
        where T : struct, Enum
    {
        var parts = (value ?? "").Split(':');
        if (parts.Length > 2 || !Enum.TryParse<T>(parts[0], out var kind) || !Enum.IsDefined(kind))
            return (null, null);
        return (kind, long.TryParse(parts.ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null);
    }
}
