using System.Text.Json;
using Workspace.Web.Plans.Import;
using Workspace.Web.Tests.Exports;

namespace Workspace.Web.Tests.Plans.Import;

public class ImportPlanCommandTests
{
    [Fact]
    public async Task Run_APlan_PrintsNothingButTheJsonOfTheContract()
    {
        var (code, output, errors) = await RunAsync(SampleXlsx.Of(SampleGrid.Dirty), "--dry-run", "--json");
        Assert.Equal((0, ""), (code, errors));
        var plan = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["areas", "items", "summary", "bodies", "doubts", "unread"], plan.EnumerateObject().Select(part => part.Name));
        Assert.Equal("I|Doprava a chodníky|Mikroregion chce dosáhnout:", string.Join('|', plan.GetProperty("areas")[0].EnumerateObject().Select(part => part.Value.GetString())));
        var item = plan.GetProperty("items")[1];
        Assert.Equal(("I", 2, "partly"), (item.GetProperty("area").GetString(), item.GetProperty("number").GetInt32(), item.GetProperty("status").GetString()));
        Assert.Equal("continuous|2027-12-31|průběžně do 12 / 2027", string.Join('|', item.GetProperty("deadline").EnumerateObject().Select(part => part.Value.GetString())));
        Assert.Equal("ÚM Podhůří", Assert.Single(item.GetProperty("owners").EnumerateArray()).GetString());
        Assert.Equal(0, item.GetProperty("cooperating").GetArrayLength());
        var swapped = plan.GetProperty("items")[2].GetProperty("doubts").EnumerateArray().Single(doubt => doubt.GetProperty("code").GetString() == "statusAndCommentSwapped");
        Assert.Equal("PLNĚNO", swapped.GetProperty("proposal").GetProperty("status").GetString());
        var summary = plan.GetProperty("summary");
        Assert.Equal((3, 1, true), (summary.GetProperty("claimed").GetProperty("ongoing").GetInt32(), summary.GetProperty("counted").GetProperty("ongoing").GetInt32(), summary.GetProperty("disagrees").GetBoolean()));
    }

    [Fact]
    public async Task Run_AFileThatIsNoPlan_SaysWhyAndFails()
    {
        var (code, output, errors) = await RunAsync("%PDF-1.7"u8.ToArray(), "--dry-run", "--json");
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("Z PDF nelze", errors);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--dry-run", "--other")]
    [InlineData("--dry-run", "second.csv")]
    public async Task Run_OtherArguments_PrintsTheUsageAndFails(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync("č.;opatření\n1;most\n"u8.ToArray(), arguments);
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("import-plan", errors);
    }

    [Fact]
    public async Task Run_AMissingFile_SaysSoAndFails()
    {
        using var errors = new StringWriter();
        Assert.Equal(1, await ImportPlanCommand.RunAsync(["/nowhere/plan.xlsx", "--dry-run", "--json"], Stream.Null, errors, NoServices));
        Assert.Contains("/nowhere/plan.xlsx", errors.ToString());
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(byte[] file, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "plán bez přípony");
        await File.WriteAllBytesAsync(path, file);
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var code = await ImportPlanCommand.RunAsync([path, .. arguments], output, errors, NoServices);
        return (code, System.Text.Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    // Nothing but a plan that is saved needs the database.
    private static Task<IServiceProvider> NoServices() => throw new InvalidOperationException("The database is asked for nothing here.");
}
