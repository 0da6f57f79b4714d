using System.Text;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Plans;
using Workspace.Web.Plans.Import;
using Workspace.Web.Plans.Import.Reading;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Plans.Import;

public sealed class PlanImportServiceTests
{
    private const string Csv = """
        č.;opatření;indikátor;termín;gestor;spolupráce;stav;komentář
        I. Bydlení;;;;;;;
        1;přehled volných bytů;počet bytů;průběžně do 12/2027;Město Horní;obce;částečně;vede se tabulka
        2;fond *kaucí*;;12/2026;;;;
        II. Dluhy;;;;;;;
        1;síť poraden;počet poraden;po přijetí zákona;poradna;Charita Střední;plněno;
        """;

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task File_IsReadSavedAndTakenBack(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var service = scene.World.World.Get<PlanImportService>();
        var read = Value(await service.ReadAsync(scene.Secretary, scene.PlanId, Stream(Csv)));
        Assert.Equal((2, 3), (read.Areas.Count, read.Items.Count));
        Assert.Empty((await scene.ContentAsync()).Items);

        var told = new List<int>();
        var import = Value(await service.SaveAsync(scene.Secretary, scene.PlanId, ImportedPlan.Of(read, "plan.csv"), new Told(told)));
        var view = Value(await scene.Plans.ReadAsync(scene.Secretary, scene.PlanId));
        Assert.Equal([3], told);
        Assert.Equal(["I/1", "I/2", "II/1"], view.Content.Items.Select(i => i.Citation));
        Assert.Equal([@"přehled volných bytů", @"fond \*kaucí\*", "síť poraden"], view.Content.Items.Select(i => view.Wordings[i.TextId]));
        var first = view.Content.Items[0];
        Assert.Equal(("počet bytů", PlanStatus.Partly, "vede se tabulka", DeadlineKind.Continuous), (first.Details.Indicator, first.Details.Status, first.Details.Comment, first.Details.Deadline.Kind));
        Assert.Equal(("Město Horní", null), (first.Owners.Single().Known, first.Cooperating.Single().Known));
        Assert.Equal(("plan.csv", 3), (view.Imports.Single().Source, view.Imports.Single().Items));

        Done(await service.UndoAsync(scene.World.Chair.Id, import));
        var after = Value(await scene.Plans.ReadAsync(scene.Secretary, scene.PlanId));
        Assert.Empty(after.Content.Items);
        Assert.Empty(after.Content.Areas);
        Assert.Empty(after.Imports);
        Assert.Equal(3, after.Content.Removed.Count);
        scene.World.Refused("ImportUndone", (await service.UndoAsync(scene.Secretary, import)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task CorrectedName_IsLearned_AndKnownByTheNextImport(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var service = scene.World.World.Get<PlanImportService>();
        var directory = Value(await service.DirectoryAsync(scene.Secretary, scene.PlanId));
        var town = directory.All.Single(b => b.Name == "Město Dolní");
        var read = Value(await service.ReadAsync(scene.Secretary, scene.PlanId, Stream(Csv)));
        Assert.Contains(read.Bodies, b => b is { Text: "poradna", Key: null });
        Value(await service.SaveAsync(scene.Secretary, scene.PlanId, ImportedPlan.Of(read, "") with { Matches = new Dictionary<string, string> { ["poradna"] = town.Key } }));
        Assert.Equal("Město Dolní", (await scene.ContentAsync()).Items[^1].Owners.Single().Known);
        var again = Value(await service.ReadPastedAsync(scene.Secretary, scene.PlanId, null, Csv.Replace(';', '\t')));
        Assert.Equal(town.Key, again.Bodies.Single(b => b.Text == "poradna").Key);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SecondImport_GoesIntoTheAreasThatAreThere_AndIsTakenBackAlone(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var service = scene.World.World.Get<PlanImportService>();
        var read = Value(await service.ReadAsync(scene.Secretary, scene.PlanId, Stream(Csv)));
        var first = Value(await service.SaveAsync(scene.Secretary, scene.PlanId, ImportedPlan.Of(read, "1")));
        Value(await service.SaveAsync(scene.Secretary, scene.PlanId, ImportedPlan.Of(read, "2")));
        Assert.Equal((2, 6), ((await scene.ContentAsync()).Areas.Count, (await scene.ContentAsync()).Items.Count));
        Done(await service.UndoAsync(scene.Secretary, first));
        var left = await scene.ContentAsync();
        Assert.Equal((2, 3), (left.Areas.Count, left.Items.Count));
        Assert.All(left.Items, i => Assert.Contains(left.Areas, a => a.Id == i.AreaId));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Import_WithoutRightsOrWithNothingToSave_IsRefused_AndSavesNothing(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var (world, service) = (scene.World, scene.World.World.Get<PlanImportService>());
        var read = Value(await service.ReadAsync(scene.Secretary, scene.PlanId, Stream(Csv)));
        var plan = ImportedPlan.Of(read, "");
        foreach (var person in new[] { world.Members[0], world.Guest, world.Administrator })
        {
            world.Refused("NotAllowed", (await service.ReadAsync(person.Id, scene.PlanId, Stream(Csv))).Refusal);
            world.Refused("NotAllowed", (await service.SaveAsync(person.Id, scene.PlanId, plan)).Refusal);
        }
        world.Refused("NotFound", (await service.SaveAsync(world.Stranger.Id, scene.PlanId, plan)).Refusal);
        world.Refused("NotFound", (await service.ReadPastedAsync(scene.Secretary, 999, null, Csv)).Refusal);
        world.Refused("ImportNothing", (await service.SaveAsync(scene.Secretary, scene.PlanId, plan with { Items = [] })).Refusal);
        world.Refused("ImportWordingMissing", (await service.SaveAsync(scene.Secretary, scene.PlanId, plan with { Items = [read.Items[0] with { Wording = " " }] })).Refusal);
        world.Refused("ImportEmpty", (await service.ReadPastedAsync(scene.Secretary, scene.PlanId, null, " ")).Refusal);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.SaveAsync(scene.Secretary, scene.PlanId, plan, null, stopped.Token));
        await using var db = world.World.Db();
        Assert.False(await db.PlanItems.AnyAsync());
        Assert.False(await db.PlanImports.AnyAsync());
    }

    [Fact]
    public void Draft_KeepsWhatAPersonCorrects_LeavesOutAndAccepts()
    {
        var read = PlanReader.Read(Value(Web.Plans.Import.Sources.SourceFile.ReadText(Csv.Replace(';', '\t'))), KnownBodies.None).Value!;
        var draft = new ImportDraft(read, "plan.csv");
        Assert.Equal(1, draft.Doubtful);
        draft.LeaveOut(1, true);
        Assert.Equal(["1", "1"], draft.Plan.Items.Select(i => i.Number));
        draft.LeaveOut(1, false);
        draft.Correct(1, draft.Items[1] with { Wording = "společný fond kaucí" });
        Assert.False(draft.IsDoubtful(1));
        Assert.Equal("společný fond kaucí", draft.Plan.Items[1].Wording);
        Assert.Equal(3, draft.Summary.Counted.Items);
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
