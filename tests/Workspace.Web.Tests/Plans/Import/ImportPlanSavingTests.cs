using System.Globalization;
using System.Text;
using System.Text.Json;
using Workspace.Web.Data;
using Workspace.Web.Plans.Import;
using Workspace.Web.Tests.Exports;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;
using Workspace.Web.Tests.Plans.Exports;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Plans.Import;

/// <summary>The command that saves, on the program's own databases.</summary>
public sealed class ImportPlanSavingTests
{
    private const string Secretary = "tajemnice@kraj.example";

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Run_WithAPlanAndAPerson_SavesAndNamesTheImport(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var plan = await PlanDownloadTests.PlanAsync(world, isEmpty: true);

        var (code, output, errors) = await RunAsync(world, SamplePlan.Xlsx(SamplePlan.Full), "--plan", plan.ToString(CultureInfo.InvariantCulture), "--as", Secretary, "--json");

        Assert.Equal((0, ""), (code, errors));
        var printed = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["areas", "items", "summary", "bodies", "doubts", "unread", "import"], printed.EnumerateObject().Select(part => part.Name));
        var saved = await PlanDownloadTests.ReadAsync(world, plan);
        Assert.Equal(SamplePlan.Told(SamplePlan.Full), SamplePlan.Told(saved));
        var import = Assert.Single(saved.Imports);
        Assert.Equal((import.Id, "plán bez přípony"), (printed.GetProperty("import").GetInt64(), import.Source));
        Done(await world.World.Get<PlanImportService>().UndoAsync(world.Secretary.Id, import.Id));
        Assert.Empty((await PlanDownloadTests.ReadAsync(world, plan)).Content.Items);
    }

    [Fact]
    public async Task Run_WithTheNameOfThePlan_FindsItAndMatchesNamesOfTheDatabase()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var plan = await PlanDownloadTests.PlanAsync(world, isEmpty: true, name: "Plán Bydlení");

        var (code, output, errors) = await RunAsync(world, "č.;opatření;gestor\n1;most;CHARITA STŘEDNÍ\n"u8.ToArray(), "--as", "  TAJEMNICE@kraj.example ", "--plan", "plan bydleni");

        Assert.Equal((0, ""), (code, errors));
        var saved = await PlanDownloadTests.ReadAsync(world, plan);
        Assert.Equal($"Uloženo – okruhy: 0, opatření: 1, číslo importu: {Assert.Single(saved.Imports).Id}.", output.Trim());
        Assert.Equal("Charita Střední", Assert.Single(Assert.Single(saved.Content.Items).Bodies).Known);
    }

    [Fact]
    public async Task Run_DryWithAPlan_SavesNothing()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var plan = await PlanDownloadTests.PlanAsync(world, isEmpty: true);
        var (code, output, _) = await RunAsync(world, SamplePlan.Xlsx(SamplePlan.Full), "--plan", $"{plan}", "--as", Secretary, "--dry-run");
        Assert.Equal((0, false), (code, JsonDocument.Parse(output).RootElement.TryGetProperty("import", out _)));
        Assert.Empty((await PlanDownloadTests.ReadAsync(world, plan)).Content.Items);
    }

    [Theory]
    [InlineData("1", "clen@kraj.example", "K tomuto kroku nemáte oprávnění")]
    [InlineData("1", "cizi@kraj.example", "")]
    [InlineData("1", "nikdo@kraj.example", "Nikoho s e-mailem nikdo@kraj.example tu neznáme.")]
    [InlineData("999", Secretary, "Plán „999“ tu není.")]
    [InlineData("Akční plán", Secretary, "Plánů s názvem „Akční plán“ je víc; uveďte číslo plánu.")]
    public async Task Run_WhatIsNotAllowedOrNotThere_IsRefusedAndSavesNothing(string plan, string person, string sentence)
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal(1, await PlanDownloadTests.PlanAsync(world, isEmpty: true));
        await PlanDownloadTests.PlanAsync(world, isEmpty: true);

        var (code, output, errors) = await RunAsync(world, SamplePlan.Xlsx(SamplePlan.Full), "--plan", plan, "--as", person, "--json");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(sentence, errors);
        Assert.NotEqual("", errors.Trim());
        Assert.Empty((await PlanDownloadTests.ReadAsync(world, 1)).Content.Items);
    }

    [Theory]
    [InlineData("--plan", "1")]
    [InlineData("--as", Secretary)]
    [InlineData("--plan", "1", "--as")]
    [InlineData("--plan", "1", "--as", Secretary, "--plan", "2")]
    [InlineData("--plan", "1", "--as", Secretary, "--force")]
    public async Task Run_HalfOfWhatItNeeds_PrintsTheUsage(params string[] arguments)
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var (code, output, errors) = await RunAsync(world, "č.;opatření\n1;most\n"u8.ToArray(), arguments);
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("import-plan FILE", errors);
    }

    [Fact]
    public async Task Run_WithAWrongSetting_SaysWhich()
    {
        using var errors = new StringWriter();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("plan.csv"), "č.;opatření\n1;most\n");
        Assert.Equal(1, await ImportPlanCommand.RunAsync(
            [folder.File("plan.csv"), "--plan", "1", "--as", Secretary], Stream.Null, errors, () => throw new SettingException("Workspace:Database is 'Oracle'")));
        Assert.Contains("Workspace:Database is 'Oracle'", errors.ToString());
    }

    private static async Task<MeetingWorld> CreateAsync(DatabaseKind kind)
    {
        var world = await MeetingWorld.CreateAsync(kind);
        await using var db = world.World.Db();
        foreach (var (person, email) in new[] { (world.Secretary, Secretary), (world.Members[0], "clen@kraj.example"), (world.Stranger, "cizi@kraj.example") })
            (await db.People.FindAsync(person.Id))!.SetEmail(email);
        await db.SaveChangesAsync();
        return world;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(MeetingWorld world, byte[] file, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("plán bez přípony");
        await File.WriteAllBytesAsync(path, file);
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var code = await ImportPlanCommand.RunAsync([path, .. arguments], output, errors, () => Task.FromResult(world.World.Services));
        return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
