using System.Globalization;

namespace Workspace.Web.Exports;

/// <summary>What a Word document carries besides its text.</summary>
/// <param name="PageOf">For instance 'Strana {0} z {1}'.</param>
public sealed record DocxSettings(string Title, CultureInfo Culture, string PageOf)
{
    public string? Author { get; init; }

    /// <summary>For wide tables; the text is <see cref="DocxWriter.LandscapeWidth"/> wide then.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>The letterhead of the first page.</summary>
    public string? FirstHeader { get; init; }

    /// <summary>The header of the pages after it.</summary>
    public string? Header { get; init; }

    /// <summary>Stands above the page number on every page.</summary>
    public string? Footer { get; init; }
}
