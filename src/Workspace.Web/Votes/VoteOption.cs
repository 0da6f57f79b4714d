namespace Workspace.Web.Votes;

/// <summary>A candidate, a variant, or a line of a list that is approved at once.</summary>
public sealed class VoteOption
{
    public const int LabelLength = 300;

    private VoteOption()
    {
    }

    public VoteOption(int number, string label, long? personId) => (Number, Label, PersonId) = (number, label.Trim(), personId);

    public long VoteId { get; private set; }

    /// <summary>From 1, in the order of the ballot paper.</summary>
    public int Number { get; private set; }

    public string Label { get; private set; } = "";

    /// <summary>The candidate where that is somebody known here.</summary>
    public long? PersonId { get; private set; }

    /// <summary>Votes for it; 0 until the vote is closed.</summary>
    public int Votes { get; private set; }

    public void Count(int votes) => Votes = votes;
}
