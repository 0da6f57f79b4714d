namespace Workspace.Web.Votes;

/// <summary>What is voted on (V4).</summary>
public enum VoteKind
{
    /// <summary>For, against, abstained.</summary>
    Motion,

    /// <summary>A list approved or refused as a whole.</summary>
    List,

    /// <summary>One of several wordings.</summary>
    Variants,

    /// <summary>Candidates for one place or more.</summary>
    Election,
}

/// <summary>How it is voted (V2).</summary>
public enum VoteWay
{
    /// <summary>Each on their own screen.</summary>
    Device,

    /// <summary>Hands are counted and the numbers entered.</summary>
    HandsCounted,

    /// <summary>Hands are entered by name.</summary>
    HandsByName,

    /// <summary>Some on their screens, the others entered by name.</summary>
    Mixed,

    /// <summary>Adopted where nobody objects (R16).</summary>
    Consensus,
}

public enum VoteState { Prepared, Open, Closed, Annulled }

/// <summary>In the order in which they are shown (R12). A ballot with options chosen is one for.</summary>
public enum Choice { For, Against, Abstain }

/// <summary>Where a ballot came from (V2).</summary>
public enum BallotSource { Device, Chair }

public static class VoteKinds
{
    /// <summary>Whether options are chosen instead of for and against.</summary>
    public static bool IsByOptions(this VoteKind kind) => kind is VoteKind.Variants or VoteKind.Election;

    /// <summary>Whether members vote on their own screens.</summary>
    public static bool IsOnDevices(this VoteWay way) => way is VoteWay.Device or VoteWay.Mixed or VoteWay.Consensus;

    /// <summary>Whether ballots are entered by name for those in the room.</summary>
    public static bool IsByName(this VoteWay way) => way is VoteWay.HandsByName or VoteWay.Mixed;
}
