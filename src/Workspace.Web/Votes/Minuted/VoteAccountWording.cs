using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.People;

namespace Workspace.Web.Votes.Minuted;

/// <summary>Tells of votes in the current language.</summary>
public sealed class VoteAccountWording(VerdictWording verdicts, IStringLocalizer<MinutedStrings> strings)
{

    public VoteAccount Of(MinutedVote minuted)
    {
        var vote = minuted.Vote;
        return new(verdicts.Line(vote), vote.Question, WordingLabel(minuted), vote.Wording, [.. Remarks(minuted)], [.. ByName(minuted)]);
    }

    /// <summary>'Ověřovatelka zápisu', as it stands before a signature (R17).</summary>
    public string VerifierRole(Gender? gender) => strings[$"VerifierRole_{Key(gender)}"];

    private string? WordingLabel(MinutedVote minuted) => (minuted.Vote, minuted.Room.Resolution) switch
    {
        ({ Wording: null }, _) => null,
        (_, null) => strings["WordingProposed"].Value,
        ({ IsAdopted: true }, var number) => strings["WordingNumbered", number].Value,
        (_, var number) => strings["WordingRevoked", number].Value,
    };

    private IEnumerable<string> Remarks(MinutedVote minuted)
    {
        var vote = minuted.Vote;
        if (minuted.Room.RepeatsNumber is { } first)
            yield return strings["Repeats", first];
        if (vote is { State: VoteState.Closed, IsAdvisory: false })
            yield return Sentence(verdicts.Of(vote));
        foreach (var verifier in minuted.Verifiers)
            yield return strings[$"VerifierElected_{Key(verifier.Gender)}", verifier.Name];
        if (vote is { State: VoteState.Annulled, AnnulledReason: { } reason })
            yield return strings["Annulled", reason];
        if (vote.CountReason is { } more)
            yield return strings["CountedMore", more];
        foreach (var correction in minuted.Corrections)
        {
            yield return correction.Before == correction.After
                ? strings["CorrectedNames", correction.Reason]
                : strings["Corrected", verdicts.Counts(vote, HandCount.Parse(correction.Before)), correction.Reason];
        }
    }

    private IEnumerable<NamedBallots> ByName(MinutedVote minuted)
    {
        var vote = minuted.Vote;
        if (vote.Kind.IsByOptions())
        {
            foreach (var option in vote.Options)
                yield return Named(option.Label, minuted.Ballots.Where(b => b.Mark.Numbers.Contains(option.Number)));
        }
        foreach (var choice in vote.Kind.IsByOptions() ? [Choice.Abstain] : Enum.GetValues<Choice>())
            yield return Named(strings[$"Choice_{choice}"], minuted.Ballots.Where(b => b.Choice == choice));

        NamedBallots Named(string label, IEnumerable<Ballot> ballots) =>
            new(label, [.. ballots.Select(b => minuted.People[b.PersonId]).OrderBy(p => p.ListName, CzechOrder.Names).Select(p => p.Name)]);
    }

    private static string Key(Gender? gender) => gender?.ToString() ?? "Unknown";

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentUICulture) + text[1..];
}
