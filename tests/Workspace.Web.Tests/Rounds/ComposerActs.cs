using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Tests.Rounds;

/// <summary>What somebody does in the form of a comment.</summary>
internal static class ComposerActs
{
    public static readonly string Nearer = RoundWorld.Counselling.Replace("30", "20", StringComparison.Ordinal);

    public static IElement Field(IRenderedComponent<RoundPage> page, string name) => page.Find($".composer textarea[name={name}]");

    /// <summary>Ends once it is saved, or could not be.</summary>
    public static Task WriteAsync(IRenderedComponent<RoundPage> page, string name, string text) => Field(page, name).InputAsync(new() { Value = text });

    public static Task SendAsync(IRenderedComponent<RoundPage> page) => page.Find(".composer").SubmitAsync();

    public static async Task<List<RoundComment>> DraftsAsync(RoundWorld world)
    {
        await using var db = world.World.Db();
        return await db.RoundComments.AsNoTracking().Where(c => c.State == CommentState.Draft).OrderBy(c => c.Id).ToListAsync();
    }
}
