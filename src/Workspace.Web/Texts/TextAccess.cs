using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Texts;

/// <summary>What a person may do with a text now. <see cref="Exists"/> is false also where they may not know of it.</summary>
public sealed record TextRights(bool Exists, bool CanRead, bool CanEdit, bool IsLocked, IReadOnlyList<LiveTopic> DependsOn)
{
    /// <summary>Guests comment only where the rules of procedure allow it.</summary>
    public bool CanComment { get; init; }

    /// <summary>Guests discuss, but do not propose (R1).</summary>
    public bool CanSuggest { get; init; }

    /// <summary>Why a change is refused; null where it is welcome.</summary>
    public string? Refusal => !Exists ? TextRefusals.Gone
        : !CanRead ? TextRefusals.NotAllowed
        : IsLocked ? TextRefusals.Locked
        : CanEdit ? null : TextRefusals.NotAllowed;
}

/// <summary>
/// Rights to texts, which follow from what they belong to. Asked at every change, hence kept for a few seconds and
/// dropped in the moment in which anything they depend on is announced; a lock is checked again inside each commit.
/// </summary>
public sealed class TextAccess
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);
    private readonly IDbContextFactory<WorkspaceDb> factory;
    private readonly GroupAccess groups;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<(long TextId, long PersonId), (TextRights Rights, DateTimeOffset Until)> kept = new();
    private long generation;

    public TextAccess(IDbContextFactory<WorkspaceDb> factory, GroupAccess groups, TimeProvider time, LiveUpdates live)
    {
        this.factory = factory;
        this.groups = groups;
        this.time = time;
        live.Announced += Forget;
        live.MissedSome += ForgetAll;
    }

    public async ValueTask<TextRights> FindAsync(long textId, long personId, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (kept.TryGetValue((textId, personId), out var entry) && now < entry.Until)
            return entry.Rights;
        var before = Interlocked.Read(ref generation);
        var rights = await ReadAsync(textId, personId, cancellationToken);
        // What was announced while reading may not be in what was read.
        if (before == Interlocked.Read(ref generation))
            kept[(textId, personId)] = (rights, now + Lifetime);
        return rights;
    }

    public void ForgetExpired()
    {
        var now = time.GetUtcNow();
        foreach (var entry in kept.Where(entry => entry.Value.Until <= now))
            kept.TryRemove(entry);
    }

    private async Task<TextRights> ReadAsync(long textId, long personId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await OwnerAsync(db, textId, cancellationToken) is not { } owner)
            return new(false, false, false, false, []);
        var today = time.GetUtcNow().DayIn(owner.TimeZone);
        var standing = await groups.FindAsync(db, owner.GroupId, personId, today, cancellationToken);
        var isOnlyGuest = standing is { IsOnlyGuest: true, IsAdministrator: false };
        var canComment = standing.CanRead
            && (!isOnlyGuest || (await RulesService.RulesOn(db, owner.GroupId, today, cancellationToken))?.Values.MayGuestsComment == true);
        LiveTopic[] topics = [LiveTopic.Text(textId), owner.Topic, LiveTopic.Group(owner.GroupId), LiveTopic.Person(personId)];
        return new(standing.CanRead, standing.CanRead, owner.CanWrite(standing), owner.IsLocked, topics)
        {
            CanComment = canComment,
            CanSuggest = canComment && !isOnlyGuest,
        };
    }

    private static async Task<Owner?> OwnerAsync(WorkspaceDb db, long textId, CancellationToken cancellationToken)
    {
        var meeting = await db.AgendaItems.Where(i => i.TextId == textId)
            .Select(i => new { i.MeetingId, i.Meeting.GroupId, i.Meeting.State, i.Meeting.TimeZone, i.Text.LockedAt }).SingleOrDefaultAsync(cancellationToken);
        if (meeting is not null)
            return new(LiveTopic.Meeting(meeting.MeetingId), meeting.GroupId, meeting.TimeZone, meeting.LockedAt is not null, standing => standing.CanWriteMinutes(meeting.State));
        var plan = await db.PlanItems.Where(i => i.TextId == textId)
            .Join(db.Plans, i => i.PlanId, p => p.Id, (i, p) => new { p.Id, p.GroupId, IsLocked = i.Text.LockedAt != null || p.ApprovedVoteId != null || i.IsRemoved })
            .Join(db.Groups, p => p.GroupId, g => g.Id, (p, g) => new { p.Id, p.GroupId, p.IsLocked, g.TimeZone }).SingleOrDefaultAsync(cancellationToken);
        return plan is null ? null : new(LiveTopic.Plan(plan.Id), plan.GroupId, plan.TimeZone, plan.IsLocked, standing => standing.CanWritePlans);
    }

    /// <summary>What a text belongs to, as far as rights follow from it.</summary>
    private sealed record Owner(LiveTopic Topic, long GroupId, string TimeZone, bool IsLocked, Func<GroupStanding, bool> CanWrite);

    private void Forget(LiveTopic topic)
    {
        if (topic.Kind is RevisionLog.TopicKind or TextComment.TopicKind)
            return;
        Interlocked.Increment(ref generation);
        foreach (var (key, entry) in kept)
        {
            if (entry.Rights.DependsOn.Contains(topic))
                kept.TryRemove(key, out _);
        }
    }

    private void ForgetAll()
    {
        Interlocked.Increment(ref generation);
        kept.Clear();
    }
}
