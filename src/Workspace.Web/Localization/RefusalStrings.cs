namespace Workspace.Web.Localization;

/// <summary>Names the resources with a sentence for each <see cref="Data.Refusal"/>.</summary>
public sealed class RefusalStrings;
