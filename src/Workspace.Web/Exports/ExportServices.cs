using Workspace.Web.Minutes;

namespace Workspace.Web.Exports;

public static class ExportServices
{
    /// <summary>The PDF printer and the writers of minutes; they need AddLocalization() without a resources path.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<PdfPrinter>()
        .AddSingleton<MinutesDocx>()
        .AddSingleton<MinutesHtml>()
        .AddSingleton<MinutesMarkdown>();
}
