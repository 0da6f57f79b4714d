using System.Collections;
using System.Globalization;
using System.Resources;
using Workspace.Web.Groups;
using Workspace.Web.People;

namespace Workspace.Web.Tests.Groups;

public sealed class StringsTests
{
    [Theory]
    [InlineData(typeof(GroupStrings))]
    [InlineData(typeof(PeopleStrings))]
    public void EveryString_IsThereInBothLanguages(Type strings)
    {
        var resources = new ResourceManager(strings);
        // English has no form for few.
        var czech = Keys(resources, CultureInfo.InvariantCulture).Where(key => !key.EndsWith("_few", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(czech, Keys(resources, new("en")).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Keys(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key);
}
