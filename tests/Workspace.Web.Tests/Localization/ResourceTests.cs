using System.Text.RegularExpressions;

namespace Workspace.Web.Tests.Localization;

public sealed partial class ResourceTests
{
    private static readonly string[] CzechForms = ["few", "one", "other"];
    private static readonly string[] EnglishForms = ["one", "other"];

    public static TheoryData<string> Pairs => [.. WebSources.Resources()];

    [Theory, MemberData(nameof(Pairs))]
    public void BothLanguages_HaveTheSameKeys(string resource)
    {
        // Czech has one form more.
        var czech = WebSources.Texts(resource).Keys.Where(key => !key.EndsWith("_few", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(czech, WebSources.Texts(resource + ".en").Keys.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Pairs))]
    public void BothLanguages_HaveTheSamePlaceholders(string resource)
    {
        var english = WebSources.Texts(resource + ".en");
        var differing = WebSources.Texts(resource).Where(text =>
            english.TryGetValue(text.Key, out var other) && !Placeholders(text.Value).SequenceEqual(Placeholders(other)) && !IsSingular(text.Key));
        Assert.Empty(differing.Select(text => $"{text.Key}: {text.Value} | {english[text.Key]}"));
    }

    [Theory, MemberData(nameof(Pairs))]
    public void NoText_IsEmpty(string resource) =>
        Assert.Empty(WebSources.Texts(resource).Concat(WebSources.Texts(resource + ".en")).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));

    [Theory, MemberData(nameof(Pairs))]
    public void CountedSentences_HaveAllForms(string resource)
    {
        Assert.All(Families(WebSources.Texts(resource)), family => Assert.Equal(CzechForms, family.Forms));
        Assert.All(Families(WebSources.Texts(resource + ".en")), family => Assert.Equal(EnglishForms, family.Forms));
    }

    [Fact]
    public void EveryTextAskedFor_Exists()
    {
        var texts = WebSources.Resources().ToDictionary(resource => Path.GetFileName(resource), resource => WebSources.Texts(resource).Keys.ToHashSet());
        var sources = WebSources.Read(".cs", ".razor").ToArray();
        var asked = 0;
        List<string> missing = [];
        foreach (var file in sources)
        {
            // The two halves of a component share what is injected.
            var halves = sources.Where(other => other.Path == file.Path || other.Path == file.Path + ".cs" || other.Path + ".cs" == file.Path);
            foreach (var localizer in halves.SelectMany(half => WebSources.Localizers(half.Text)).Distinct().GroupBy(localizer => localizer.Name))
            {
                var keys = localizer.SelectMany(one => texts.TryGetValue(one.Class, out var found) ? found : []).ToHashSet();
                foreach (var (isCount, argument) in WebSources.Lookups(file.Text, localizer.Key))
                {
                    foreach (var (literal, isWhole) in Literals(argument))
                    {
                        asked++;
                        var exists = isCount ? CzechForms.All(form => keys.Contains($"{literal}_{form}"))
                            : isWhole ? keys.Contains(literal)
                            : keys.Any(key => key.StartsWith(literal, StringComparison.Ordinal));
                        if (!exists)
                            missing.Add($"{file.Path}: {localizer.Key}[{argument}] in {string.Join(" or ", localizer.Select(one => one.Class))}");
                    }
                }
            }
        }
        Assert.True(asked > 300, $"Only {asked} texts were found in the sources; the search has gone blind.");
        Assert.Empty(missing);
    }

    [Fact]
    public void Components_HaveNoCzechWordsOfTheirOwn() =>
        Assert.Empty(WebSources.Read(".razor", ".razor.cs").SelectMany(file => CzechLetters().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}")));

    /// <summary>The keys named in an expression, and whether each is the whole key or only its beginning.</summary>
    private static IEnumerable<(string Literal, bool IsWhole)> Literals(string argument) =>
        from match in Literal().Matches(argument)
        where !argument[..match.Index].TrimEnd().EndsWith("==", StringComparison.Ordinal)
        let isPart = match.Value[0] == '$' || argument[(match.Index + match.Length)..].TrimStart().StartsWith('+')
        let literal = match.Groups[1].Value.Split('{')[0]
        where literal.Length > 0 && !argument[..match.Index].TrimEnd().EndsWith('+')
        select (literal, !isPart);

    private static IEnumerable<(string Name, string[] Forms)> Families(Dictionary<string, string> texts) =>
        texts.Keys.Select(key => CountedKey().Match(key)).Where(match => match.Success)
            .GroupBy(match => match.Groups[1].Value, match => match.Groups[2].Value)
            .Select(family => (Name: family.Key, Forms: family.Order(StringComparer.Ordinal).ToArray()))
            // A word 'other' among words of another kind is no form of number.
            .Where(family => !family.Forms.SequenceEqual(["other"]));

    /// <summary>'One item' may do without the number.</summary>
    private static bool IsSingular(string key) => key.EndsWith("_one", StringComparison.Ordinal);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\$?""([^""\\]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(.+)_(one|few|other)$")]
    private static partial Regex CountedKey();

    [GeneratedRegex(@"\w*[ěščřžýáíéúůťďňĚŠČŘŽÝÁÍÉÚŮŤĎŇ]\w*")]
    private static partial Regex CzechLetters();
}
