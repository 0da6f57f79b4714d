namespace Workspace.Web.Plans.Import;

/// <summary>Names the strings of the plan import: a sentence for each <see cref="Reading.Doubt"/>, and the names of columns.</summary>
public sealed class ImportStrings;
