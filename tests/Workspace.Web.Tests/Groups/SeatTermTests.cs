using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

public sealed class SeatTermTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Offer_EndsTheFormerTermTheDayBefore_AndAnOldDayKeepsItsHolder(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var next = await scene.PersonAsync("Olga", "Nástupcová");
        var from = new DateOnly(2026, 9, 1);

        Assert.True((await scene.Get<SeatTermService>().OfferAsync(scene.Secretary, scene.GroupId, new(scene.SeatId, next, from, null, scene.TermId))).IsDone);

        var seat = await scene.SeatAsync();
        Assert.Equal(scene.Member, seat.HolderOn(from.AddDays(-1))!.Person.Id);
        Assert.Equal(new(2026, 8, 31), seat.HolderOn(scene.Today)!.To);
        Assert.Equal(next, seat.HolderOn(from)!.Person.Id);
        Assert.Equal(Acceptance.Offered, seat.HolderOn(from)!.Acceptance);
        Assert.Null(seat.HolderOn(new(2023, 12, 31)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Replace_ByTwoSecretariesAtOnce_OneWinsAndNoDayHasTwoHolders(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var terms = scene.Get<SeatTermService>();
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => scene.PersonAsync("Uchazeč", $"Číslo{i}")));

        var outcomes = await Task.WhenAll(people.Select((person, i) => Task.Run(() =>
            terms.OfferAsync(scene.Secretary, scene.GroupId, new(scene.SeatId, person, scene.Today.AddDays(i), null, scene.TermId)))));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal(Refusal.Conflict, o.Refusal));
        var seat = await scene.SeatAsync();
        Assert.Equal(2, seat.Terms.Count(t => t.IsHolder));
        for (var day = scene.Today.AddDays(-3); day < scene.Today.AddDays(20); day = day.AddDays(1))
            Assert.Single(seat.Terms, t => t.IsHolder && t.Covers(day));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task NominateAndOffer_OfTheSamePersonAtOnce_NeverMakeBoth(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var terms = scene.Get<SeatTermService>();
        for (var round = 0; round < 5; round++)
        {
            var person = await scene.PersonAsync("Obojí", $"Možné{round}");
            var from = scene.Today.AddDays(10 * (round + 1));
            var latest = (await scene.SeatAsync()).LatestHolder!.Id;
            var outcomes = await Task.WhenAll(
                Task.Run(() => terms.OfferAsync(scene.Secretary, scene.GroupId, new(scene.SeatId, person, from, null, latest))),
                Task.Run(() => terms.NominateAsync(scene.Secretary, scene.GroupId, new(scene.SeatId, person, from, null))));
            Assert.Single(outcomes, o => o.IsDone);
            Assert.Contains(outcomes, o => o.Refusal?.Code is "HolderIsAlternate" or "AlternateIsHolder");
        }
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Offer_IsRefusedWhereItCannotBe(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var terms = scene.Get<SeatTermService>();
        var other = await scene.PersonAsync("Olga", "Nástupcová");
        async Task<string?> Offer(long person, DateOnly from, DateOnly? to, long? latest, long? seat = null) =>
            (await terms.OfferAsync(scene.Secretary, scene.GroupId, new(seat ?? scene.SeatId, person, from, to, latest))).Refusal?.Code;

        Assert.Equal("Conflict", await Offer(other, scene.Today, null, null));
        Assert.Equal("EndBeforeStart", await Offer(other, scene.Today, scene.Today.AddDays(-1), scene.TermId));
        Assert.Equal("OutsideSeat", await Offer(other, new(2020, 1, 1), null, scene.TermId));
        Assert.Equal("PersonInactive", await Offer(987654, scene.Today, null, scene.TermId));
        Assert.Equal("AlreadyHolder", await Offer(scene.Member, scene.Today, null, scene.TermId));
        Assert.Equal("HolderIsAlternate", await Offer(scene.Alternate, scene.Today, null, scene.TermId));
        Assert.Equal("NotFound", await Offer(other, scene.Today, null, scene.TermId, 987654));
        Assert.Equal("SeatHeldLater", await Offer(other, new(2024, 1, 1), new(2024, 2, 1), scene.TermId));
        Assert.Single((await scene.SeatAsync()).Terms, t => t.IsHolder);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task NamedSeat_IsOfferedToItsPersonOnly(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var seat = (await scene.Get<SeatService>().AddAsync(scene.Secretary, scene.GroupId, new(null, null, scene.Guest, scene.Today))).Value;
        var terms = scene.Get<SeatTermService>();

        Assert.Equal("SeatIsNamed", (await terms.OfferAsync(scene.Secretary, scene.GroupId, new(seat, scene.Stranger, scene.Today, null, null))).Refusal?.Code);
        Assert.True((await terms.OfferAsync(scene.Secretary, scene.GroupId, new(seat, scene.Guest, scene.Today, null, null))).IsDone);
        Assert.Equal("Hynek Hostinský", (await scene.SeatAsync(seat)).Name.Label);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Nominate_OfTheHolderOrTwice_IsRefused(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var terms = scene.Get<SeatTermService>();
        async Task<string?> Nominate(long person, DateOnly from, DateOnly? to = null) =>
            (await terms.NominateAsync(scene.Secretary, scene.GroupId, new(scene.SeatId, person, from, to))).Refusal?.Code;

        Assert.Equal("AlternateIsHolder", await Nominate(scene.Member, scene.Today));
        Assert.Equal("AlreadyAlternate", await Nominate(scene.Alternate, scene.Today));
        Assert.Equal("OutsideSeat", await Nominate(scene.Stranger, new(2020, 1, 1)));
        Assert.Null(await Nominate(scene.Stranger, scene.Today, scene.Today.AddDays(30)));
        Assert.Equal(2, (await scene.SeatAsync()).AlternatesOn(scene.Today).Count());
        Assert.Single((await scene.SeatAsync()).AlternatesOn(scene.Today.AddDays(31)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task End_SetsTheLastDay_AndIsTakenBackOnlyWhileNobodyFollows(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var terms = scene.Get<SeatTermService>();
        async Task<string?> End(DateOnly? lastDay) => (await terms.EndAsync(scene.Secretary, scene.GroupId, scene.TermId, lastDay)).Refusal?.Code;

        Assert.Equal("EndBeforeStart", await End(new(2023, 1, 1)));
        Assert.Null(await End(scene.Today));
        Assert.Null((await scene.SeatAsync()).HolderOn(scene.Today.AddDays(1)));
        Assert.Null(await End(null));
        Assert.Equal(scene.Member, (await scene.SeatAsync()).HolderOn(scene.Today.AddDays(1))!.Person.Id);

        Assert.Null(await End(scene.Today));
        await terms.OfferAsync(scene.Secretary, scene.GroupId, new(scene.SeatId, scene.Stranger, scene.Today.AddDays(5), null, scene.TermId));
        Assert.Equal("SeatHeldLater", await End(null));
        Assert.Null(await End(scene.Today.AddDays(4)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Withdraw_TakesBackAnOffer_ButNotATermInForce(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var terms = scene.Get<SeatTermService>();
        Assert.Equal("AlreadyBegun", (await terms.WithdrawAsync(scene.Secretary, scene.GroupId, scene.TermId)).Refusal?.Code);
        var offer = (await terms.OfferAsync(scene.Secretary, scene.GroupId, new(scene.SeatId, scene.Stranger, scene.Today, null, scene.TermId))).Value;
        Assert.True((await terms.WithdrawAsync(scene.Secretary, scene.GroupId, offer)).IsDone);
        Assert.Equal("NotFound", (await terms.WithdrawAsync(scene.Secretary, scene.GroupId, offer)).Refusal?.Code);
        Assert.Empty(await scene.Get<MembershipService>().OffersAsync(scene.Stranger));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task EndOfASeat_EndsItsTerms_AndWithdrawsLaterOnes(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var (seats, terms) = (scene.Get<SeatService>(), scene.Get<SeatTermService>());
        await terms.OfferAsync(scene.Secretary, scene.GroupId, new(scene.SeatId, scene.Stranger, new(2026, 9, 1), null, scene.TermId));

        Assert.Equal("EndBeforeStart", (await seats.EndAsync(scene.Secretary, scene.GroupId, scene.SeatId, new(2020, 1, 1))).Refusal?.Code);
        Assert.True((await seats.EndAsync(scene.Secretary, scene.GroupId, scene.SeatId, new(2026, 6, 30))).IsDone);
        Assert.Equal("AlreadyEnded", (await seats.EndAsync(scene.Secretary, scene.GroupId, scene.SeatId, new(2026, 7, 30))).Refusal?.Code);

        var seat = await scene.SeatAsync();
        Assert.Equal(2, seat.Terms.Count);
        Assert.All(seat.Terms, t => Assert.Equal(new DateOnly(2026, 6, 30), t.To));
        Assert.Empty((await scene.MembersAsync()).SeatsOn(new(2026, 7, 1)));
        Assert.Single((await scene.MembersAsync()).SeatsOn(new(2026, 6, 30)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task OneOrganisation_MayHaveSeveralSeats_OfItselfAndOfItsUnits_InTheOrderGiven(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var seats = scene.Get<SeatService>();
        var second = (await seats.AddAsync(scene.Secretary, scene.GroupId, new(scene.OrganisationId, null, null, scene.Today))).Value;
        var unit = (await seats.AddAsync(scene.Secretary, scene.GroupId, new(scene.OrganisationId, scene.UnitId, null, scene.Today))).Value;

        Assert.True((await seats.MoveAsync(scene.Secretary, scene.GroupId, unit, up: true)).IsDone);
        var view = await scene.MembersAsync();
        Assert.Equal([scene.SeatId, unit, second], view.SeatsOn(scene.Today).Select(s => s.Id));
        Assert.Equal("Město Dolní Lhota, Odbor sociálních věcí", view.Seats[1].Name.Label);

        Assert.Equal("SeatOwnerMissing", (await seats.AddAsync(scene.Secretary, scene.GroupId, new(null, null, null, scene.Today))).Refusal?.Code);
        Assert.Equal("SeatOwnerMissing", (await seats.AddAsync(scene.Secretary, scene.GroupId, new(scene.OrganisationId, null, scene.Guest, scene.Today))).Refusal?.Code);
        Assert.Equal("UnitElsewhere", (await seats.AddAsync(scene.Secretary, scene.GroupId, new(scene.OrganisationId, 987654, null, scene.Today))).Refusal?.Code);
        Assert.Equal("NotFound", (await seats.AddAsync(scene.Secretary, scene.GroupId, new(987654, null, null, scene.Today))).Refusal?.Code);
        Assert.Equal("PersonInactive", (await seats.AddAsync(scene.Secretary, scene.GroupId, new(null, null, 987654, scene.Today))).Refusal?.Code);
    }
}
