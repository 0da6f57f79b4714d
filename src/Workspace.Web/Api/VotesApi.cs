using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Votes;

namespace Workspace.Web.Api;

public sealed record ApiNewVote(long AgendaItemId, string? Question, string? Kind, string? Basis, string? Threshold);

/// <param name="SeatId">For which the ballot is cast.</param>
/// <param name="Choice">'for', 'against' or 'abstain'; 'for' where options are chosen.</param>
/// <param name="Receipt">Changes one's own secret ballot.</param>
/// <param name="Options">Numbers of the options chosen, where options are voted on.</param>
public sealed record ApiBallot(long SeatId, string? Choice, string? Receipt = null, IReadOnlyList<int>? Options = null);

public sealed record ApiCounts(int For, int Against, int Abstain, int NotVoted);

public sealed record ApiVerdict(bool Adopted, string Text);

/// <summary>A candidate or variant; its votes are null until the vote is closed.</summary>
public sealed record ApiOption(int Number, string Label, int? Votes);

/// <summary>Counts and verdict are null until the vote is closed; options are empty where there is nothing but for and against.</summary>
public sealed record ApiVote(long Id, string State, ApiCounts? Counts, ApiVerdict? Verdict, IReadOnlyList<ApiOption> Options);

public static class VotesApi
{
    private static readonly Dictionary<string, Share> Thresholds = new()
    {
        ["moreThanHalf"] = new(1, 2, true),
        ["threeFifths"] = new(3, 5, false),
        ["twoThirds"] = new(2, 3, false),
        ["all"] = new(1, 1, false),
    };

    public static void MapVotes(this RouteGroupBuilder api)
    {
        api.MapPost("/meetings/{id:long}/votes", PrepareAsync);
        api.MapPost("/votes/{id:long}/open", async (long id, ClaimsPrincipal user, VoteLeadService votes, IStringLocalizer<RefusalStrings> r, CancellationToken cancellationToken) =>
            Answer(await votes.OpenAsync(user.PersonId() ?? 0, id, cancellationToken), r));
        api.MapPost("/votes/{id:long}/close", async (long id, ClaimsPrincipal user, VoteLeadService votes, IStringLocalizer<RefusalStrings> r, CancellationToken cancellationToken) =>
            Answer(await votes.CloseAsync(user.PersonId() ?? 0, id, null, cancellationToken), r));
        api.MapPost("/votes/{id:long}/ballots", CastAsync);
        api.MapGet("/votes/{id:long}", GetAsync);
    }

    private static async Task<IResult> PrepareAsync(
        long id, ApiNewVote vote, ClaimsPrincipal user, VoteService votes, IStringLocalizer<RefusalStrings> r, CancellationToken cancellationToken)
    {
        if (vote.Kind is not (null or "public" or "secret"))
            return Refuse(new("VoteKindUnknown"), r);
        if (!TryReadBasis(vote.Basis, out var basis) || !TryReadThreshold(vote.Threshold, out var threshold))
            return Refuse(new("VoteThresholdInvalid"), r);
        var prepared = await votes.PrepareAsync(user.PersonId() ?? 0, id, new(vote.AgendaItemId, vote.Question ?? "", basis, threshold) { IsSecret = vote.Kind == "secret" }, cancellationToken);
        return prepared.Refusal is { } refusal ? Refuse(refusal, r) : Results.Created($"/api/v1/votes/{prepared.Value}", new { id = prepared.Value });
    }

    private static async Task<IResult> CastAsync(
        long id, ApiBallot ballot, ClaimsPrincipal user, BallotService ballots, IStringLocalizer<RefusalStrings> r, CancellationToken cancellationToken)
    {
        var options = ballot.Options ?? [];
        var mark = ballot.Choice switch { "for" => new Mark(Choice.For, options), "against" => new(Choice.Against, options), "abstain" => new(Choice.Abstain, options), _ => null };
        if (mark is null)
            return Refuse(new("ChoiceUnknown"), r);
        var cast = await ballots.CastAsync(user.PersonId() ?? 0, id, ballot.SeatId, mark, ballot.Receipt, cancellationToken);
        return cast.Value is { } stored ? Results.Ok(new { stored.Receipt }) : Refuse(cast.Refusal!, r);
    }

    private static async Task<IResult> GetAsync(
        long id, ClaimsPrincipal user, VoteService votes, VerdictWording wording, IStringLocalizer<RefusalStrings> r, CancellationToken cancellationToken)
    {
        var found = await votes.FindAsync(user.PersonId() ?? 0, id, cancellationToken);
        if (found.Value is not { } vote)
            return Refuse(found.Refusal!, r);
        var state = vote.State.ToString().ToLowerInvariant();
        ApiOption[] options = [.. vote.Options.Select(o => new ApiOption(o.Number, o.Label, vote.IsCounted ? o.Votes : null))];
        if (vote.Tally is not { } tally)
            return Results.Ok(new ApiVote(id, state, null, null, options));
        return Results.Ok(new ApiVote(
            id, state, new(tally.For, tally.Against, tally.Abstained, tally.NotVoted), new(vote.IsAdopted, wording.Of(vote)), options));
    }

    private static bool TryReadBasis(string? text, out MajorityBasis? basis)
    {
        basis = text switch { "members" => MajorityBasis.Members, "present" => MajorityBasis.Present, "cast" => MajorityBasis.Cast, "valid" => MajorityBasis.Valid, _ => null };
        return text is null || basis is not null;
    }

    private static bool TryReadThreshold(string? text, out Share? threshold)
    {
        threshold = null;
        if (text is null || Thresholds.TryGetValue(text, out threshold))
            return true;
        if (text.Split('/') is not [var numerator, var denominator]
            || !int.TryParse(numerator, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || !int.TryParse(denominator, NumberStyles.None, CultureInfo.InvariantCulture, out var d))
            return false;
        threshold = new(n, d, false);
        return threshold.IsValid;
    }

    private static IResult Answer(Outcome outcome, IStringLocalizer<RefusalStrings> r) => outcome.Refusal is { } refusal ? Refuse(refusal, r) : Results.Ok();

    private static IResult Refuse(Refusal refusal, IStringLocalizer<RefusalStrings> r) => ApiAccess.Problem(
        refusal == Refusal.NotFound ? StatusCodes.Status404NotFound
            : refusal == Refusal.NotAllowed ? StatusCodes.Status403Forbidden
            : StatusCodes.Status409Conflict,
        refusal, r);
}
