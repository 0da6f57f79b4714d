using Microsoft.Extensions.Localization;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Votes;

/// <summary>Results in words, the same on every screen and in every export (V5).</summary>
public sealed class VerdictWording(IStringLocalizer<VoteStrings> strings)
{
    /// <summary>
    /// 'Hlasování č. 2: PRO 20, PROTI 0, ZDRŽEL SE 0 – přijato' (V13); for elections the votes of each candidate. Says of a vote
    /// that is not counted in which state it is.
    /// </summary>
    public string Line(Vote vote)
    {
        var name = Name(vote);
        if (vote.State == VoteState.Annulled)
            return strings["LineAnnulled", name, vote.IsCounted ? Counts(vote) : strings["NotCounted"]];
        if (!vote.IsCounted)
            return strings[vote.State == VoteState.Open ? "LineOpen" : "LinePrepared", name];
        return strings["Line", name, Counts(vote), Word(vote)];
    }

    /// <summary>'Hlasování č. 2', or by its kind where it bears no number yet.</summary>
    public string Name(Vote vote) => vote.Number is { } number
        ? strings[vote.IsAdvisory ? "NameAdvisory" : vote.IsSecret ? "NameSecret" : "Name", number]
        : strings["NamePrepared"];

    /// <summary>'PRO 20, PROTI 0, ZDRŽEL SE 0', and what else there was.</summary>
    public string Counts(Vote vote)
    {
        var counts = Counts(vote, vote.Counts);
        if (vote.Way == VoteWay.Consensus)
            return counts;
        if (vote.Recused > 0)
            counts += ", " + strings["CountRecused", vote.Recused];
        return vote.Tally!.NotVoted > 0 ? counts + ", " + strings["CountNotVoted", vote.Tally.NotVoted] : counts;
    }

    /// <summary>Other counts of the vote than those it bears, as before a correction.</summary>
    public string Counts(Vote vote, HandCount of)
    {
        if (vote.Way == VoteWay.Consensus)
            return of.Against == 0 ? strings["NoObjections"] : strings.Count("Objections", of.Against);
        var counts = vote.Kind.IsByOptions()
            ? string.Join(", ", vote.Options.Select(o => $"{o.Label} {of.Options.GetValueOrDefault(o.Number)}").Append(strings["CountAbstained", of.Abstained]))
            : strings["CountsOfMotion", of.For, of.Against, of.Abstained].Value;
        return of.Invalid > 0 ? counts + ", " + strings["CountInvalid", of.Invalid] : counts;
    }

    /// <summary>What is on a ballot: 'pro', or the names of the options.</summary>
    public string Label(Vote vote, Mark mark) => mark.Options.Length > 0 ? vote.LabelsOf(mark) : strings[$"Short_{mark.Choice}"];

    /// <summary>The class that gives a result its colour; none where nothing follows from it.</summary>
    public static string ToneOf(Vote vote) => vote.State == VoteState.Annulled ? "void" : vote.IsAdvisory ? "" : vote.IsAdopted ? "adopted" : "rejected";

    /// <summary>The result in a word or a name: 'přijato', 'nepřijato', 'Jana Nová'.</summary>
    public string Word(Vote vote)
    {
        if (vote.Result is not { } result)
            return "";
        if (vote.IsAdvisory)
            return strings["AdvisoryWord"];
        if (result.Verdict is { Reason: VerdictReason.Consensus })
            return strings["AdoptedByConsensus"];
        if (result.Verdict is { } verdict)
            return strings[verdict.IsAdopted ? "Adopted" : "Rejected"];
        var elected = string.Join(", ", result.Election!.Elected.Select(e => Label(vote, e.CandidateId)));
        return elected.Length == 0 ? strings[vote.Kind == VoteKind.Variants ? "NoVariant" : "NobodyElected"]
            : strings[vote.Kind == VoteKind.Variants ? "VariantChosen" : "Elected", elected];
    }

    /// <summary>The result with its sum (V5): 'for 11 of 20 present, needed more than 10: adopted'.</summary>
    public string Of(Vote vote)
    {
        if (vote.Result is not { } result)
            return "";
        var text = result.Verdict is { } verdict ? Of(verdict) : Of(vote, result.Election!);
        return vote.BySilence > 0 ? $"{text} {strings.Count("BySilence", vote.BySilence)}" : text;
    }

    public string Of(Verdict verdict)
    {
        var outcome = strings[verdict.IsAdopted ? "Adopted" : "Rejected"];
        switch (verdict.Reason)
        {
            case VerdictReason.NothingCast:
                return strings["NothingCast", outcome];
            case VerdictReason.Consensus or VerdictReason.Objected:
                return strings[verdict.Reason.ToString()];
        }
        var sum = strings["Sum", verdict.For, verdict.BasisCount, strings[$"Basis_{verdict.Rule.Basis}"], Needed(verdict.Rule.Threshold, verdict.BasisCount, verdict.Needed), outcome];
        return verdict.Reason == VerdictReason.ReachedByChair ? $"{sum} {strings["ByChair"]}" : sum;
    }

    /// <summary>'Pro 11 z 20 přítomných' is not known yet, but what will be needed is: 'potřeba více než 10 z 20 přítomných'.</summary>
    public string Rule(VoteRule rule) => strings["Rule", ShareOf(rule.Threshold), strings[$"RuleBasis_{rule.Basis}"]];

    private string Of(Vote vote, Election election)
    {
        var basis = Verdict.BasisOf(vote.Basis, vote.Tally!);
        var sum = strings["ElectionSum", Needed(vote.Threshold, basis, election.Needed), basis, strings[$"Basis_{vote.Basis}"]];
        var elected = string.Join(", ", election.Elected.Select(e => $"{Label(vote, e.CandidateId)} ({strings.Count("VotesFor", e.Votes)})"));
        var text = elected.Length == 0 ? $"{Word(vote)}. {sum}" : $"{strings[vote.Kind == VoteKind.Variants ? "VariantChosen" : "Elected", elected]}. {sum}";
        return election.TiedAtLastPlace.Count == 0 ? text
            : $"{text} {strings["TiedAtLastPlace", string.Join(", ", election.TiedAtLastPlace.Select(e => Label(vote, e.CandidateId)))]}";
    }

    private static string Label(Vote vote, long number) => vote.Options.Single(o => o.Number == number).Label;

    private string Needed(Share share, int basis, int needed)
    {
        // 'More than 10' says why it is 11; where half is no whole number, the fewest that do are said.
        var isWhole = share.IsMoreThan && (long)share.Numerator * basis % share.Denominator == 0;
        return isWhole ? strings["MoreThan", needed - 1] : strings["AtLeast", needed];
    }

    private string ShareOf(Share share) => share == new Share(1, 1, false) ? strings["ShareAll"]
        : share == new Share(1, 2, true) ? strings["ShareHalf"]
        : strings[share.IsMoreThan ? "ShareMore" : "ShareLeast", $"{share.Numerator}/{share.Denominator}"];
}
