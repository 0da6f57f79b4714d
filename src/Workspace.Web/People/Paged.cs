namespace Workspace.Web.People;

/// <summary>One page of a list, numbered from 1, and how many there are in all.</summary>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Page)
{
    public const int Size = 25;

    public int PageCount => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>The page nearest to the one asked for, for a list may have become shorter.</summary>
    public static int Nearest(int page, int total) => Math.Clamp(page, 1, Math.Max(1, (total + Size - 1) / Size));
}
