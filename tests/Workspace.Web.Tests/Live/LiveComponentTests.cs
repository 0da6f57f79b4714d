using System.Globalization;
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

    /// <summary>An English reader's change must not turn a Czech reader's page English.</summary>
    [Fact]
    public async Task Change_IsShownInTheReadersOwnLanguage_WhateverThatOfWhoMadeIt()
    {
        await using var pages = new BunitContext();
        pages.Services.AddSingleton(live);
        pages.SetRendererInfo(new("Server", isInteractive: true));
        var own = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("cs");
            var page = pages.Render<Reading>();
            page.WaitForAssertion(() => Assert.Equal("cs 1", page.Markup));
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            live.Announce([LiveTopic.Meeting(1)]);
            page.WaitForAssertion(() => Assert.Equal("cs 2", page.Markup), TimeSpan.FromSeconds(20));
        }
        finally
        {
            CultureInfo.CurrentUICulture = own;
        }
    }

    /// <summary>Otherwise two could take the same vote for news, and one that began earlier could end last and show what was before.</summary>
    [Fact]
    public async Task ChangesOfSeveralTopicsAtOnce_AreLoadedOneAfterAnother()
    {
        await using var pages = new BunitContext();
        pages.Services.AddSingleton(live);
        pages.SetRendererInfo(new("Server", isInteractive: true));
        var page = pages.Render<Slow>();
        page.WaitForAssertion(() => Assert.NotEqual(0, page.Instance.Ended), TimeSpan.FromSeconds(20));
        var before = page.Instance.Ended;
        live.Announce(Slow.Watched);
        page.WaitForAssertion(() => Assert.True(page.Instance.Ended >= before + 2), TimeSpan.FromSeconds(20));
        Assert.Equal(1, page.Instance.MostAtOnce);
    }

    /// <summary>Loads so slowly that changes come meanwhile.</summary>
    private sealed class Slow : LiveComponent
    {
        private int running;

        public static IReadOnlyList<LiveTopic> Watched { get; } = [LiveTopic.Meeting(1), LiveTopic.Votes(1), LiveTopic.Voting(1)];

        public int Ended { get; private set; }

        public int MostAtOnce { get; private set; }

        protected override IEnumerable<LiveTopic> Topics() => Watched;

        protected override async Task LoadAsync(CancellationToken cancellationToken)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++running);
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            running--;
            Ended++;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Ended);
    }

    /// <summary>Shows in which language it was loaded.</summary>
    private sealed class Reading : LiveComponent
    {
        private string shown = "";
        private int loads;

        protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Meeting(1)];

        protected override Task LoadAsync(CancellationToken cancellationToken)
        {
            loads++;
            shown = string.Create(CultureInfo.InvariantCulture, $"{CultureInfo.CurrentUICulture.Name} {(loads > 2 ? 2 : loads)}");
            return Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, shown);
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
