using Workspace.Web.Demo;

namespace Workspace.Web.Tests.Demo;

public sealed class DemoSeederTextTests
{
    public static TheoryData<string> Texts =>
    [
        "", "a", "\n\n", "slovo bez konce", "1. bod\n2. bod\n\n| a | b |\n| --- | --- |",
        new string('x', 500), "Emoji 😀 uprostřed, a další 😀😀.", string.Concat(Enumerable.Repeat("Kdo přečetl celou zprávu do konce, ten ví. ", 30)),
    ];

    [Theory, MemberData(nameof(Texts))]
    public void Changes_OneAfterAnotherGiveTheText(string content)
    {
        var text = new DemoSeederText(content);

        Assert.Equal(content, text.Changes().Aggregate("", (written, change) => change.Apply(written)));
        Assert.Equal(text.Version, text.Changes().Count());
        Assert.All(text.Changes(), change => Assert.False(change.IsEmpty));
    }

    [Fact]
    public void Changes_OfALongTextAreNotAllAtItsEnd()
    {
        var written = "";
        var within = 0;
        foreach (var change in new DemoSeederText(string.Concat(Enumerable.Repeat("Kdo přečetl celou zprávu do konce, ten ví. ", 30))).Changes())
        {
            var next = change.Apply(written);
            within += next.StartsWith(written, StringComparison.Ordinal) ? 0 : 1;
            written = next;
        }

        Assert.InRange(within, 5, 20);
    }
}
