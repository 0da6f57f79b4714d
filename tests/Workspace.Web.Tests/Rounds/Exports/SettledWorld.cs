using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Exports;

/// <summary>A closed round with a comment of every outcome, an unsettled and a late one, one entered for somebody, and a dispute that is insisted on.</summary>
internal static class SettledWorld
{
    public static readonly string Nearer = RoundWorld.Counselling.Replace("30", "20");

    /// <returns>The round.</returns>
    public static async Task<long> FillAsync(RoundWorld world)
    {
        var round = await world.OpenAsync(world.Input() with { ClosesAt = DateTimeOffset.Parse("2026-06-30T22:00:00Z") });
        var accepted = await world.SendAsync(world.First, round, "III/4", world.Comment("Půl hodiny je daleko.", Nearer));
        var supported = await world.Answers.SupportAsync(world.Colleague, accepted, true);
        Done(supported);
        var partly = await world.SendAsync(world.Second, round, "III/5", world.Comment("A co lektoři?", "vzdělávání pracovníků obcí a lektorů;"));
        var dispute = await world.SendAsync(world.Second, round, "III/4", world.Comment("Bez peněz to nepůjde.", kind: CommentKind.Essential) with { Passage = new(0, 14) });
        var explained = await world.SendAsync(world.First, round, "IV/1", world.Comment("Kolik bytů?"));
        var noted = await world.SendAsync(world.First, round, null, world.Comment("Děkujeme za přípravu."));
        Value(await world.World.Get<EnteredCommentService>().EnterAsync(
            world.Secretary, round, await world.ItemAsync(round, "III/5"), world.Comment("Poslali jsme poštou."), new(null, null, "Spolek Nová naděje", null)));
        await world.CloseAsync(round);
        var late = await world.SendAsync(world.Group.Members[2].Id, round, "IV/1", world.Comment("Ještě jednou k bytům.", kind: CommentKind.Essential));
        Done(await world.Settling.SettleAsync(world.Secretary, [accepted], new(SettlementOutcome.Accepted)));
        Done(await world.Settling.SettleAsync(world.Secretary, [partly], new(SettlementOutcome.PartlyAccepted, "Lektory zajistí kraj.") { Wording = "vzdělávání pracovníků obcí a krajských lektorů;" }));
        Done(await world.Settling.SettleAsync(world.Secretary, [dispute], new(SettlementOutcome.NotAccepted, "Rozpočet se řeší jinde.")));
        Done(await world.Settling.SettleAsync(world.Secretary, [explained], new(SettlementOutcome.Explained, "Počet určí pilotní ověření.")));
        Done(await world.Settling.SettleAsync(world.Secretary, [noted, late], new(SettlementOutcome.Noted, "Bereme na vědomí.")));
        Value(await world.Settling.TellAuthorsAsync(world.Secretary, round));
        Done(await world.World.Get<DisputeService>().AnswerAsync(world.Second, dispute, SettlementAnswer.Insists, "Bez rozpočtu je bod prázdný."));
        return round;
    }
}
