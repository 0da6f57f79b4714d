using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Workspace.Web.Localization;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Tests.Rounds;

public sealed class RoundWordingTests
{
    private static readonly IStringLocalizer<RoundStrings> Strings =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<RoundStrings>>();

    [Theory]
    [InlineData("3.04:00", "Zbývají 3 dny 4 hodiny", "3 days 4 hours left")]
    [InlineData("1.01:59", "Zbývá 1 den 1 hodina", "1 day 1 hour left")]
    [InlineData("5.00:59", "Zbývá 5 dnů", "5 days left")]
    [InlineData("4.05:00", "Zbývají 4 dny 5 hodin", "4 days 5 hours left")]
    [InlineData("23:59:59", "Zbývá 23 hodin 59 minut", "23 hours 59 minutes left")]
    [InlineData("02:01:30", "Zbývají 2 hodiny 1 minuta", "2 hours 1 minute left")]
    [InlineData("01:00:00", "Zbývá 1 hodina", "1 hour left")]
    [InlineData("00:59:59", "Zbývá 59 minut", "59 minutes left")]
    [InlineData("00:03:00", "Zbývají 3 minuty", "3 minutes left")]
    [InlineData("00:01:00", "Zbývá 1 minuta", "1 minute left")]
    [InlineData("00:00:59", "Zbývá méně než minuta", "Less than a minute left")]
    [InlineData("00:00:00", "Po termínu", "Deadline passed")]
    [InlineData("-1.00:00:00", "Po termínu", "Deadline passed")]
    public void TimeLeft_InBothLanguages(string left, string czech, string english)
    {
        Assert.Equal(czech, In("cs", () => Strings.Left(TimeSpan.Parse(left, CultureInfo.InvariantCulture))));
        Assert.Equal(english, In("en", () => Strings.Left(TimeSpan.Parse(left, CultureInfo.InvariantCulture))));
    }

    /// <summary>The night in October has an hour more, that in March an hour less, and each country has its own.</summary>
    [Theory]
    [InlineData("2026-10-25", "Europe/Prague", "2026-10-24T22:00:00Z", "Zbývá 1 den 1 hodina")]
    [InlineData("2026-10-25", "Europe/Prague", "2026-10-25T00:59:00Z", "Zbývá 22 hodin 1 minuta")]
    [InlineData("2027-03-28", "Europe/Prague", "2027-03-27T23:00:00Z", "Zbývá 23 hodin")]
    [InlineData("2026-11-01", "America/New_York", "2026-11-01T04:00:00Z", "Zbývá 1 den 1 hodina")]
    [InlineData("2026-07-31", "Europe/Prague", "2026-07-30T22:00:00Z", "Zbývá 1 den")]
    public void R29_TimeLeftOfADay_IsWhatReallyPasses(string day, string zone, string now, string said) =>
        Assert.Equal(said, In("cs", () => Strings.Left(RoundDeadline.EndOfDay(DateOnly.Parse(day, CultureInfo.InvariantCulture), zone) - DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2026-07-31T22:00:00Z", "Europe/Prague", "do 31. 7. 2026, 23.59 hod.", "until 31 July 2026, 23:59")]
    [InlineData("2026-07-31T10:00:00Z", "Europe/Prague", "do 31. 7. 2026, 12.00 hod.", "until 31 July 2026, 12:00")]
    [InlineData("2026-07-31T22:00:00Z", "Atlantic/Azores", "do 31. 7. 2026, 22.00 hod.", "until 31 July 2026, 22:00")]
    [InlineData("2026-10-25T01:30:00Z", "Europe/Prague", "do 25. 10. 2026, 2.30 hod.", "until 25 October 2026, 02:30")]
    public void R29_ADeadline_IsSaidByTheClockOfTheGroup_AWholeDayByItsLastMinute(string closesAt, string zone, string czech, string english)
    {
        var moment = DateTimeOffset.Parse(closesAt, CultureInfo.InvariantCulture);
        Assert.Equal(czech, In("cs", () => Strings.Until(moment, zone)));
        Assert.Equal(english, In("en", () => Strings.Until(moment, zone)));
    }

    [Fact]
    public void TheCountdown_WaitsForItsNextWords_AndLooksOftenInTheLastHour()
    {
        Assert.InRange(RoundCountdown.Wait(new(2, 3, 4, 20)).TotalSeconds, 20, 20.1);
        Assert.Equal(60, RoundCountdown.Wait(TimeSpan.FromDays(1)).TotalSeconds);
        Assert.Equal(10, RoundCountdown.Wait(TimeSpan.FromMinutes(59.5)).TotalSeconds);
        Assert.InRange(RoundCountdown.Wait(TimeSpan.FromSeconds(2)).TotalSeconds, 2, 2.1);
        Assert.Equal(10, RoundCountdown.Wait(TimeSpan.FromSeconds(-3)).TotalSeconds);
    }

    [Fact]
    public void CommentedPassages_AreMarked_AndTheWordingIsKeptUnitByUnit()
    {
        const string Wording = "rozšíření sítě 🏠 v obcích\na krajích";
        Assert.Equal([("rozšíření ", false), ("sítě", true), (" 🏠", true), (" v ", false), ("obcích\na", true), (" krajích", false)], Marked(new CommentPassage(10, 14), new CommentPassage(20, 28), new CommentPassage(12, 17)));
        Assert.Equal([(Wording, false)], Marked());
        Assert.Equal([(Wording, true)], Marked(new CommentPassage(0, 5_000)));
        for (var from = 0; from < Wording.Length; from++)
            Assert.Equal(Wording, string.Concat(PassageMarks.Of(Wording, [new(from, from + 7), new(from / 2, from), new(90, 95)]).Select(p => p.Text)));

        static IEnumerable<(string, bool)> Marked(params CommentPassage[] passages) => PassageMarks.Of(Wording, passages).Select(p => (p.Text, p.IsMarked));
    }

    [Theory]
    [InlineData("krátké\nznění", 20, "krátké znění")]
    [InlineData("vzdělávání pracovníků obcí", 22, "vzdělávání pracovníků…")]
    [InlineData("nejneobhospodařovávatelnější", 10, "nejneobhos…")]
    [InlineData("aaaaaaaaa🏠🏠", 10, "aaaaaaaaa…")]
    public void AnExcerpt_EndsWithAWholeWordOrCharacter(string text, int length, string excerpt) => Assert.Equal(excerpt, Excerpt.Of(text, length));

    private static string In(string culture, Func<string> words) => Cultures.In(CultureInfo.GetCultureInfo(culture), words);
}
