using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Rounds;

public enum RoundState { Prepared, Open, Closed, Settled }

/// <summary>Rounds for members and for the public are separate (R34).</summary>
public enum RoundAudience { Members, Public }

/// <summary>Who may mark a comment as essential (R31).</summary>
public enum EssentialRight { Everyone, Members }

/// <summary>
/// A round of comments on one frozen version of a plan (C4): prepared, open until an exact moment, closed, settled. A comment
/// that comes after the deadline is taken, marked late and kept apart (R29).
/// </summary>
public sealed class CommentRound : IAnnounced
{
    public const int TitleLength = 300;
    public const int CallLength = 20_000;
    public const int ReasonLength = 2_000;

    private readonly List<RoundInvitee> invitees = [];
    private readonly List<RoundExtension> extensions = [];

    private CommentRound()
    {
    }

    public CommentRound(long planId, long groupId, RoundInput input, long by, DateTimeOffset at)
    {
        (PlanId, GroupId, CreatedBy, CreatedAt) = (planId, groupId, by, at);
        Describe(input);
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    public long GroupId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What those who are asked read first.</summary>
    public string Call { get; private set; } = "";

    public RoundAudience Audience { get; private set; }

    /// <summary>The round for the other audience that is settled with this one; see <see cref="JointRounds"/>.</summary>
    public long? JointWithId { get; private set; }

    /// <summary>The whole membership is asked; else the invitees. Of the public nobody is asked by name.</summary>
    public bool AsksEverybody { get; private set; }

    public EssentialRight EssentialBy { get; private set; }

    public RoundState State { get; private set; }

    /// <summary>When it opens by itself; null where it is opened by hand.</summary>
    public DateTimeOffset? OpensAt { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public long? OpenedBy { get; private set; }

    /// <summary>The first moment that is too late, on a whole minute.</summary>
    public DateTimeOffset ClosesAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who closed it before its time; null where the deadline did.</summary>
    public long? ClosedBy { get; private set; }

    public string? CloseReason { get; private set; }

    /// <summary>When those who had not answered were reminded of the deadline.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public long? SettledBy { get; private set; }

    public long CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public IReadOnlyList<RoundInvitee> Invitees => invitees;

    public IReadOnlyList<RoundExtension> Extensions => extensions;

    /// <summary>From then on a comment is late.</summary>
    public DateTimeOffset Deadline => ClosedAt < ClosesAt ? ClosedAt.Value : ClosesAt;

    /// <summary>Why nobody may comment on it at all; null while comments are taken, late ones too.</summary>
    public Refusal? RefusalToComment => State switch
    {
        RoundState.Prepared => new("RoundNotOpen"),
        RoundState.Settled => new("RoundSettled"),
        _ => null,
    };

    public bool IsPublic => Audience == RoundAudience.Public;

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Round(Id), LiveTopic.Plan(PlanId)];

    /// <summary>For a round that is only prepared.</summary>
    public void Describe(RoundInput input)
    {
        (Title, Call) = (input.Title.Trim(), input.Call.Trim());
        (OpensAt, ClosesAt) = (input.OpensAt is { } opens ? RoundDeadline.ToMinute(opens) : null, RoundDeadline.ToMinute(input.ClosesAt));
        (Audience, JointWithId) = (input.Audience, input.JointWithId);
        (EssentialBy, AsksEverybody) = (input.EssentialBy, !IsPublic && input.Invitees.Count == 0);
        invitees.Clear();
        if (!IsPublic)
            invitees.AddRange(input.Invitees.Distinct().Select(i => new RoundInvitee(i)));
    }

    public void SettleAlone() => JointWithId = null;

    public void Open(long by, DateTimeOffset at) => (State, OpenedBy, OpenedAt, OpensAt) = (RoundState.Open, by, at, null);

    /// <summary>Leaves the opening to a hand.</summary>
    public void ForgetOpening() => OpensAt = null;

    public void Close(DateTimeOffset at, long? by = null, string? reason = null) =>
        (State, ClosedAt, ClosedBy, CloseReason) = (RoundState.Closed, at, by, reason?.Trim());

    /// <summary>Moves the deadline on; a closed round is open again.</summary>
    public void Extend(DateTimeOffset to, string reason, long by, DateTimeOffset at)
    {
        extensions.Add(new(ClosesAt, RoundDeadline.ToMinute(to), reason, by, at));
        ClosesAt = RoundDeadline.ToMinute(to);
        (State, ClosedAt, ClosedBy, CloseReason, RemindedAt) = (RoundState.Open, null, null, null, null);
    }

    public void MarkReminded(DateTimeOffset at) => RemindedAt = at;

    public void Settle(long by, DateTimeOffset at) => (State, SettledBy, SettledAt) = (RoundState.Settled, by, at);

    public bool MayMarkEssential(bool isMember) => !IsPublic && (EssentialBy == EssentialRight.Everyone || isMember);

    /// <summary>Whether what arrived at that moment is late. A round once closed stays so, whatever the clock of a server says.</summary>
    public bool IsLate(DateTimeOffset receivedAt) => receivedAt >= Deadline;
}
