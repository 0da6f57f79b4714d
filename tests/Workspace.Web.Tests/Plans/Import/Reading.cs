using System.Text;
using Workspace.Web.Data;
using Workspace.Web.Plans.Import.Reading;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Tests.Plans.Import;

internal static class Reading
{
    public static readonly Encoding Windows1250 = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;

    public static async Task<Outcome<ReadPlan>> TryAsync(byte[] file)
    {
        var source = await SourceFile.ReadAsync(new MemoryStream(file));
        return source.Refusal is { } refusal ? refusal : PlanReader.Read(source.Value!, KnownBodies.None);
    }

    public static async Task<ReadPlan> PlanAsync(byte[] file)
    {
        var plan = await TryAsync(file);
        Assert.Null(plan.Refusal);
        return plan.Value!;
    }

    public static Task<ReadPlan> PlanAsync(string text) => PlanAsync(Encoding.UTF8.GetBytes(text));

    public static string[] Codes(this ReadItem item) => [.. item.Doubts.Select(doubt => doubt.Code)];

    public static string Names(this IEnumerable<BodyName> names) => string.Join(" | ", names.Select(name => name.Text));
}
