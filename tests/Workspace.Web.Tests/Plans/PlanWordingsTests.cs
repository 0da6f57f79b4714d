using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Plans;

public sealed class PlanWordingsTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhatIsWritten_IsReadAtOnce_AndToldToWhoLooksOn(DatabaseKind kind)
    {
        await using var scene = await PlanScene.CreateAsync(kind);
        var item = Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, null, new(), "byty"));
        var other = Value(await scene.Items.AddItemAsync(scene.Secretary, scene.PlanId, null, new(), "domy"));
        var textId = (await scene.ContentAsync()).Find(item)!.TextId;
        Assert.Equal("byty", await WordingAsync(scene, textId));
        var told = new TaskCompletionSource();
        using var watching = scene.World.World.Get<LiveUpdates>().Subscribe(LiveTopic.Wordings(scene.PlanId), () =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        });

        var written = await scene.World.World.Get<TextSessions>().SubmitAsync(textId, new(scene.Secretary, "c1", 1, 0, [ChangeSet.Replace(4, 0, 0, "dostupné ")]));

        Assert.Null(written.Refused);
        Assert.Equal("dostupné byty", await WordingAsync(scene, textId));
        Assert.Equal("domy", await WordingAsync(scene, (await scene.ContentAsync()).Find(other)!.TextId));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task<string> WordingAsync(PlanScene scene, long textId) =>
        Value(await scene.Plans.ReadAsync(scene.Secretary, scene.PlanId)).Wordings[textId];
}
