using Workspace.Web.Groups;

namespace Workspace.Web.Votes;

/// <summary>Whether enough seats are present to decide (R11).</summary>
/// <param name="Present">Seats present.</param>
/// <param name="Members">All seats of the group on the day.</param>
/// <param name="Needed">The fewest seats with which there is a quorum.</param>
public sealed record Quorum(int Present, int Members, int Needed)
{
    public bool Holds => Members > 0 && Present >= Needed;

    public static Quorum Of(Share share, int present, int members) => new(present, members, share.FewestOf(members));
}
