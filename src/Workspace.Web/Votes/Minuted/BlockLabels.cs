using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Tasks;
using Workspace.Web.Tasks.Minuted;
using Workspace.Web.Texts.Blocks;

namespace Workspace.Web.Votes.Minuted;

/// <summary>One line for each reference in a text, where the whole record has no room. Rights are the caller's to check.</summary>
public sealed class BlockLabels(IDbContextFactory<WorkspaceDb> factory, MinutedVotes votes, VerdictWording verdicts, MinutedTasks tasks, TaskWording wording, IStringLocalizer<MinutedStrings> strings)
{
    /// <returns>What references in that text say now, in the current language.</returns>
    public async Task<Func<BlockLine, string>> OfTextAsync(long textId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var meetingId = await db.AgendaItems.Where(i => i.TextId == textId).Select(i => (long?)i.MeetingId).SingleOrDefaultAsync(cancellationToken);
        var record = meetingId is { } id ? await votes.FindAsync(id, cancellationToken) : new([]);
        var given = meetingId is { } of ? await tasks.FindAsync(of, cancellationToken) : new([]);
        return block => block.Kind switch
        {
            BlockKind.Attendance => strings["LabelAttendance"],
            BlockKind.Vote when record.Find(block.Id) is { } vote => verdicts.Line(vote.Vote),
            BlockKind.Task when given.Find(block.Id) is { } task => wording.Line(task),
            _ => strings["LabelUnknown"],
        };
    }
}
