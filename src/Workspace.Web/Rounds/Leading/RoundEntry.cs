using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Rounds.Leading;

/// <summary>A round as its form has it: days and clock times of the group's zone.</summary>
public sealed class RoundEntry
{
    public string Title { get; set; } = "";

    public string Call { get; set; } = "";

    public DateOnly? Day { get; set; }

    /// <summary>Without it the round closes at the end of the day (R29).</summary>
    public TimeOnly? Time { get; set; }

    public bool OpensByItself { get; set; }

    public DateOnly? OpensDay { get; set; }

    public TimeOnly? OpensTime { get; set; }

    public RoundAudience Audience { get; set; }

    /// <summary>The round for the other audience with which this one is settled; of no account once the audience changes.</summary>
    public long? JointWithId { get; set; }

    public EssentialRight EssentialBy { get; set; }

    public bool AsksChosen { get; set; }

    public HashSet<RoundInviteeInput> Invitees { get; init; } = [];

    /// <param name="round">With its invitees.</param>
    /// <param name="zone">The group's.</param>
    public static RoundEntry Of(CommentRound round, string zone)
    {
        var wholeDay = RoundDeadline.WholeDay(round.ClosesAt, zone);
        return new()
        {
            Title = round.Title,
            Call = round.Call,
            Day = wholeDay ?? round.ClosesAt.DayIn(zone),
            Time = wholeDay is null ? ClockOf(round.ClosesAt, zone) : null,
            OpensByItself = round.OpensAt is not null,
            OpensDay = round.OpensAt?.DayIn(zone),
            OpensTime = round.OpensAt is { } opens ? ClockOf(opens, zone) : null,
            Audience = round.Audience,
            JointWithId = round.JointWithId,
            EssentialBy = round.EssentialBy,
            AsksChosen = round.Invitees.Count > 0,
            Invitees = [.. round.Invitees.Select(i => new RoundInviteeInput(i.PersonId, i.OrganisationId))],
        };
    }

    public static DateTimeOffset? DeadlineOf(DateOnly? day, TimeOnly? time, string zone) =>
        day is not { } date ? null : time is { } clock ? date.At(clock, zone) : RoundDeadline.EndOfDay(date, zone);

    /// <summary>Whether the wall clock shows that time twice: in the night when summer time ends.</summary>
    public static bool IsTwice(DateOnly? day, TimeOnly? time, string zone) =>
        day is { } date && time is { } clock && TimeZoneInfo.FindSystemTimeZoneById(zone).IsAmbiguousTime(date.ToDateTime(clock));

    public Outcome<RoundInput> Read(string zone)
    {
        if (DeadlineOf(Day, Time, zone) is not { } closesAt)
            return new Refusal("RoundDeadlineMissing");
        DateTimeOffset? opensAt = OpensByItself && OpensDay is { } day && OpensTime is { } clock ? day.At(clock, zone) : null;
        if (OpensByItself && opensAt is null)
            return new Refusal("RoundOpeningMissing");
        var asksChosen = AsksChosen && Audience == RoundAudience.Members;
        if (asksChosen && Invitees.Count == 0)
            return new Refusal("RoundNobodyChosen");
        return new RoundInput(Title, closesAt)
        {
            Call = Call,
            OpensAt = opensAt,
            Audience = Audience,
            JointWithId = JointWithId,
            EssentialBy = EssentialBy,
            Invitees = asksChosen ? [.. Invitees] : [],
        };
    }

    private static TimeOnly ClockOf(DateTimeOffset moment, string zone) => TimeOnly.FromDateTime(moment.In(zone).DateTime);
}
