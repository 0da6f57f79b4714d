using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Votes;

/// <summary>Renders components for somebody of the voting scene.</summary>
public sealed class VotePages(VoteScene scene, long person, string culture = "cs") : WorldPages(scene.World, person, culture);
