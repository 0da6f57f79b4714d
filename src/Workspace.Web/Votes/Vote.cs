using Workspace.Web.Groups;
using Workspace.Web.Live;

namespace Workspace.Web.Votes;

public enum VoteState { Prepared, Open, Closed }

/// <summary>A vote on a question under an agenda item (V1). It is never deleted, and what it decided cannot be typed over (R14).</summary>
public sealed class Vote : IAnnounced
{
    public const int QuestionLength = 2_000;

    private Vote()
    {
    }

    public Vote(long meetingId, long agendaItemId, int number, string question, VoteRule rule, long by, DateTimeOffset at)
    {
        MeetingId = meetingId;
        AgendaItemId = agendaItemId;
        Number = number;
        Question = question.Trim();
        Basis = rule.Basis;
        Threshold = rule.Threshold with { };
        RulesVersion = rule.RulesVersion;
        PreparedBy = by;
        PreparedAt = at;
    }

    public long Id { get; private set; }

    public long MeetingId { get; private set; }

    public long AgendaItemId { get; private set; }

    /// <summary>From 1 within the meeting, in the order of preparing.</summary>
    public int Number { get; private set; }

    public string Question { get; private set; } = "";

    public MajorityBasis Basis { get; private set; }

    public Share Threshold { get; private set; } = new(1, 2, true);

    /// <summary>The version of the rules of procedure that the basis and threshold come from; null where they were set for this vote.</summary>
    public int? RulesVersion { get; private set; }

    public VoteState State { get; private set; }

    public long PreparedBy { get; private set; }

    public DateTimeOffset PreparedAt { get; private set; }

    public long? OpenedBy { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public long? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Seats present when the quorum was stated (R11), and all seats; 0 before the vote was opened.</summary>
    public int PresentAtOpening { get; private set; }

    public int Members { get; private set; }

    /// <summary>Seats present at the closing.</summary>
    public int Present { get; private set; }

    public int For { get; private set; }

    public int Against { get; private set; }

    public int Abstained { get; private set; }

    public VoteRule Rule => new(Basis, Threshold, TieRule.Falls, RulesVersion);

    /// <summary>What was counted; null until the vote is closed.</summary>
    public Tally? Tally => State == VoteState.Closed ? new(Members, Present, For, Against, Abstained) : null;

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Meeting(MeetingId)];

    public void Open(long by, DateTimeOffset at, Quorum quorum)
    {
        (State, OpenedBy, OpenedAt) = (VoteState.Open, by, at);
        (PresentAtOpening, Members) = (quorum.Present, quorum.Members);
    }

    public void Close(long by, DateTimeOffset at, Tally tally)
    {
        (State, ClosedBy, ClosedAt) = (VoteState.Closed, by, at);
        (Members, Present, For, Against, Abstained) = (tally.Members, tally.Present, tally.For, tally.Against, tally.Abstained);
    }
}
