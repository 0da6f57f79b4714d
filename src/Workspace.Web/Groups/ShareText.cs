using Microsoft.Extensions.Localization;

namespace Workspace.Web.Groups;

/// <summary>Shares in words: 'more than half', 'at least three fifths', or with figures where there is no word.</summary>
internal static class ShareText
{
    /// <summary>The shares that are offered by name.</summary>
    public static readonly IReadOnlyList<Share> Usual =
        [new(1, 2, true), new(1, 2, false), new(1, 3, false), new(3, 5, false), new(2, 3, false), new(1, 1, false)];

    /// <summary>As a choice: <c>více než polovina</c>.</summary>
    public static string Choice(IStringLocalizer strings, Share share) => Word(strings, "Share", share);

    /// <summary>As a part of a sentence: <c>více než poloviny</c>.</summary>
    public static string Part(IStringLocalizer strings, Share share) => Word(strings, "ShareOf", share);

    private static string Word(IStringLocalizer strings, string key, Share share) => Usual.Contains(share)
        ? strings[$"{key}_{share.Numerator}_{share.Denominator}{(share.IsMoreThan ? "_More" : "")}"]
        : strings[share.IsMoreThan ? $"{key}_More" : $"{key}_Least", share.Numerator, share.Denominator];
}
