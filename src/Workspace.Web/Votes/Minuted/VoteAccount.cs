namespace Workspace.Web.Votes.Minuted;

/// <summary>Who voted so, in the order of lists.</summary>
public sealed record NamedBallots(string Choice, IReadOnlyList<string> Names);

/// <summary>A vote as the minutes tell of it, in the words of one language; the same on the sheet and on paper.</summary>
/// <param name="Line">'Hlasování č. 2: PRO 20, PROTI 0, ZDRŽEL SE 0 – přijato'.</param>
/// <param name="Question">What was asked.</param>
/// <param name="WordingLabel">'Usnesení č. 7/2026' or what else the wording is; null where there is none.</param>
/// <param name="Wording">Full wording of the resolution, of as many lines as it has.</param>
/// <param name="Remarks">The verdict with its sum, who was elected, what was repeated, annulled or corrected: sentences.</param>
/// <param name="ByName">The roll-call.</param>
public sealed record VoteAccount(
    string Line, string Question, string? WordingLabel, string? Wording, IReadOnlyList<string> Remarks, IReadOnlyList<NamedBallots> ByName);
