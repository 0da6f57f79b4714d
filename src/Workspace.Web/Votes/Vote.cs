using Workspace.Web.Groups;
using Workspace.Web.Live;

namespace Workspace.Web.Votes;

/// <summary>
/// A vote under an agenda item (V1). Its life: prepared, open, closed, announced; annulled with a reason from any of them.
/// It is never deleted, and what it decided cannot be typed over (R14).
/// </summary>
public sealed class Vote : IAnnounced
{
    public const int QuestionLength = 2_000;
    public const int WordingLength = 20_000;

    private readonly List<VoteOption> options = [];

    private Vote()
    {
    }

    public Vote(long groupId, long meetingId, VoteInput input, VoteRule rule, long by, DateTimeOffset at)
    {
        (GroupId, MeetingId) = (groupId, meetingId);
        (PreparedBy, PreparedAt) = (by, at);
        Describe(input, rule);
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public long MeetingId { get; private set; }

    public long AgendaItemId { get; private set; }

    /// <summary>From 1 within the meeting, in the order of opening; null while it is prepared.</summary>
    public int? Number { get; private set; }

    public string Question { get; private set; } = "";

    /// <summary>Full wording of the resolution; null for questions of procedure, which get no number in the register.</summary>
    public string? Wording { get; private set; }

    public VoteKind Kind { get; private set; }

    public VoteWay Way { get; private set; }

    public bool IsSecret { get; private set; }

    /// <summary>Guests vote as well, and nothing follows from it (V12).</summary>
    public bool IsAdvisory { get; private set; }

    /// <summary>Whether the tally is shown while the vote is open.</summary>
    public bool ShowsTally { get; private set; }

    /// <summary>Whether who is elected verifies the minutes (R17).</summary>
    public bool ElectsVerifier { get; private set; }

    /// <summary>Whether it approves the agenda, which comes before every other item (R8).</summary>
    public bool ApprovesAgenda { get; private set; }

    /// <summary>How many options may be chosen and can be elected; 1 but for elections.</summary>
    public int Places { get; private set; } = 1;

    public IReadOnlyList<VoteOption> Options => options;

    public MajorityBasis Basis { get; private set; }

    public Share Threshold { get; private set; } = new(1, 2, true);

    public TieRule Tie { get; private set; }

    /// <summary>The version of the rules of procedure that the basis and threshold come from; null where they were set for this vote.</summary>
    public int? RulesVersion { get; private set; }

    /// <summary>The earlier vote on the same matter (R15).</summary>
    public long? RepeatsId { get; private set; }

    public VoteState State { get; private set; }

    public long PreparedBy { get; private set; }

    public DateTimeOffset PreparedAt { get; private set; }

    public long? OpenedBy { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public long? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Until then closing can be taken back; from then on there is correction and annulment with a reason.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    public long? AnnulledBy { get; private set; }

    public DateTimeOffset? AnnulledAt { get; private set; }

    /// <summary>Null for a vote that was taken back before it was opened.</summary>
    public string? AnnulledReason { get; private set; }

    /// <summary>Seats present when the quorum was stated (R11), and all seats; 0 before the vote was opened.</summary>
    public int PresentAtOpening { get; private set; }

    public int Members { get; private set; }

    /// <summary>Seats present at the closing.</summary>
    public int Present { get; private set; }

    public int For { get; private set; }

    public int Against { get; private set; }

    public int Abstained { get; private set; }

    public int Invalid { get; private set; }

    public int Recused { get; private set; }

    /// <summary>How many of the counts come from silence, which the rules read so per rollam (R18).</summary>
    public int BySilence { get; private set; }

    public bool IsChairFor { get; private set; }

    /// <summary>Why the hands counted are more than the roll had present (R13).</summary>
    public string? CountReason { get; private set; }

    public VoteRule Rule => new(Basis, Threshold, Tie, RulesVersion);

    /// <summary>Whether it was counted; a vote that was annulled after closing still shows its counts.</summary>
    public bool IsCounted => ClosedAt is not null;

    public Tally? Tally => IsCounted ? new(Members, Present, For, Against, Abstained, Recused, Invalid) : null;

    /// <summary>What was decided; null until the vote is closed.</summary>
    public Result? Result => IsCounted ? Result.Of(this) : null;

    /// <summary>Whether what it decided stands: not once it is annulled.</summary>
    public bool IsAdopted => State == VoteState.Closed && Result!.IsAdopted;

    public HandCount Counts => new(For, Against, Abstained, Invalid)
    {
        Options = Kind.IsByOptions() ? options.ToDictionary(o => o.Number, o => o.Votes) : new Dictionary<int, int>(),
        IsChairFor = IsChairFor,
    };

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Votes(MeetingId), LiveTopic.Voting(GroupId)];

    /// <summary>The options that a ballot names.</summary>
    public string LabelsOf(Mark mark) => string.Join(", ", mark.Numbers.Select(n => options.First(o => o.Number == n).Label));

    /// <summary>For a vote that is only prepared.</summary>
    public void Describe(VoteInput input, VoteRule rule)
    {
        AgendaItemId = input.AgendaItemId;
        Question = input.Question.Trim();
        Wording = string.IsNullOrWhiteSpace(input.Wording) ? null : input.Wording.Trim();
        (Kind, Way, IsSecret, IsAdvisory) = (input.Kind, input.Way, input.IsSecret, input.IsAdvisory);
        ShowsTally = input.ShowsTally && !input.IsSecret;
        ElectsVerifier = input.ElectsVerifier && input.Kind == VoteKind.Election;
        ApprovesAgenda = input.ApprovesAgenda && input is { Kind: VoteKind.Motion, IsAdvisory: false };
        Places = input.Kind == VoteKind.Election ? input.Places : 1;
        RepeatsId = input.RepeatsId;
        options.Clear();
        if (input.Kind != VoteKind.Motion)
            options.AddRange(input.Options.Select((o, i) => new VoteOption(i + 1, o.Label, o.PersonId)));
        (Basis, Threshold, Tie, RulesVersion) = (rule.Basis, rule.Threshold with { }, rule.Tie, rule.RulesVersion);
    }

    public void Open(long by, DateTimeOffset at, int number, int present, int members)
    {
        (State, OpenedBy, OpenedAt, Number) = (VoteState.Open, by, at, number);
        (PresentAtOpening, Members) = (present, members);
    }

    /// <summary>Takes an opening back by which nobody has voted.</summary>
    public void TakeBack() => (State, OpenedBy, OpenedAt, Number) = (VoteState.Prepared, null, null, null);

    public void Close(long by, DateTimeOffset at, int members, int present, int recused, int bySilence, HandCount counts)
    {
        (State, ClosedBy, ClosedAt) = (VoteState.Closed, by, at);
        (Members, Present, Recused, BySilence) = (members, present, recused, bySilence);
        CountReason = string.IsNullOrWhiteSpace(counts.Reason) ? null : counts.Reason.Trim();
        Count(counts);
    }

    public void Count(HandCount counts)
    {
        (For, Against, Abstained, Invalid, IsChairFor) = (counts.For, counts.Against, counts.Abstained, counts.Invalid, counts.IsChairFor);
        foreach (var option in options)
            option.Count(counts.Options.GetValueOrDefault(option.Number));
    }

    /// <summary>Takes a closing back, so that the vote goes on.</summary>
    public void Reopen() => (State, ClosedBy, ClosedAt) = (VoteState.Open, null, null);

    public void Announce(DateTimeOffset at) => AnnouncedAt ??= at;

    public void Annul(long by, DateTimeOffset at, string? reason)
    {
        (State, AnnulledBy, AnnulledAt) = (VoteState.Annulled, by, at);
        AnnulledReason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
    }
}
