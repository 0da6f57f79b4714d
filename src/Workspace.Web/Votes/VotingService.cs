using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>What somebody is asked to vote on now, wherever they are in the application (V7).</summary>
public sealed class VotingService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, MeetingRooms rooms, VoteRooms votes, TimeProvider time)
{
    /// <summary>The groups in which the person takes part and so may be asked.</summary>
    public async Task<IReadOnlyList<long>> GroupsAsync(long personId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await access.Readable(db, personId, time.Today()).Select(g => g.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The open votes of these groups, with the seats for which the person may vote; without any for who only takes part.</summary>
    /// <param name="personId">Who asks.</param>
    /// <param name="groups">As <see cref="GroupsAsync"/> gave them.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<IReadOnlyList<MyVote>> NowAsync(long personId, IReadOnlyList<long> groups, CancellationToken cancellationToken = default)
    {
        var mine = new List<MyVote>();
        foreach (var group in groups)
        {
            foreach (var meetingId in await votes.MeetingsVotingAsync(group, cancellationToken))
            {
                if (await rooms.FindAsync(meetingId, cancellationToken) is { } room)
                    mine.AddRange(MyVote.Of(room, await votes.FindAsync(meetingId, cancellationToken), personId));
            }
        }
        return mine;
    }

    /// <summary>The votes of a meeting; the caller has been let into its room.</summary>
    public Task<MeetingVotes> OfMeetingAsync(long meetingId, CancellationToken cancellationToken = default) => votes.FindAsync(meetingId, cancellationToken);
}
