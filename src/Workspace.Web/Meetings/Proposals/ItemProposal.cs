using Workspace.Web.Live;

namespace Workspace.Web.Meetings.Proposals;

public enum ItemProposalState { Waiting, Accepted, Declined, Withdrawn }

/// <summary>An item that a member proposes for the agenda of a coming meeting; who leads it decides (R6). Kept whatever is decided.</summary>
public sealed class ItemProposal : IAnnounced
{
    public const int ReasonLength = 2_000;

    private ItemProposal()
    {
    }

    public ItemProposal(long meetingId, long by, DateTimeOffset at, AgendaItemDetails details)
    {
        (MeetingId, ProposedBy, ProposedAt) = (meetingId, by, at);
        (Title, Kind, PlannedMinutes) = (details.Title.Trim(), details.Kind, details.PlannedMinutes);
        Presenter = string.IsNullOrWhiteSpace(details.Presenter) ? null : details.Presenter.Trim();
        Background = string.IsNullOrWhiteSpace(details.Background) ? null : details.Background.Trim();
    }

    public long Id { get; private set; }

    public long MeetingId { get; private set; }

    public long ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public string Title { get; private set; } = "";

    public AgendaItemKind Kind { get; private set; }

    public int? PlannedMinutes { get; private set; }

    public string? Presenter { get; private set; }

    public string? Background { get; private set; }

    public ItemProposalState State { get; private set; }

    public long? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; private set; }

    /// <summary>The item of the agenda that it became.</summary>
    public long? AgendaItemId { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Meeting(MeetingId)];

    public AgendaItemDetails Details => new(Title, Kind, PlannedMinutes, Presenter, Background);

    public void Accept(long by, DateTimeOffset at, long itemId)
    {
        Decide(ItemProposalState.Accepted, by, at);
        AgendaItemId = itemId;
    }

    public void Decline(long by, DateTimeOffset at, string reason)
    {
        Decide(ItemProposalState.Declined, by, at);
        Reason = reason.Trim();
    }

    public void Withdraw(long by, DateTimeOffset at) => Decide(ItemProposalState.Withdrawn, by, at);

    private void Decide(ItemProposalState state, long by, DateTimeOffset at) => (State, DecidedBy, DecidedAt) = (state, by, at);
}
