using Workspace.Web.Plans;

namespace Workspace.Web.Tests.Plans;

public class RomanNumberTests
{
    [Theory]
    [InlineData(1, "I")]
    [InlineData(4, "IV")]
    [InlineData(9, "IX")]
    [InlineData(13, "XIII")]
    [InlineData(48, "XLVIII")]
    [InlineData(3999, "MMMCMXCIX")]
    public void ToString_ANumber_IsTheUsualSpelling(int value, string text) => Assert.Equal(text, new RomanNumber(value).ToString());

    [Fact]
    public void TryParse_WhatToStringWrote_IsTheSameNumber() => Assert.All(Enumerable.Range(1, 3999), value =>
    {
        Assert.True(RomanNumber.TryParse(new RomanNumber(value).ToString(), out var number));
        Assert.Equal(value, number.Value);
    });

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("IIII")]
    [InlineData("VX")]
    [InlineData("IIX")]
    [InlineData("iv")]
    [InlineData("X1")]
    [InlineData("MMMM")]
    [InlineData("IX.")]
    public void TryParse_OtherText_IsNoNumber(string? text) => Assert.False(RomanNumber.TryParse(text, out _));
}
