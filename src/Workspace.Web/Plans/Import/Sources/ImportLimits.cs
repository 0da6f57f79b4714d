namespace Workspace.Web.Plans.Import.Sources;

/// <summary>What a file may demand of the server at most. A real plan stays far below.</summary>
public static class ImportLimits
{
    public const int Bytes = 20 * 1024 * 1024;
    public const int Rows = 20_000;
    public const int Columns = 100;

    internal const int HtmlLength = 8 * 1024 * 1024;
    internal const int Cells = 600_000;
    internal const int TextLength = 30_000_000;
    internal const int ZipEntries = 3_000;
    internal const long UnpackedBytes = 300L * 1024 * 1024;
    internal const long DescriptionBytes = 16L * 1024 * 1024;
    internal const int UnpackedRatio = 200;
    internal const int RatioFrom = 4 * 1024 * 1024;
    internal const int Depth = 100;
}
