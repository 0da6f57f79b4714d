using Bunit;
using Microsoft.AspNetCore.Components;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Rounds.Leading;

/// <summary>Renders components for somebody of a round's world.</summary>
public sealed class LeadPages(RoundWorld world, long person, string culture = "cs") : WorldPages(world.World, person, culture);

internal static class LeadPagesActs
{
    /// <summary>Waits until the component says it; hard blanks count as blanks.</summary>
    public static void WaitForWords<T>(this IRenderedComponent<T> component, string words)
        where T : IComponent =>
        component.WaitForState(() => component.Markup.Replace('\u00a0', ' ').Replace("&#xA0;", " ").Replace("&nbsp;", " ").Contains(words, StringComparison.Ordinal), TimeSpan.FromSeconds(20));

    /// <summary>Finds and presses in one turn of the renderer: a live update in between would leave the button behind.</summary>
    public static Task PressAsync<T>(this IRenderedComponent<T> component, string label)
        where T : IComponent => component.InvokeAsync(() => component.FindAll("button").Single(b => b.TextContent.Trim() == label).ClickAsync(new()));
}
