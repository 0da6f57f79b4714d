using Workspace.Web.Groups;

namespace Workspace.Web.Tests.Groups;

public sealed class MinutesNumberTests
{
    [Theory]
    [InlineData("{number:00}/{year}", 2, 2024, "02/2024")]
    [InlineData("{number:00}/{year}", 12, 2024, "12/2024")]
    [InlineData("{number:00}/{year}", 112, 2024, "112/2024")]
    [InlineData("{number}", 12, 2021, "12")]
    [InlineData("č. {number:000} z roku {year}", 7, 2026, "č. 007 z roku 2026")]
    [InlineData("{year}-{number}-{number:00}", 3, 2025, "2025-3-03")]
    public void Format_FillsNumberAndYear(string format, int number, int year, string expected)
    {
        Assert.True(MinutesNumber.IsValid(format));
        Assert.Equal(expected, MinutesNumber.Format(format, number, year));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("{year}")]
    [InlineData("zápis")]
    [InlineData("{number:0000}")]
    [InlineData("{number:00")]
    [InlineData("{number}}")]
    [InlineData("{{number}}")]
    [InlineData("{number} {month}")]
    [InlineData("{Number}")]
    [InlineData("{number}\n{year}")]
    public void IsValid_RefusesWhatHasNoNumberOrUnknownBraces(string? format) => Assert.False(MinutesNumber.IsValid(format));

    [Fact]
    public void IsValid_RefusesWhatIsTooLong() => Assert.False(MinutesNumber.IsValid("{number}" + new string('x', 60)));
}
