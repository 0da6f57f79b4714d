using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Workspace.Text.Tests;

public sealed class ChangeSetJsonTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("[3]")]
    [InlineData("[[3]]")]
    [InlineData("[5,[2,\"ab\",\"c\"],7]")]
    [InlineData("[[0,\"\",\"\"]]")]
    [InlineData("[1,1,[1],[1],[0,\"a\"],[0,\"b\"]]")]
    [InlineData("[[0,\"příliš žluťoučký 😀 <b>&'+ \u2028\"]]")]
    [InlineData("[[0,\"\\\"\\\\\\b\\f\\r\\t\\u0000\\u001f\"]]")]
    [InlineData("[[0,\"\\ud83d\"],[0,\"\\ude00\"]]")]
    public void Parse_OfWhatCodeMirrorWrites_IsWrittenTheSame(string json)
    {
        Assert.Equal(json, ChangeSet.Parse(json).ToJson());
        Assert.Equal(json, Written(ChangeSet.Parse(json)));
    }

    [Theory]
    [InlineData("[ 1 , [ 2 , \"\" ] ]", "[1,[2]]")]
    [InlineData("[[0,\"\\u0041\\/\\u010d\\uD83D\\uDE00\"]]", "[[0,\"A/č😀\"]]")]
    public void Parse_OfAnotherSpelling_IsWrittenPlainly(string json, string plain) => Assert.Equal(plain, ChangeSet.Parse(json).ToJson());

    [Theory]
    [InlineData("null")]
    [InlineData("\"[1]\"")]
    [InlineData("7")]
    [InlineData("{\"a\":[[1,{}]]}")]
    [InlineData("[0]")]
    [InlineData("[-1]")]
    [InlineData("[1.5]")]
    [InlineData("[1e3]")]
    [InlineData("[2147483648]")]
    [InlineData("[2147483647,1]")]
    [InlineData("[2147483647,[0,\"a\"]]")]
    [InlineData("[null]")]
    [InlineData("[\"a\"]")]
    [InlineData("[{}]")]
    [InlineData("[[]]")]
    [InlineData("[[0]]")]
    [InlineData("[[0,\"\"]]")]
    [InlineData("[[-1]]")]
    [InlineData("[[1.5]]")]
    [InlineData("[[\"a\"]]")]
    [InlineData("[[1,2]]")]
    [InlineData("[[1,null]]")]
    [InlineData("[[1,[\"a\"]]]")]
    [InlineData("[[1,\"a\",{\"b\":[]}],5]")]
    [InlineData("[[0,\"a\\nb\"]]")]
    public void TryRead_OfAnythingElse_IsFalseAndLeavesTheReaderBehindIt(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"[{json},42]"));
        reader.Read();
        reader.Read();
        Assert.False(ChangeSet.TryRead(ref reader, out var changes));
        Assert.Null(changes);
        Assert.True(reader.Read());
        Assert.Equal(42, reader.GetInt32());
        Assert.Throws<FormatException>(() => ChangeSet.Parse(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[1")]
    [InlineData("[[1,\"a")]
    [InlineData("[1,]")]
    [InlineData("[1] [2]")]
    [InlineData("[1]x")]
    [InlineData("[[0,\"a\nb\"]]")]
    [InlineData("[[0,\"\\x\"]]")]
    [InlineData("[[0,\"\\u12\"]]")]
    public void Parse_OfBrokenJson_IsAFormatException(string json) => Assert.Throws<FormatException>(() => ChangeSet.Parse(json));

    [Fact]
    public void Parse_OfALoneSurrogateNotEscaped_IsAFormatException() =>
        Assert.Throws<FormatException>(() => ChangeSet.Parse("[[0,\"" + '\uD83D' + "\"]]"));

    [Fact]
    public void Parse_OfDeepNesting_IsAFormatException() =>
        Assert.Throws<FormatException>(() => ChangeSet.Parse(new string('[', 10_000) + new string(']', 10_000)));

    [Fact]
    public void TryRead_OfInvalidUtf8_IsFalse()
    {
        var reader = new Utf8JsonReader([.. "[[0,\""u8, 0xC3, 0x28, .. "\"]]"u8]);
        Assert.False(ChangeSet.TryRead(ref reader, out _));
        Assert.Equal(JsonTokenType.EndArray, reader.TokenType);
        Assert.Equal(0, reader.CurrentDepth);
    }

    [Fact]
    public void TryRead_OfInputInSegments_IsReadAcrossThem()
    {
        var json = Encoding.UTF8.GetBytes("[12,[3,\"p\\u0159íliš\",\"b\"]]");
        for (var cut = 1; cut < json.Length; cut++)
        {
            var first = new Segment(json.AsMemory(0, cut), null);
            var last = new Segment(json.AsMemory(cut), first);
            var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
            Assert.True(ChangeSet.TryRead(ref reader, out var changes));
            Assert.Equal("[12,[3,\"příliš\",\"b\"]]", changes.ToJson());
        }
    }

    private static string Written(ChangeSet change)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            change.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            RunningIndex = before is null ? 0 : before.RunningIndex + before.Memory.Length;
            before?.Next = this;
        }
    }
}
