using AngleSharp.Dom;
using Bunit;
using Workspace.Web.Rounds;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Rounds;

/// <summary>The member's page of a round, opened by somebody.</summary>
internal sealed class RoundPages : WorldPages
{
    private readonly long round;

    public RoundPages(RoundWorld world, long person, long round, string culture = "cs")
        : base(world.World, person, culture)
    {
        this.round = round;
        Script = JSInterop.SetupModule("/js/round.js");
        Script.Mode = JSRuntimeMode.Loose;
    }

    public BunitJSModuleInterop Script { get; }

    public IRenderedComponent<RoundPage> Open(string query = "")
    {
        Navigation.NavigateTo($"/rounds/{round}{query}");
        var page = Render<RoundPage>(p => p.Add(x => x.RoundId, round));
        page.WaitForState(() => page.Nodes.Length > 0, Patience);
        return page;
    }

    /// <summary>What the reader has selected in the wording when a comment is begun.</summary>
    public void Selects(int from, int to) => Script.Setup<int[]?>("selected", _ => true).SetResult([from, to]);

    /// <summary>The first button of these words; of one that changes them with a selection, the words without.</summary>
    public static IElement Button(IRenderedComponent<RoundPage> page, string words) =>
        page.FindAll("button").FirstOrDefault(b => b.TextContent.Trim() == words || b.QuerySelector(".of-item")?.TextContent == words)!;
}
