namespace Workspace.Web.Votes;

/// <summary>What was counted at the closing of a vote with the choices for, against and abstained. Nothing is negative.</summary>
/// <param name="Members">Seats of the group on the day.</param>
/// <param name="Present">Seats present at the closing.</param>
/// <param name="For">PRO.</param>
/// <param name="Against">PROTI.</param>
/// <param name="Abstained">ZDRŽEL SE.</param>
/// <param name="Recused">Present with a declared conflict of interest: counted as present, not voting (R19).</param>
/// <param name="Invalid">Ballots cast that name no choice, as paper ones can.</param>
public sealed record Tally(int Members, int Present, int For, int Against, int Abstained, int Recused = 0, int Invalid = 0)
{
    /// <summary>Ballots of those who voted: for, against, abstained and invalid.</summary>
    public int Cast => For + Against + Abstained + Invalid;

    /// <summary>Votes that say yes or no: whoever abstained, and invalid ballots, are left out.</summary>
    public int Valid => For + Against;

    public int NotVoted => Present - Recused - Cast;

    /// <summary>Whether the counts add up to the seats present (R13), and those to no more than there are.</summary>
    public bool AddsUp => Members >= Present && NotVoted >= 0
        && new[] { Present, For, Against, Abstained, Recused, Invalid }.All(count => count >= 0);
}
