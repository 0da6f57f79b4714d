using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes;

/// <summary>Every way to vote (V2, V4, V6, V10, V12); eighteen of twenty-four seats are present.</summary>
public sealed class VoteWaysTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R13_CountedHands_AddUpToThosePresent_OrNeedAReason(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Kdo je pro?") { Way = VoteWay.HandsCounted });
        Refused("VoteNotOnDevices", await scene.CastAsync(scene.Present[0].PersonId, vote, scene.Present[0].SeatId, Mark.For));
        Refused("VoteCountMissing", await scene.Lead.CloseAsync(scene.Chair, vote));
        Refused("VoteCountImpossible", await scene.Lead.CloseAsync(scene.Chair, vote, new(-1, 0, 0)));
        Refused("VoteCountOverMembers", await scene.Lead.CloseAsync(scene.Chair, vote, new(25, 0, 0)));
        Refused("VoteCountOverPresent", await scene.Lead.CloseAsync(scene.Chair, vote, new(17, 1, 1)));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote, new(14, 2, 1)));
        var closed = await scene.FindAsync(vote);
        Assert.Equal(new Tally(24, 18, 14, 2, 1), closed.Tally);
        Assert.Equal(1, closed.Tally!.NotVoted);

        Done(await scene.Lead.ReopenAsync(scene.Chair, vote));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote, new(17, 1, 1) { Reason = "Jeden člen přišel při hlasování." }));
        closed = await scene.FindAsync(vote);
        Assert.Equal((19, "Jeden člen přišel při hlasování."), (closed.Present, closed.CountReason));
        Assert.True(closed.Tally!.AddsUp);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task HandsByName_AreAllForAndThenTheExceptions(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Kdo je pro?") { Way = VoteWay.HandsByName });
        Done(await scene.Ballots.EnterAsync(scene.Chair, vote, scene.Present.ToDictionary(p => p.SeatId, _ => (Mark?)Mark.For)));
        Done(await scene.Ballots.EnterAsync(scene.Chair, vote, new Dictionary<long, Mark?> { [scene.Present[3].SeatId] = Mark.Against, [scene.Present[4].SeatId] = null }));
        var member = scene.Present.First(p => p.PersonId != scene.Chair).PersonId;
        Refused("NotAllowed", await scene.Ballots.EnterAsync(member, vote, new Dictionary<long, Mark?> { [scene.Present[0].SeatId] = Mark.Against }));
        Refused("VoteNotOnDevices", await scene.CastAsync(member, vote, scene.Present[0].SeatId, Mark.Against));
        Refused("ChoiceUnknown", await scene.Ballots.EnterAsync(scene.Chair, vote, new Dictionary<long, Mark?> { [scene.Present[0].SeatId] = new((Choice)7) }));
        Refused("SeatNotPresent", await scene.Ballots.EnterAsync(scene.Chair, vote, new Dictionary<long, Mark?> { [987_654] = Mark.For }));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        var closed = await scene.FindAsync(vote);
        Assert.Equal((16, 1, 0, 1), (closed.For, closed.Against, closed.Abstained, closed.Tally!.NotVoted));
        var details = (await scene.Votes.DetailsAsync(member, vote)).Value!;
        Assert.Equal(Mark.Against, details.Seats.Single(s => s.SeatId == scene.Present[3].SeatId).Mark);
        Assert.All(details.Seats, s => Assert.NotNull(s.Person));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task MixedBallots_ShowTheirSource_AndADeviceIsNotOverruled(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Kdo je pro?") { Way = VoteWay.Mixed });
        var (seat, person) = scene.Present[0];
        Done(await scene.CastAsync(person, vote, seat, Mark.Against));
        Refused("SeatVotedItself", await scene.Ballots.EnterAsync(scene.Chair, vote, new Dictionary<long, Mark?> { [seat] = Mark.For }));
        Done(await scene.Ballots.EnterAsync(scene.Chair, vote, scene.Present.Skip(1).ToDictionary(p => p.SeatId, _ => (Mark?)Mark.For)));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        await using var db = scene.World.Db();
        Assert.Equal(1, await db.Ballots.CountAsync(b => b.VoteId == vote && b.Source == BallotSource.Device));
        Assert.Equal(17, await db.Ballots.CountAsync(b => b.VoteId == vote && b.Source == BallotSource.Chair));
        var byDevice = await scene.OpenAsync();
        Refused("VoteNotByName", await scene.Ballots.EnterAsync(scene.Chair, byDevice, new Dictionary<long, Mark?> { [seat] = Mark.For }));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R16_Consensus_IsAdoptedUnlessSomebodyObjects(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Přijmout shodou") { Way = VoteWay.Consensus });
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Assert.Equal(VerdictReason.Consensus, (await scene.FindAsync(vote)).Result!.Verdict!.Reason);

        var second = await scene.OpenAsync(new(scene.ItemId, "Přijmout shodou") { Way = VoteWay.Consensus });
        Done(await scene.CastAsync(scene.Present[2].PersonId, second, scene.Present[2].SeatId, Mark.Against));
        Done(await scene.Lead.CloseAsync(scene.Chair, second));
        Assert.Equal((false, VerdictReason.Objected), ((await scene.FindAsync(second)).Result!.IsAdopted, (await scene.FindAsync(second)).Result!.Verdict!.Reason));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R17_Election_FillsItsPlaces_AndSaysWhoIsTiedForTheLast(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var input = new VoteInput(scene.ItemId, "Kdo?", MajorityBasis.Present, new(1, 10, false)) { Kind = VoteKind.Election, Places = 2, Options = [new("A"), new("B"), new("C")] };
        var vote = await scene.OpenAsync(input);
        Refused("ChoiceUnknown", await scene.CastAsync(scene.Present[0].PersonId, vote, scene.Present[0].SeatId, Mark.For));
        Refused("ChoiceUnknown", await scene.CastAsync(scene.Present[0].PersonId, vote, scene.Present[0].SeatId, Mark.Against));
        Refused("ChoiceUnknown", await scene.CastAsync(scene.Present[0].PersonId, vote, scene.Present[0].SeatId, new(Choice.For, 1, 2, 3)));
        Refused("ChoiceUnknown", await scene.CastAsync(scene.Present[0].PersonId, vote, scene.Present[0].SeatId, new(Choice.For, 4)));
        await scene.CastAllAsync(vote, [.. Enumerable.Repeat(new Mark(Choice.For, 1, 2), 5), .. Enumerable.Repeat(new Mark(Choice.For, 1, 3), 5), Mark.Abstain]);
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        var election = (await scene.FindAsync(vote)).Result!.Election!;
        Assert.Equal([1L], election.Elected.Select(e => e.CandidateId));
        Assert.Equal([2L, 3L], election.TiedAtLastPlace.Select(e => e.CandidateId));
        Assert.Equal(1, election.PlacesLeft);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R1_AdvisoryVote_TalliesGuestsApart_AndBindsNobody(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var guest = await scene.PersonAsync("guest-1");
        var vote = await scene.OpenAsync(new(scene.ItemId, "Co myslíte?") { IsAdvisory = true, Wording = "Znění" });
        Done(await scene.CastAsync(guest, vote, 0, Mark.For));
        Done(await scene.CastAsync(guest, vote, 0, Mark.Against));
        Done(await scene.CastAsync(scene.Present[0].PersonId, vote, 0, Mark.For));
        Refused("NotFound", await scene.CastAsync(scene.Stranger, vote, 0, Mark.For));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Done(await scene.Lead.AnnounceAsync(scene.Chair, vote));
        var advice = (await scene.World.Get<VoteRooms>().FindAsync(scene.MeetingId)).Find(vote)!.Advisory!;
        Assert.Equal((new HandCount(1, 0, 0), new HandCount(0, 1, 0)), (advice.Members, advice.Others));
        await using var db = scene.World.Db();
        Assert.Empty(await db.Resolutions.Where(r => r.VoteId == vote).ToListAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R19_ConflictOfInterest_CountsAsPresent_AndDoesNotVote(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        var (seat, person) = scene.Present[0];
        Done(await scene.CastAsync(person, vote, seat, Mark.For));
        Refused("NotPresentForSeat", await scene.Ballots.RecuseAsync(scene.Present.First(p => p.PersonId != scene.Chair && p.PersonId != person).PersonId, vote, seat, true));
        Done(await scene.Ballots.RecuseAsync(person, vote, seat, true));
        Done(await scene.Ballots.RecuseAsync(person, vote, seat, true));
        Refused("SeatRecused", await scene.CastAsync(person, vote, seat, Mark.For));
        Done(await scene.Ballots.RecuseAsync(scene.Chair, vote, scene.Present[1].SeatId, true));
        Done(await scene.Ballots.RecuseAsync(scene.Chair, vote, scene.Present[1].SeatId, false));
        Done(await scene.CastAsync(scene.Present[1].PersonId, vote, scene.Present[1].SeatId, Mark.For));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Assert.Equal(new Tally(24, 18, 1, 0, 0, Recused: 1), (await scene.FindAsync(vote)).Tally);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R4_HolderAndAlternate_NeverBothVoteForOneSeat(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var alternate = await scene.PersonAsync("alternate-1");
        await using var db = scene.World.Db();
        var term = await db.SeatTerms.FirstAsync(t => t.PersonId == alternate && t.Kind == SeatTermKind.Alternate);
        var holder = await db.SeatTerms.Where(t => t.SeatId == term.SeatId && t.Kind == SeatTermKind.Holder && t.To == null).Select(t => t.PersonId).FirstAsync();
        var roll = scene.World.Get<RollService>();
        Done(await roll.MarkSeatAsync(scene.Chair, scene.MeetingId, term.SeatId, RollState.Present, holder));
        var vote = await scene.OpenAsync();
        Refused("NotPresentForSeat", await scene.CastAsync(alternate, vote, term.SeatId, Mark.Against));
        Done(await scene.CastAsync(holder, vote, term.SeatId, Mark.For));
        Done(await roll.MarkSeatAsync(scene.Chair, scene.MeetingId, term.SeatId, RollState.Present, alternate));
        Refused("SeatHasVoted", await scene.CastAsync(alternate, vote, term.SeatId, Mark.Against));
        Refused("NotPresentForSeat", await scene.CastAsync(holder, vote, term.SeatId, Mark.Against));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Assert.Equal((1, 0), ((await scene.FindAsync(vote)).For, (await scene.FindAsync(vote)).Against));
    }

    [Theory]
    [InlineData("VoteOptionsMissing_Variants", VoteKind.Variants, VoteWay.Device, false, false, 1, "A")]
    [InlineData("VoteOptionsMissing_Election", VoteKind.Election, VoteWay.Device, false, false, 1)]
    [InlineData("VoteOptionsMissing_List", VoteKind.List, VoteWay.Device, false, false, 1)]
    [InlineData("VoteOptionTwice", VoteKind.Variants, VoteWay.Device, false, false, 1, "A", "a ")]
    [InlineData("VoteOptionInvalid", VoteKind.Variants, VoteWay.Device, false, false, 1, "A", " ")]
    [InlineData("VotePlacesInvalid", VoteKind.Election, VoteWay.Device, false, false, 3, "A", "B")]
    [InlineData("VotePlacesInvalid", VoteKind.Election, VoteWay.Device, false, false, 0, "A", "B")]
    [InlineData("VoteSecretWay", VoteKind.Motion, VoteWay.HandsByName, true, false, 1)]
    [InlineData("VoteSecretWay", VoteKind.Motion, VoteWay.Mixed, true, false, 1)]
    [InlineData("VoteConsensusKind", VoteKind.Election, VoteWay.Consensus, false, false, 1, "A")]
    [InlineData("VoteAdvisoryWay", VoteKind.Motion, VoteWay.HandsCounted, false, true, 1)]
    [InlineData("VoteAdvisoryWay", VoteKind.Motion, VoteWay.Device, true, true, 1)]
    [InlineData("VoteKindUnknown", (VoteKind)9, VoteWay.Device, false, false, 1)]
    [InlineData(null, VoteKind.Election, VoteWay.Device, true, false, 2, "A", "B")]
    [InlineData(null, VoteKind.Motion, VoteWay.HandsCounted, true, false, 1)]
    public void Input_IsCheckedBeforeAnythingIsStored(string? refusal, VoteKind kind, VoteWay way, bool isSecret, bool isAdvisory, int places, params string[] options) =>
        Assert.Equal(refusal, new VoteInput(1, "Otázka?")
        {
            Kind = kind,
            Way = way,
            IsSecret = isSecret,
            IsAdvisory = isAdvisory,
            Places = places,
            Options = [.. options.Select(o => new VoteOptionInput(o))],
        }.Check()?.Code);
}
