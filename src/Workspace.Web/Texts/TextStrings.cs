namespace Workspace.Web.Texts;

/// <summary>Names the resources of the live texts.</summary>
public sealed class TextStrings;
