using Bunit;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workspace.Web.Live;

namespace Workspace.Web.Tests.Live;

public sealed class LiveComponentTests
{
    private readonly LiveUpdates live = new(TimeProvider.System, NullLogger<LiveUpdates>.Instance);

    [Fact]
    public async Task TopicKnownOnlyAfterTheLoad_IsWatchedToo()
    {
        await using var pages = new BunitContext();
        pages.Services.AddSingleton(live);
        pages.SetRendererInfo(new("Server", isInteractive: true));
        var page = pages.Render<Watching>();
        page.WaitForAssertion(() => Assert.Equal("2", page.Markup));
        live.Announce([LiveTopic.Group(7)]);
        page.WaitForAssertion(() => Assert.Equal("3", page.Markup), TimeSpan.FromSeconds(20));
        live.Announce([LiveTopic.Group(8)]);
        live.Announce([LiveTopic.Meeting(1)]);
        page.WaitForAssertion(() => Assert.Equal("4", page.Markup), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task StaticRendering_LoadsOnce()
    {
        await using var pages = new BunitContext();
        pages.Services.AddSingleton(live);
        pages.SetRendererInfo(new("Static", isInteractive: false));
        var page = pages.Render<Watching>();
        page.WaitForAssertion(() => Assert.Equal("1", page.Markup));
    }

    /// <summary>Learns by its first load to which group its meeting belongs; shows how often it has loaded.</summary>
    private sealed class Watching : LiveComponent
    {
        private int loads;

        protected override IEnumerable<LiveTopic> Topics() => loads == 0 ? [LiveTopic.Meeting(1)] : [LiveTopic.Meeting(1), LiveTopic.Group(7)];

        protected override Task LoadAsync(CancellationToken cancellationToken)
        {
            loads++;
            return Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, loads);
    }
}
