using Microsoft.EntityFrameworkCore;
using Workspace.Web.Groups;
using Workspace.Web.Notifications;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds;

/// <summary>Tells people what happens to a round.</summary>
public sealed class RoundTelling(NotificationService notifications)
{
    private static readonly TimeSpan ReminderBefore = TimeSpan.FromDays(2);

    /// <summary>Two days before the deadline; of a short round, in its middle.</summary>
    public static DateTimeOffset RemindsAt(DateTimeOffset openedAt, DateTimeOffset closesAt)
    {
        var (usual, middle) = (closesAt - ReminderBefore, openedAt + ((closesAt - openedAt) / 2));
        return usual > middle ? usual : middle;
    }

    public async Task TellAskedAsync(RoundChange change, NotificationKind kind, CancellationToken cancellationToken)
    {
        var parties = await PartiesAsync(change, cancellationToken);
        await TellAsync(change, [.. parties.SelectMany(p => p.People)], kind, "", cancellationToken);
    }

    public async Task TellLeadersAsync(RoundChange change, NotificationKind kind, CancellationToken cancellationToken)
    {
        var day = change.Today;
        var leaders = await change.Db.Officers.On(day).Where(o => o.GroupId == change.Round.GroupId)
            .Select(o => o.PersonId).ToListAsync(cancellationToken);
        await TellAsync(change, leaders, kind, "/settlement", cancellationToken);
    }

    /// <summary>Reminds the people of those parties from which nothing at all has come.</summary>
    public async Task RemindAsync(RoundChange change, CancellationToken cancellationToken)
    {
        var (db, id) = (change.Db, change.Round.Id);
        var people = await db.RoundComments.Where(c => c.RoundId == id && c.State == CommentState.Sent && c.AuthorId != null).Select(c => c.AuthorId!.Value)
            .Union(db.NoComments.Where(a => a.RoundId == id).Select(a => a.PersonId))
            .Union(db.CommentSupports.Where(s => s.RoundId == id).Select(s => s.PersonId)).ToListAsync(cancellationToken);
        var organisations = await db.RoundComments.Where(c => c.RoundId == id && c.State == CommentState.Sent && c.OrganisationId != null).Select(c => c.OrganisationId).Distinct().ToListAsync(cancellationToken);
        var silent = (await PartiesAsync(change, cancellationToken))
            .Where(p => !p.People.Any(people.Contains) && !(p.OrganisationId is { } organisation && organisations.Contains(organisation)));
        await TellAsync(change, [.. silent.SelectMany(p => p.People)], NotificationKind.RoundReminder, "", cancellationToken);
    }

    public Task TellAsync(RoundChange change, IReadOnlyCollection<long> people, NotificationKind kind, string page, CancellationToken cancellationToken, string? cause = null) =>
        // Each deadline is a cause of its own.
        notifications.TellAsync(
            change.Db, [.. people.Distinct()], kind, $"{kind}:{change.Round.Id}:{cause ?? $"{change.Round.ClosesAt:yyyyMMddHHmm}"}", $"/rounds/{change.Round.Id}{page}",
            change.Round.Title, RoundDeadline.LastMinute(change.Round.ClosesAt, change.Zone), change.Zone, cancellationToken);

    private static async Task<IReadOnlyList<AskedParty>> PartiesAsync(RoundChange change, CancellationToken cancellationToken)
    {
        await change.LoadInviteesAsync(cancellationToken);
        return await AskedParties.ReadAsync(change.Db, change.Round, change.Today, cancellationToken);
    }
}
