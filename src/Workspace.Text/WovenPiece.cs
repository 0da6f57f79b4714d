namespace Workspace.Text;

/// <summary>A stretch of text that came with one change and went with one other, or is still there.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Born">The number of the change that brought it; 0 if it was there before all.</param>
/// <param name="Origin">The number of the change in which it was first written: that of <paramref name="Born"/>, unless it is text that came back.</param>
/// <param name="Gone">The number of the change that took it away; <see cref="TextWeave.Never"/> while it is there.</param>
public readonly record struct WovenPiece(ReadOnlyMemory<char> Text, int Born, int Origin, int Gone)
{
    public int Length => Text.Length;

    public bool IsThereAfter(int change) => Born <= change && change < Gone;

    internal WovenPiece Before(int offset) => this with { Text = Text[..offset] };

    internal WovenPiece From(int offset) => this with { Text = Text[offset..] };
}
