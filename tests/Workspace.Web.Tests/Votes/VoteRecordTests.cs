using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes;

/// <summary>What becomes of a vote after it: undone before it is announced, corrected and annulled with a reason later (V9), numbered (V13).</summary>
public sealed class VoteRecordTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Steps_AreTakenBack_UntilTheResultIsAnnounced(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        Done(await scene.Lead.TakeBackAsync(scene.Chair, vote));
        Assert.Equal((VoteState.Prepared, null), ((await scene.FindAsync(vote)).State, (await scene.FindAsync(vote)).Number));
        Done(await scene.Lead.OpenAsync(scene.Chair, vote));
        await scene.CastAllAsync(vote, Mark.For);
        Refused("VoteHasBallots", await scene.Lead.TakeBackAsync(scene.Chair, vote));
        Refused("VoteNotClosed", await scene.Lead.ReopenAsync(scene.Chair, vote));
        Refused("VoteNotClosed", await scene.Lead.AnnounceAsync(scene.Chair, vote));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Done(await scene.Lead.ReopenAsync(scene.Chair, vote));
        await scene.CastAllAsync(vote, Mark.Against, Mark.Against);
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Assert.Equal(2, (await scene.FindAsync(vote)).Against);
        Done(await scene.Lead.AnnounceAsync(scene.Chair, vote));
        Refused("VoteAnnounced", await scene.Lead.ReopenAsync(scene.Chair, vote));
        var member = scene.Present.First(p => p.PersonId != scene.Chair).PersonId;
        Refused("NotAllowed", await scene.Lead.AnnounceAsync(member, vote));
        Refused("NotAllowed", await scene.Lead.ReopenAsync(member, vote));
        Refused("NotAllowed", await scene.Lead.TakeBackAsync(member, vote));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task NextVote_AnnouncesTheOneBefore_AndSoDoesTheEndOfTheMeeting(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var first = await scene.OpenAsync();
        Done(await scene.Lead.CloseAsync(scene.Chair, first));
        var second = await scene.OpenAsync();
        Assert.NotNull((await scene.FindAsync(first)).AnnouncedAt);
        var meetings = scene.World.Get<MeetingLeadService>();
        Refused("MeetingVoteOpen", await meetings.CloseAsync(scene.Chair, scene.MeetingId));
        Refused("MeetingVoteOpen", await meetings.AdjournAsync(scene.Chair, scene.MeetingId));
        Done(await scene.Lead.CloseAsync(scene.Chair, second));
        Done(await meetings.CloseAsync(scene.Chair, scene.MeetingId));
        Assert.NotNull((await scene.FindAsync(second)).AnnouncedAt);
        Refused("VoteAnnounced", await scene.Lead.ReopenAsync(scene.Chair, second));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task CorrectedCounts_KeepWhatWasRecordedFirst_AndNeedAReason(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Kdo je pro?") { Way = VoteWay.HandsCounted, Wording = "Skupina souhlasí." });
        Refused("VoteNotClosed", await scene.Records.CorrectAsync(scene.Chair, vote, new HandCount(1, 0, 0), "Přepočítáno."));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote, new(8, 9, 0)));
        Done(await scene.Lead.AnnounceAsync(scene.Chair, vote));
        await using var db = scene.World.Db();
        Assert.False(await db.Resolutions.AnyAsync(r => r.VoteId == vote));
        Refused("VoteReasonMissing", await scene.Records.CorrectAsync(scene.Chair, vote, new HandCount(10, 8, 0), " "));
        Refused("VoteNothingCorrected", await scene.Records.CorrectAsync(scene.Chair, vote, new HandCount(8, 9, 0), "Přepočítáno."));
        Refused("VoteNotByName", await scene.Records.CorrectAsync(scene.Chair, vote, new Dictionary<long, Mark?>(), "Přepočítáno."));
        Refused("NotAllowed", await scene.Records.CorrectAsync(scene.Present.First(p => p.PersonId != scene.Chair).PersonId, vote, new HandCount(10, 8, 0), "Přepočítáno."));
        Done(await scene.Records.CorrectAsync(scene.Chair, vote, new HandCount(10, 8, 0), "Přepočítáno."));
        var details = (await scene.Votes.DetailsAsync(scene.Chair, vote)).Value!;
        Assert.True(details.Vote.Result!.IsAdopted);
        var line = Assert.Single(details.Corrections);
        Assert.Equal((new HandCount(8, 9, 0), new HandCount(10, 8, 0), "Přepočítáno."), (line.Before, line.After, line.Reason));
        // Adopted by the correction, it is numbered by it.
        Assert.True(await db.Resolutions.AnyAsync(r => r.VoteId == vote));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task CorrectedBallots_AreNamedWithWhatTheyWere(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Kdo je pro?") { Way = VoteWay.HandsByName });
        Done(await scene.Ballots.EnterAsync(scene.Chair, vote, scene.Present.Take(15).ToDictionary(p => p.SeatId, _ => (Mark?)Mark.For)));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Refused("VoteNotByCount", await scene.Records.CorrectAsync(scene.Chair, vote, new HandCount(1, 0, 0), "Omyl."));
        Refused("SeatNotPresent", await scene.Records.CorrectAsync(scene.Chair, vote, new Dictionary<long, Mark?> { [987_654] = Mark.For }, "Omyl."));
        Done(await scene.Records.CorrectAsync(scene.Chair, vote, new Dictionary<long, Mark?>
        {
            [scene.Present[0].SeatId] = Mark.Against,
            [scene.Present[1].SeatId] = null,
            [scene.Present[17].SeatId] = Mark.Abstain,
            [scene.Present[2].SeatId] = Mark.For,
        }, "Omyl při zápisu."));
        var details = (await scene.Votes.DetailsAsync(scene.Chair, vote)).Value!;
        Assert.Equal((13, 1, 1), (details.Vote.For, details.Vote.Against, details.Vote.Abstained));
        Assert.Equal([("For", "Against"), ("For", ""), ("", "Abstain")], details.Corrections.Single().Changes.Select(c => (c.Before, c.After)));
        var secret = await scene.OpenAsync(new(scene.ItemId, "Tajně?") { IsSecret = true });
        Done(await scene.Lead.CloseAsync(scene.Chair, secret));
        Refused("VoteNotByName", await scene.Records.CorrectAsync(scene.Chair, secret, new Dictionary<long, Mark?> { [scene.Present[0].SeatId] = Mark.For }, "Omyl."));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R14_R15_VoidVote_StaysOnRecord_AndItsRepetitionPointsToIt(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync();
        await scene.CastAllAsync(vote, Mark.For);
        Refused("VoteReasonMissing", await scene.Records.AnnulAsync(scene.Chair, vote, ""));
        Refused("VoteReasonTooLong", await scene.Records.AnnulAsync(scene.Chair, vote, new('a', 501)));
        Refused("NotAllowed", await scene.Records.AnnulAsync(scene.Present.First(p => p.PersonId != scene.Chair).PersonId, vote, "Omyl."));
        Done(await scene.Records.AnnulAsync(scene.Chair, vote, "Hlasovalo se o jiném znění."));
        Refused("VoteNotAnnullable", await scene.Records.AnnulAsync(scene.Chair, vote, "Znovu."));
        Refused("VoteNotOpen", await scene.CastAsync(scene.Present[1].PersonId, vote, scene.Present[1].SeatId, Mark.For));
        Assert.Equal("VoteRepeatsUnknown", (await scene.Votes.PrepareAsync(scene.Chair, scene.MeetingId, new(scene.ItemId, "Znovu?") { RepeatsId = 987_654 })).Refusal?.Code);
        var again = await scene.OpenAsync(new(scene.ItemId, "Znovu?") { RepeatsId = vote });
        var rooms = await scene.World.Get<VoteRooms>().FindAsync(scene.MeetingId);
        Assert.Equal((2, 3), (rooms.Find(again)!.RepeatsNumber, rooms.Find(again)!.Vote.Number));
        Assert.Equal(VoteState.Annulled, rooms.Find(vote)!.Vote.State);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task PreparedVote_IsEditedAndWithdrawn_NotDeleted(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.PrepareAsync(new(scene.ItemId, "Kdo?") { Kind = VoteKind.Election, Options = [new("A"), new("B")] });
        Done(await scene.Votes.EditAsync(scene.Chair, vote, new(scene.ItemId, "Kdo bude?") { Kind = VoteKind.Election, Options = [new("B"), new("C"), new("D")] }));
        Assert.Equal(["B", "C", "D"], (await scene.FindAsync(vote)).Options.OrderBy(o => o.Number).Select(o => o.Label));
        Refused("VoteQuestionMissing", await scene.Votes.EditAsync(scene.Chair, vote, new(scene.ItemId, "")));
        var member = scene.Present.First(p => p.PersonId != scene.Chair).PersonId;
        Refused("NotAllowed", await scene.Votes.EditAsync(member, vote, new(scene.ItemId, "Jinak")));
        Refused("NotAllowed", await scene.Votes.WithdrawAsync(member, vote));
        Done(await scene.Votes.WithdrawAsync(scene.Chair, vote));
        Refused("VoteNotPrepared", await scene.Lead.OpenAsync(scene.Chair, vote));
        Refused("VoteNotPrepared", await scene.Votes.EditAsync(scene.Chair, vote, new(scene.ItemId, "Jinak")));
        Assert.Equal(VoteState.Annulled, (await scene.FindAsync(vote)).State);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R26_NumbersOfResolutions_AreNeverGivenTwice(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        await using var db = scene.World.Db();
        var before = await db.Resolutions.CountAsync();
        var votes = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            var vote = await scene.OpenAsync(new(scene.ItemId, $"Usnesení {i}") { Wording = $"Skupina bere na vědomí zprávu {i}.", Way = VoteWay.Consensus });
            votes.Add(vote);
        }
        foreach (var vote in votes)
            Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        await Task.WhenAll(votes.SelectMany(v => new[] { v, v }).Select(v => Task.Run(() => scene.Lead.AnnounceAsync(scene.Chair, v))));
        var numbers = await db.Resolutions.Where(r => votes.Contains(r.VoteId)).Select(r => r.Number).ToListAsync();
        Assert.Equal(6, numbers.Distinct().Count());
        Assert.Equal(before + 6, await db.Resolutions.CountAsync());
        Done(await scene.Records.AnnulAsync(scene.Chair, votes[0], "Omyl."));
        var next = await scene.OpenAsync(new(scene.ItemId, "Další") { Wording = "Skupina souhlasí.", Way = VoteWay.Consensus });
        Done(await scene.Lead.CloseAsync(scene.Chair, next));
        Done(await scene.Lead.AnnounceAsync(scene.Chair, next));
        Assert.Equal(numbers.Max() + 1, await db.Resolutions.Where(r => r.VoteId == next).Select(r => r.Number).SingleAsync());
    }
}
