using System.Text;
using System.Text.Json;

namespace Workspace.Text.Tests;

/// <summary>The laws, each on thousands of random documents and changes.</summary>
public sealed class ChangeSetLawTests
{
    private const int Cases = 20_000;

    [Fact]
    public void Composition_EqualsOneAfterTheOther() => Always((texts, text, a) =>
    {
        var b = texts.Change(a.NewLength);
        Assert.Equal(b.Apply(a.Apply(text)), a.Compose(b).Apply(text));
    });

    [Fact]
    public void Composition_InEitherGrouping_GivesTheSameText() => Always((texts, text, a) =>
    {
        var b = texts.Change(a.NewLength);
        var c = texts.Change(b.NewLength);
        Assert.Equal(a.Compose(b).Compose(c).Apply(text), a.Compose(b.Compose(c)).Apply(text));
    });

    [Fact]
    public void BothOrders_Converge() => Always((texts, text, a) =>
    {
        var b = texts.Change(text.Length);
        Assert.Equal(a.Compose(b.Map(a)).Apply(text), b.Compose(a.Map(b, before: true)).Apply(text));
        Assert.Equal(b.Compose(a.Map(b)).Apply(text), a.Compose(b.Map(a, before: true)).Apply(text));
    });

    [Fact]
    public void Mapping_CarriesEveryInsertionOver() => Always((texts, text, a) =>
    {
        var mapped = a.Map(texts.Change(text.Length));
        Assert.Equal(a.InsertedLength, mapped.InsertedLength);
        Assert.Equal(mapped.NewLength, mapped.Apply(new string('.', mapped.Length)).Length);
    });

    [Fact]
    public void Inverse_LeadsBack() => Always((_, text, a) =>
    {
        Assert.Equal(text, a.Invert(text).Apply(a.Apply(text)));
        Assert.Equal(a.Invert(text).ToJson(), a.Invert(TextDocument.From(text)).ToJson());
        Assert.Equal(a.ToJson(), a.Invert(text).Invert(a.Apply(text)).ToJson());
    });

    [Fact]
    public void Positions_KeepTheirOrderAndStayInside() => Always((_, text, a) =>
    {
        foreach (var assoc in new[] { -1, 1 })
        {
            var last = 0;
            for (var position = 0; position <= text.Length; position++)
            {
                var mapped = a.MapPosition(position, assoc);
                Assert.InRange(mapped, last, a.NewLength);
                last = mapped;
            }
        }
    });

    [Fact]
    public void Positions_BeforeAreNeverBehindPositionsAfter() => Always((_, text, a) =>
    {
        for (var position = 0; position <= text.Length; position++)
            Assert.InRange(a.MapPosition(position, -1), 0, a.MapPosition(position, 1));
    });

    [Fact]
    public void Documents_ChangeLikeStrings() => Always((_, text, a) =>
        Assert.Equal(a.Apply(text), a.Apply(TextDocument.From(text)).ToString()));

    [Fact]
    public void Json_ReadAgain_IsTheSameChange() => Always((_, text, a) =>
    {
        var again = ChangeSet.Parse(a.ToJson());
        Assert.Equal(a.ToJson(), again.ToJson());
        Assert.Equal(a.Apply(text), again.Apply(text));
    });

    /// <summary>Whatever single bytes are struck out, doubled or overwritten: an answer, no exception, and what is read can be written.</summary>
    [Fact]
    public void Json_Mutilated_NeverThrows() => Always((texts, text, a) =>
    {
        var random = new Random(text.Length + a.InsertedLength);
        var json = Encoding.UTF8.GetBytes(a.ToJson()).ToList();
        for (var i = 0; i < 4; i++)
        {
            var at = random.Next(json.Count);
            switch (random.Next(3))
            {
                case 0 when json.Count > 1: json.RemoveAt(at); break;
                case 1: json.Insert(at, json[random.Next(json.Count)]); break;
                default: json[at] = random.Next(3) == 0 ? (byte)random.Next(256) : "[]\",\\0-19{}un "u8[random.Next(14)]; break;
            }
            var reader = new Utf8JsonReader(json.ToArray());
            if (ChangeSet.TryRead(ref reader, out var changes))
                Assert.Equal(changes.ToJson(), ChangeSet.Parse(changes.ToJson()).ToJson());
        }
    });

    private static void Always(Action<RandomTexts, string, ChangeSet> law)
    {
        for (var i = 0; i < Cases; i++)
        {
            var texts = new RandomTexts(Seed.For(i)) { AllowsOddities = true };
            var text = texts.Document();
            var change = texts.Change(text.Length);
            try
            {
                law(texts, text, change);
            }
            catch (Exception e)
            {
                Assert.Fail($"{Seed.Sentence(i)}{change} of {AsciiJson.Quote(text)}: {e}");
            }
        }
    }
}
