using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Texts;
using Workspace.Web.Texts.Blocks;

namespace Workspace.Web.Votes.Minuted;

/// <summary>Puts the line that stands for a vote at the end of its item's text (V13), by the way that all changes of texts go.</summary>
public sealed class VoteBlockService(IDbContextFactory<WorkspaceDb> factory, TextSessions sessions, TextAccess access, ILogger<VoteBlockService> log)
{
    /// <summary>
    /// Once a vote is closed: however often and on whatever server that happens, the line comes into the text once, since a
    /// text takes each change of a client only once. Where it cannot, the minutes show the vote at the end of its item.
    /// </summary>
    public async Task InsertClosedAsync(long by, long voteId)
    {
        try
        {
            if (await FindAsync(voteId, CancellationToken.None) is not { } place)
                return;
            var answer = await AppendAsync(by, place, string.Create(CultureInfo.InvariantCulture, $"vote{voteId}"));
            if (answer.Refused is { } code and not TextRefusals.Forged)
                log.LogWarning("Vote {VoteId} was not inserted into text {TextId}: {Reason}", voteId, place.TextId, code);
        }
        catch (Exception fault)
        {
            // The vote is closed and that is committed, whatever becomes of its line.
            log.LogError(fault, "Vote {VoteId} could not be inserted into its text", voteId);
        }
    }

    /// <summary>Puts the line of an ended vote back that no text of the meeting holds.</summary>
    public async Task<Outcome> InsertAsync(long by, long voteId, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(voteId, cancellationToken) is not { } place)
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

    private async Task<Submitted> AppendAsync(long by, Place place, string clientId)
    {
        if (await sessions.OpenAsync(place.TextId) is not { } session || await session.ReadAsync(null) is not { Text: { } text, Version: var version })
            return Submitted.Refuse(TextRefusals.Gone);
        // The line ends come along, so that what somebody types there at the same moment stays on lines of its own.
        var before = text.Length == 0 || text.EndsWith('\n') ? "\n" : "\n\n";
        var change = ChangeSet.Replace(text.Length, text.Length, text.Length, $"{before}{place.Block}\n");
        return await sessions.SubmitAsync(place.TextId, new(by, clientId, 1, version, [change]));
    }

    private async Task<Place?> FindAsync(long voteId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Votes.Where(v => v.Id == voteId && v.Number != null)
            .Join(db.AgendaItems, v => v.AgendaItemId, i => i.Id, (v, i) => new Place(v.Id, v.MeetingId, i.TextId, v.State == VoteState.Closed || v.State == VoteState.Annulled))
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

    private sealed record Place(long VoteId, long MeetingId, long TextId, bool HasEnded)
    {
        public BlockLine Block => BlockLine.OfVote(VoteId);
    }
}
