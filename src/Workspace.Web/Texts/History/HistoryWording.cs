using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Workspace.Web.Texts.History;

/// <summary>How a history names its people and times.</summary>
public sealed class HistoryWording(IStringLocalizer<HistoryStrings> strings, IReadOnlyDictionary<long, string> names, string timeZone)
{
    /// <summary>Long texts name the same people and seconds thousands of times.</summary>
    private readonly Dictionary<(string Key, long? AuthorId, DateTimeOffset? At), string> told = [];

    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    /// <summary>As many as who.css has.</summary>
    private const int Colours = 12;

    public IStringLocalizer<HistoryStrings> Strings => strings;

    public static string ColourOf(long? authorId) => authorId is { } id ? $"who-{Math.Abs(id) % Colours}" : "who-unknown";

    public string NameOf(long? authorId) => authorId is { } id && names.TryGetValue(id, out var name) ? name : strings["Unknown"];

    /// <summary>First letters of the first and the last name; titles are left out.</summary>
    public string InitialsOf(long? authorId)
    {
        if (authorId is null)
            return "?";
        var words = NameOf(authorId).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        string[] plain = [.. words.Where(word => !word.Contains('.'))];
        plain = plain.Length > 0 ? plain : words;
        return string.Concat((plain.Length > 1 ? [plain[0], plain[^1]] : plain).Select(word => StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.CurrentUICulture)));
    }

    public string TimeOf(DateTimeOffset at, string format = "MomentFormat") => TimeZoneInfo.ConvertTime(at, zone).ToString(strings[format], CultureInfo.CurrentUICulture);

    public string WhoAndWhen(long? authorId, DateTimeOffset? at) => Tell("", authorId, at);

    /// <summary>A sentence of the resources about who did it and when.</summary>
    public string Tell(string key, long? authorId, DateTimeOffset? at)
    {
        if (told.TryGetValue((key, authorId, at), out var known))
            return known;
        var who = at is { } moment ? $"{NameOf(authorId)}, {TimeOf(moment)}" : NameOf(authorId);
        return told[(key, authorId, at)] = key.Length > 0 ? strings[key, who] : who;
    }
}
