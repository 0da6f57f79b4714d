namespace Workspace.Web.Meetings;

/// <summary>The bounds of what an agenda may hold.</summary>
public static class AgendaRules
{
    public const int TitleLimit = 500;

    public const int PresenterLimit = 200;

    public const int BackgroundLimit = 20_000;

    public const int LongestMinutes = 600;

    public const int MostItems = 200;

    /// <summary>Characters of a pasted text that are read.</summary>
    public const int PasteLimit = 400_000;

    /// <summary>Lines of it that are read.</summary>
    public const int PasteLines = 3_000;
}
