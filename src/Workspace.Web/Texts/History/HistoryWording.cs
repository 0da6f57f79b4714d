using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Localization;

namespace Workspace.Web.Texts.History;

/// <summary>How a history names its people and times.</summary>
public sealed record HistoryWording(IStringLocalizer<HistoryStrings> Strings, IReadOnlyDictionary<long, string> Names, string TimeZone)
{
    /// <summary>As many as who.css has.</summary>
    private const int Colours = 12;

    public static string ColourOf(long? authorId) => authorId is { } id ? $"who-{Math.Abs(id) % Colours}" : "who-unknown";

    public string NameOf(long? authorId) => authorId is { } id && Names.TryGetValue(id, out var name) ? name : Strings["Unknown"];

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

    public string TimeOf(DateTimeOffset at, string format = "MomentFormat") => at.In(TimeZone).ToString(Strings[format], CultureInfo.CurrentUICulture);

    public string WhoAndWhen(long? authorId, DateTimeOffset? at) => at is { } moment ? $"{NameOf(authorId)}, {TimeOf(moment)}" : NameOf(authorId);
}
