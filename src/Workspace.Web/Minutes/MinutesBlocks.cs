using System.Globalization;
using Workspace.Web.Attendance;
using Workspace.Web.Exports;
using Workspace.Web.Meetings;
using Workspace.Web.Tasks;
using Workspace.Web.Tasks.Minuted;
using Workspace.Web.Texts.Blocks;
using Workspace.Web.Votes.Minuted;

namespace Workspace.Web.Minutes;

/// <summary>
/// Puts what the record says in place of the references in the texts of a meeting, in the current language. A vote or task that
/// no text holds stands at the end of its item all the same: nothing is lost when its line is deleted, or was never inserted.
/// </summary>
internal sealed class MinutesBlocks(
    MeetingRoom room, VotesOnRecord votes, VoteAccountWording wording, TasksOnRecord tasks, TaskWording taskWording, AttendanceWording attendance)
{
    private readonly HashSet<BlockLine> printed = [];

    /// <param name="texts">The items in their order, each with its text.</param>
    public IEnumerable<string> Fill(IReadOnlyList<(long ItemId, string Markdown)> texts)
    {
        var held = texts.SelectMany(t => BlockLine.In(t.Markdown)).ToHashSet();
        List<(long? ItemId, BlockLine Block)> left =
        [
            .. votes.All.Select(v => ((long?)v.Vote.AgendaItemId, BlockLine.OfVote(v.Id))),
            .. tasks.Due.Select(t => (t.Task.AgendaItemId, BlockLine.OfTask(t.Id))),
        ];
        left.RemoveAll(l => held.Contains(l.Block));
        for (var i = 0; i < texts.Count; i++)
        {
            var (itemId, markdown) = texts[i];
            // What belongs to an item that is no longer on the agenda comes at the very end.
            var here = left.Where(l => l.ItemId == itemId || (i == texts.Count - 1 && texts.All(t => t.ItemId != l.ItemId)));
            var movements = held.Contains(BlockLine.OfAttendance(itemId)) ? [] : new[] { BlockLine.OfAttendance(itemId).ToString() };
            yield return BlockLine.Fill(string.Join('\n', [markdown, .. here.Select(l => l.Block.ToString()), .. movements]), Print);
        }
    }

    /// <summary>References to what this meeting does not have, and repeated ones, print nothing.</summary>
    private string? Print(BlockLine block) => !printed.Add(block) ? null : block.Kind switch
    {
        BlockKind.Vote => votes.Find(block.Id) is { } vote ? VoteMarkdown.Write(wording.Of(vote)) : null,
        BlockKind.Task => tasks.Find(block.Id) is { } task ? TaskMarkdown.Write(task, taskWording) : null,
        BlockKind.Attendance => Movements(block.Id),
        _ => null,
    };

    private string? Movements(long itemId) => attendance.MovementsDuring(room, itemId, CultureInfo.CurrentUICulture) is { Count: > 0 } lines
        ? string.Join("\\\n", lines.Select(line => $"*{MarkdownSource.EscapeFirst(line)}*"))
        : null;
}
