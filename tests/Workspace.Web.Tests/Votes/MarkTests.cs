using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Votes;

public sealed class MarkTests
{
    public static TheoryData<string, string> Written => new()
    {
        { new Mark(Choice.For).ToString(), "For" },
        { new Mark(Choice.Against).ToString(), "Against" },
        { new Mark(Choice.Abstain).ToString(), "Abstain" },
        { new Mark(Choice.For, 3, 1, 3).ToString(), "1,3" },
    };

    [Theory, MemberData(nameof(Written))]
    public void Mark_IsWritten_AndReadAgain(string written, string expected)
    {
        Assert.Equal(expected, written);
        Assert.Equal(written, Mark.Parse(written)?.ToString());
        Assert.Equal(expected.Contains(','), Mark.Parse(written)!.Numbers.Any());
    }

    [Theory, InlineData(null), InlineData(""), InlineData("Perhaps")]
    public void WhatIsNoMark_IsReadAsNone(string? written) => Assert.Null(Mark.Parse(written));
}
