using Bunit;
using Microsoft.AspNetCore.Components;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Meetings;

/// <summary>Renders components for a person of a meeting world.</summary>
public sealed class MeetingPages(MeetingWorld world, Person person, string culture = "cs") : WorldPages(world.World, person.Id, culture, person.Name)
{
    /// <summary>The address at which what is rendered next stands, for instance with a query.</summary>
    public void Address(string address) => Navigation.NavigateTo(address);
}

public static class MeetingPagesActs
{
    /// <summary>Finds and acts in one turn of the renderer: a live update in between would leave the element behind.</summary>
    public static Task ActAsync<T>(this IRenderedComponent<T> component, Func<IRenderedComponent<T>, Task> act)
        where T : IComponent => component.InvokeAsync(() => act(component));
}
