namespace Workspace.Web.Texts.History;

public enum Difference { Same, Inserted, Deleted }

/// <summary>A stretch of two texts laid over each other. Author and time are those of the change; of what stayed the same they are null.</summary>
public sealed record ComparedPiece(Difference Kind, string Text, long? AuthorId, DateTimeOffset? At);

/// <summary>How much one person added to a text and took from it.</summary>
public sealed record WordCount(long? AuthorId, int Added, int Removed);
