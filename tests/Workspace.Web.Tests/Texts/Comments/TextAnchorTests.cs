using System.Text.Json;
using Workspace.Text;
using Workspace.Web.Tests.Localization;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Tests.Texts.Comments;

public sealed class TextAnchorTests
{
    [Fact]
    public void Anchor_IsWhereThePassageIs_AndGoneExactlyWhenAllOfItWasDeleted()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var gone = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var length = 1 + random.Next(14);
            var from = random.Next(length);
            var anchor = new TextAnchor(from, from + 1 + random.Next(length - from));
            var model = new PassageModel(length, anchor.From, anchor.To);
            List<string> made = [];
            for (var step = random.Next(8); step >= 0; step--)
            {
                made.Add(RandomChange(random, model.Length));
                model.Apply(made[^1]);
                anchor = anchor.Map(ChangeSet.Parse(made[^1]));
                var told = $"seed {seed}, {length} [{from}…]: {string.Join(' ', made)}: {anchor}";
                Assert.True(anchor.IsGone == model.IsGone, told);
                Assert.True(anchor.IsGone || (anchor.From, anchor.To) == (model.From, model.To), told);
                Assert.True(anchor.From >= 0 && anchor.From <= anchor.To && anchor.To <= model.Length, told);
            }
            gone += anchor.IsGone ? 1 : 0;
        }
        Assert.InRange(gone, 1_000, 19_000);
    }

    /// <summary>The browser's tests hold the same cases against its own anchors.</summary>
    [Fact]
    public void Anchor_OfTheCommonCases_IsWhereTheBrowserHasIt()
    {
        var file = Path.Combine(WebSources.Root, "../../wwwroot-assets/test/comments/anchors.json");
        using var cases = JsonDocument.Parse(File.ReadAllText(file));
        Assert.True(cases.RootElement.GetArrayLength() > 50);
        foreach (var given in cases.RootElement.EnumerateArray())
        {
            var anchor = Read(given.GetProperty("anchor"));
            foreach (var change in given.GetProperty("changes").EnumerateArray())
                anchor = anchor.Map(ChangeSet.Parse(change.GetRawText()));
            Assert.Equal((given.GetRawText(), Read(given.GetProperty("becomes"))), (given.GetRawText(), anchor));
        }

        static TextAnchor Read(JsonElement pair) => new(pair[0].GetInt32(), pair[1].GetInt32());
    }

    /// <summary>In pieces as an editor makes them and as it never would: neighbours that are not joined.</summary>
    private static string RandomChange(Random random, int length)
    {
        List<string> sections = [];
        for (var left = length; left > 0 || random.Next(3) == 0;)
        {
            var piece = random.Next(Math.Min(left, 6) + 1);
            if (piece > 0 && random.Next(3) > 0)
                sections.Add($"{piece}");
            else if (piece > 0 && random.Next(2) == 0)
                sections.Add($"[{piece}]");
            else
                sections.Add($"[{piece},\"{new string('x', 1 + random.Next(3))}\"]");
            left -= piece;
        }
        return $"[{string.Join(',', sections)}]";
    }
}
