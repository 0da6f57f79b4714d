using System.Globalization;

namespace Workspace.Web.Votes;

/// <summary>What was recorded before a correction and what after it, with the reason (V9). The vote bears the corrected counts.</summary>
public sealed class VoteCorrection
{
    public const int ReasonLength = 500;

    private VoteCorrection()
    {
    }

    public VoteCorrection(long voteId, long by, DateTimeOffset at, string reason, string before, string after, string? changes)
    {
        (VoteId, By, At, Reason) = (voteId, by, at, reason.Trim());
        (Before, After, Changes) = (before, after, changes);
    }

    public long Id { get; private set; }

    public long VoteId { get; private set; }

    public long By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Counts as <see cref="HandCount.ToString"/> writes them.</summary>
    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    /// <summary>Ballots changed, where they were given by name: seat, choice before and after, as <c>12:For>Against;</c>.</summary>
    public string? Changes { get; private set; }

    /// <summary>Reads what <see cref="Changes"/> holds.</summary>
    public static IEnumerable<(long SeatId, string Before, string After)> Read(string? changes) =>
        from change in (changes ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        let parts = change.Split(':', '>')
        select (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2]);
}
