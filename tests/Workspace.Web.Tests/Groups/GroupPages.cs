using Bunit;
using Microsoft.AspNetCore.Components;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

/// <summary>Renders pages and panels for somebody of a real group.</summary>
public sealed class GroupPages(GroupScene scene, long person, string culture = "cs") : WorldPages(scene.World, person, culture);

public static class GroupPagesWaits
{
    /// <summary>Waits until the markup holds the text; long enough for a busy machine.</summary>
    public static void WaitForText<T>(this IRenderedComponent<T> component, string text)
        where T : IComponent => component.WaitForState(() => component.Markup.Contains(text, StringComparison.Ordinal), TimeSpan.FromSeconds(20));

    public static void WaitForNoText<T>(this IRenderedComponent<T> component, string text)
        where T : IComponent => component.WaitForState(() => !component.Markup.Contains(text, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
}
