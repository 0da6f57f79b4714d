using System.Text.RegularExpressions;
using Workspace.Web.Localization;

namespace Workspace.Web.Tests.Localization;

public sealed partial class RefusalTests
{
    private static readonly string Resource = Path.Combine("Localization", nameof(RefusalStrings));

    [Fact]
    public void EveryRefusal_HasItsSentenceInBothLanguages()
    {
        var refusals = WebSources.Read(".cs", ".razor")
            .SelectMany(file => Refusal().Matches(file.Text).Select(match => (Code: match.Groups[1].Value, file.Path)))
            .Distinct().ToArray();
        Assert.True(refusals.Length > 40, "Hardly any refusal was found in the sources; the search has gone blind.");

        foreach (var language in new[] { "", ".en" })
        {
            var sentences = WebSources.Texts(Resource + language);
            Assert.Empty(refusals.Where(refusal => !sentences.ContainsKey(refusal.Code)).Select(refusal => $"{refusal.Code} of {refusal.Path}"));
        }
    }

    [Fact]
    public void EverySentence_EndsAsOne()
    {
        foreach (var language in new[] { "", ".en" })
            Assert.All(WebSources.Texts(Resource + language), text => Assert.Contains(text.Value[^1], ".?!"));
    }

    /// <summary>Codes are written in Pascal case, which tells them from the other small records made of a word.</summary>
    [GeneratedRegex(@"new(?:\s+Refusal)?\(""([A-Z]\w+)""")]
    private static partial Regex Refusal();
}
