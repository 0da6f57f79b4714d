namespace Workspace.Text;

/// <summary>What becomes of a position whose surroundings were deleted; see <see cref="ChangeSet.MapPosition(int, int, MapMode)"/>.</summary>
public enum MapMode
{
    /// <summary>There is always a new position, even when everything around the old one is gone.</summary>
    Simple = 0,

    /// <summary>No position when the character before it and the one after it were deleted by one change.</summary>
    TrackDeletion = 1,

    /// <summary>No position when the character before it was deleted.</summary>
    TrackBefore = 2,

    /// <summary>No position when the character after it was deleted.</summary>
    TrackAfter = 3,
}
