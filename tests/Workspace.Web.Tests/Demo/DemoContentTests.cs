using System.Text.RegularExpressions;
using Workspace.Web.Demo;
using Workspace.Web.Texts.Blocks;

namespace Workspace.Web.Tests.Demo;

public sealed partial class DemoContentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 11, 10, 4, 0, TimeSpan.Zero);

    private static readonly HashSet<string> PersonKeys = [.. DemoContent.People.Select(p => p.Key)];

    public static TheoryData<DateTimeOffset> ManyDays() =>
        [.. Enumerable.Range(0, 60).Select(i => Noon.AddDays(i * 13).AddMinutes(i * 7))];

    [Fact]
    public void Keys_AreUnique()
    {
        Assert.Equal(DemoContent.People.Count, PersonKeys.Count);
        Assert.Equal(DemoContent.Organisations.Count, DemoContent.Organisations.DistinctBy(o => o.Key).Count());
        Assert.Equal(DemoContent.Meetings.Count, DemoContent.Meetings.DistinctBy(m => m.Key).Count());
        Assert.Equal(30, DemoContent.Groups.SelectMany(g => g.Seats).DistinctBy(s => s.Key).Count());
        Assert.Equal(DemoContent.People.Count, DemoContent.People.DistinctBy(p => p.Email).Count());
    }

    [Fact]
    public void SignInKeys_AllHavePeople()
    {
        string[] keys =
        [
            "administrator", "chair", "secretary", "verifier",
            .. Numbered("member", 20), .. Numbered("alternate", 4), .. Numbered("guest", 3), .. Numbered("owner", 3),
        ];

        Assert.Empty(keys.Except(PersonKeys));
    }

    [Fact]
    public void Group_HasTwentyFourSeatsOfFifteenOrganisations()
    {
        Assert.Equal(24, DemoContent.Group.Seats.Count);
        Assert.Equal(15, DemoContent.Group.Seats.DistinctBy(s => s.OrganisationKey).Count());
        Assert.Equal(6, DemoContent.SubGroup.Seats.Count);
        Assert.DoesNotContain(DemoContent.Group.Seats, s => s.Holders.Any(h => h.PersonKey == "secretary"));
        Assert.DoesNotContain(DemoContent.Group.Seats, s => s.UnitKey == "oz");
    }

    [Fact]
    public void People_BelongToKnownOrganisationsAndUnits() => Assert.All(DemoContent.People, person =>
    {
        var organisation = Assert.Single(DemoContent.Organisations, o => o.Key == person.OrganisationKey);
        if (person.UnitKey is not null) Assert.Contains(organisation.Units, u => u.Key == person.UnitKey);
        Assert.EndsWith(".example", person.Email);
    });

    [Fact]
    public void Groups_ReferToKnownPeopleOfTheSeatsOrganisation() => Assert.All(DemoContent.Groups, group =>
    {
        Assert.Empty(group.Officers.Select(o => o.PersonKey).Except(PersonKeys));
        Assert.Empty(group.Guests.Select(g => g.PersonKey).Except(PersonKeys));
        Assert.Empty(group.StandingItems.Select(i => i.PresenterKey).Except(PersonKeys));
        Assert.All(group.Seats, seat => Assert.All(seat.Holders.Concat(seat.Alternates), holder =>
        {
            var person = Assert.Single(DemoContent.People, p => p.Key == holder.PersonKey);
            Assert.Equal(seat.OrganisationKey, person.OrganisationKey);
            Assert.True(seat.UnitKey is null || seat.UnitKey == person.UnitKey);
        }));
    });

    [Fact]
    public void Seats_HaveOneHolderADayAndNobodyHoldsTwo()
    {
        foreach (var group in DemoContent.Groups)
        {
            for (var day = group.FoundedDay; day <= 120; day++)
            {
                Assert.All(group.Seats, seat => Assert.Single(seat.Holders, h => h.Term.Holds(day)));
                Assert.Equal(group.Seats.Count, group.Seats.Select(s => s.HolderOn(day)).Distinct().Count());
                Assert.True(group.Officers.Count(o => o.Office == DemoOffice.Chair && o.Term.Holds(day)) <= 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ManyDays))]
    public void Meetings_AreInOrderAndRunUnderTheOfficersOfTheirDay(DateTimeOffset now)
    {
        var today = DemoContent.Today(now).DayNumber;
        Assert.All(DemoContent.Groups, group =>
        {
            var sittings = DemoContent.At(now).Where(s => s.Meeting.GroupKey == group.Key).ToList();
            Assert.Equal(sittings.OrderBy(s => s.StartsAt).Select(s => s.Meeting.Key), sittings.Select(s => s.Meeting.Key));
            Assert.Equal(sittings.Count, sittings.DistinctBy(s => (s.Number, s.Year)).Count());
            Assert.All(sittings, s =>
            {
                var day = DateOnly.FromDateTime(s.StartsAt.DateTime).DayNumber - today;
                Assert.InRange(day, group.FoundedDay, 120);
                Assert.Contains(group.Officers, o => o.PersonKey == s.Meeting.PresidingKey && o.Term.Holds(day));
                Assert.Equal(group.RulesOn(day).VerifierNeeded, s.Meeting.VerifierKey is not null || s.Meeting.State == DemoState.Planned);
            });
        });
    }

    [Fact]
    public void LiveMeeting_BeganAboutFortyMinutesAgoAndStandsInItsThirdItem()
    {
        var live = Assert.Single(DemoContent.At(Noon), s => s.Meeting.State == DemoState.Live);

        Assert.InRange((Noon - live.StartsAt).TotalMinutes, 32, 48);
        Assert.Equal("3", Assert.Single(live.Items, i => i.State == DemoItemState.Current).Number);
        Assert.True(live.Items[2].StartedAt < Noon);
        Assert.EndsWith(" který by", live.Items[2].Text);
        Assert.Equal(7, live.Items.Count);
        Assert.Equal(19, live.Meeting.Roll.Count(r => r.IsPresent));
    }

    [Fact]
    public void Rolls_NameEverySeatAndOnlyAlternatesOfThatDay() => Assert.All(
        DemoContent.Meetings.Where(m => m.State != DemoState.Planned), meeting =>
    {
        var group = Assert.Single(DemoContent.Groups, g => g.Key == meeting.GroupKey);
        Assert.Equal(group.Seats.Select(s => s.Key), meeting.Roll.Select(r => r.SeatKey));
        Assert.All(meeting.Roll.Where(r => r.StandInKey is not null), entry =>
        {
            var seat = Assert.Single(group.Seats, s => s.Key == entry.SeatKey);
            Assert.Contains(seat.Alternates, a => a.PersonKey == entry.StandInKey && a.Term.Holds(meeting.OffsetDays));
            Assert.True(entry.IsPresent);
        });
        var rules = group.RulesOn(meeting.OffsetDays);
        Assert.True(meeting.Roll.Count(r => r.IsPresent) * rules.QuorumDenominator > group.Seats.Count * rules.QuorumNumerator);
        Assert.Empty(meeting.Guests.Select(g => g.PersonKey).Except(PersonKeys));
        Assert.Empty(meeting.Agenda.Select(i => i.PresenterKey).Concat(meeting.MinuteTakerKeys).Except(PersonKeys));
    });

    [Fact]
    public void ClosedMinutes_HaveATextForEachItem() => Assert.All(
        DemoContent.At(Noon).Where(s => s.Meeting.State == DemoState.Closed),
        sitting => Assert.All(sitting.Items, item => Assert.True(item.Text.Length > 80, $"{sitting.Meeting.Key} {item.Number}")));

    [Theory]
    [MemberData(nameof(ManyDays))]
    public void Texts_HaveNoPlaceLeftOpen(DateTimeOffset now) => Assert.All(
        DemoContent.At(now).SelectMany(s => s.Items),
        item => Assert.DoesNotContain("{", item.Title + item.Background + item.Text));

    [Fact]
    public void VotesInMinutes_AddUpToThosePresent() => Assert.All(DemoContent.At(Noon), sitting =>
    {
        var present = sitting.Meeting.Roll.Where(r => r.IsPresent).ToList();
        int[] possible = [present.Count, present.Count(r => r.ArrivedAfterMinutes is null)];
        var votes = sitting.Items.SelectMany(i => Tally().Matches(i.Text)).ToList();
        var held = sitting.Votes.Where(v => v.IsHeld).ToList();
        Assert.Equal(sitting.Meeting.State != DemoState.Planned, votes.Count + held.Count > 0);
        Assert.All(held, v => Assert.Contains(v.For!.Value + v.Against + v.Abstained + v.Invalid, possible));
        var named = sitting.Items.SelectMany(i => BlockLine.In(i.Text)).Where(b => b.Kind == BlockKind.Vote).Select(b => b.Id).ToList();
        Assert.Equal(Enumerable.Range(1, held.Count).Select(n => (long)n), named);
        Assert.All(votes, v => Assert.Contains(v.Groups.Values.Skip(1).Sum(g => int.Parse(g.Value)), possible));
    });

    private static IEnumerable<string> Numbered(string role, int count) => Enumerable.Range(1, count).Select(i => $"{role}-{i}");

    [GeneratedRegex(@"PRO: (\d+), PROTI: (\d+), ZDRŽEL SE: (\d+)")]
    private static partial Regex Tally();
}
