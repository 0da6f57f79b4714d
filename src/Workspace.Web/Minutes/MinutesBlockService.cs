using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Texts;
using Workspace.Web.Texts.Blocks;
using Workspace.Web.Votes;

namespace Workspace.Web.Minutes;

/// <summary>Puts the lines that stand for votes, tasks, arrivals and departures at the end of their items' texts (V13, T7), by the way that all changes of texts go.</summary>
public sealed class MinutesBlockService(IDbContextFactory<WorkspaceDb> factory, TextSessions sessions, TextAccess access, MeetingRooms rooms, ILogger<MinutesBlockService> log)
{
    /// <summary>
    /// Once a vote is closed: however often and on whatever server that happens, the line comes into the text once, since a
    /// text takes each change of a client only once. Where it cannot, the minutes show the vote at the end of its item.
    /// </summary>
    public Task InsertClosedAsync(long by, long voteId) => InsertOnceAsync(by, BlockLine.OfVote(voteId));

    /// <summary>Once the meeting has left an item during which somebody came or left.</summary>
    public async Task InsertMovementsAsync(long by, long meetingId, long itemId)
    {
        if (await rooms.FindAsync(meetingId) is { } room && room.Movements.Any(m => m.Movement.ItemId == itemId))
            await InsertOnceAsync(by, BlockLine.OfAttendance(itemId));
    }

    /// <summary>Once a task is given under an agenda item (K1).</summary>
    public Task InsertTaskAsync(long by, long taskId) => InsertOnceAsync(by, BlockLine.OfTask(taskId));

    /// <summary>Puts a line back that no text of the meeting holds.</summary>
    public async Task<Outcome> InsertAsync(long by, BlockLine block, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(block, cancellationToken) is not { } place)
            return Refusal.NotFound;
        var rights = await access.FindAsync(place.TextId, by, cancellationToken);
        if (!rights.CanRead)
            return Refusal.NotFound;
        if (rights.Refusal is { } refused)
            return RefusalOf(refused);
        if (!place.HasEnded)
            return new Refusal("VoteNotClosed");
        if (await IsInTextsAsync(place, cancellationToken))
            return Outcome.Done;
        var answer = await AppendAsync(by, place, Guid.NewGuid().ToString("N"));
        return answer.Refused is { } code ? RefusalOf(code) : Outcome.Done;
    }

    private async Task InsertOnceAsync(long by, BlockLine block)
    {
        try
        {
            if (await FindAsync(block, CancellationToken.None) is not { } place)
                return;
            var answer = await AppendAsync(by, place, string.Create(CultureInfo.InvariantCulture, $"{block.KindName}{block.Id}"));
            if (answer.Refused is { } code and not TextRefusals.Forged)
                log.LogWarning("{Block} was not inserted into text {TextId}: {Reason}", block, place.TextId, code);
        }
        catch (Exception fault)
        {
            // What it stands for is committed, whatever becomes of its line.
            log.LogError(fault, "{Block} could not be inserted into its text", block);
        }
    }

    private async Task<Submitted> AppendAsync(long by, Place place, string clientId)
    {
        if (await sessions.OpenAsync(place.TextId) is not { } session || await session.ReadAsync(null) is not { Text: { } text, Version: var version })
            return Submitted.Refuse(TextRefusals.Gone);
        // The line ends come along, so that what somebody types there at the same moment stays on lines of its own.
        var before = text.Length == 0 || text.EndsWith('\n') ? "\n" : "\n\n";
        var change = ChangeSet.Replace(text.Length, text.Length, text.Length, $"{before}{place.Block}\n");
        return await sessions.SubmitAsync(place.TextId, new(by, clientId, 1, version, [change]));
    }

    private async Task<Place?> FindAsync(BlockLine block, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (block.Kind == BlockKind.Attendance)
            return await db.AgendaItems.Where(i => i.Id == block.Id).Select(i => new Place(block, i.MeetingId, i.TextId, true)).SingleOrDefaultAsync(cancellationToken);
        if (block.Kind == BlockKind.Task)
        {
            return await db.Tasks.Where(t => t.Id == block.Id)
                .Join(db.AgendaItems, t => t.AgendaItemId, i => i.Id, (t, i) => new Place(block, i.MeetingId, i.TextId, true)).SingleOrDefaultAsync(cancellationToken);
        }
        var voteId = block.Id;
        return await db.Votes.Where(v => v.Id == voteId && v.Number != null)
            .Join(db.AgendaItems, v => v.AgendaItemId, i => i.Id, (v, i) => new Place(block, v.MeetingId, i.TextId, v.State == VoteState.Closed || v.State == VoteState.Annulled))
            .SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<bool> IsInTextsAsync(Place place, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var texts = await db.AgendaItems.Where(i => i.MeetingId == place.MeetingId && i.State != AgendaItemState.Removed).Select(i => i.TextId).ToListAsync(cancellationToken);
        foreach (var textId in texts)
        {
            if (await RevisionLog.LoadAsync(db, textId, cancellationToken) is { } text && BlockLine.In(text.Document.ToString()).Contains(place.Block))
                return true;
        }
        return false;
    }

    private static Refusal RefusalOf(string code) => code switch
    {
        TextRefusals.Locked => new("TextLocked"),
        TextRefusals.NotAllowed => Refusal.NotAllowed,
        TextRefusals.TooLarge => new("TextFull"),
        TextRefusals.Gone => Refusal.NotFound,
        _ => Refusal.Conflict,
    };

    private sealed record Place(BlockLine Block, long MeetingId, long TextId, bool HasEnded);
}
