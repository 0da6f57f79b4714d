namespace Workspace.Web.Texts.Comments;

/// <summary>Names the resources of the comments on passages, which the script shows.</summary>
public sealed class CommentStrings;
