using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;

namespace Workspace.Web.Rounds;

/// <summary>What is refused about what is entered of a round, before anything is saved.</summary>
internal static class RoundCheck
{
    private const int LongestDays = 366;
    private const int MostInvitees = 1_000;

    public static async Task<Refusal?> OfAsync(WorkspaceDb db, (long Plan, long Round) of, RoundInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Of(input, now) is { } refusal)
            return refusal;
        if (input.JointWithId is { } joint && !await JointRounds.Candidates(db, of.Plan, of.Round, input.Audience).AnyAsync(r => r.Id == joint, cancellationToken))
            return new("RoundJointInvalid");
        var persons = input.Invitees.Select(i => i.PersonId).OfType<long>().Distinct().ToList();
        var organisations = input.Invitees.Select(i => i.OrganisationId).OfType<long>().Distinct().ToList();
        return input.Invitees.Any(i => i.PersonId is null == i.OrganisationId is null)
            || await db.People.CountAsync(p => persons.Contains(p.Id) && p.IsActive, cancellationToken) < persons.Count
            || await db.Organisations.CountAsync(o => organisations.Contains(o.Id), cancellationToken) < organisations.Count ? new("RoundInviteeUnknown") : null;
    }

    /// <summary>A deadline that may be set now.</summary>
    public static Refusal? OfDeadline(DateTimeOffset closesAt, DateTimeOffset now) =>
        RoundDeadline.ToMinute(closesAt) <= now ? new("RoundDeadlinePassed")
        : closesAt > now.AddDays(LongestDays) ? new("RoundTooLong", LongestDays) : null;

    public static Refusal? OfReason(string? reason) => string.IsNullOrWhiteSpace(reason) ? new("RoundReasonMissing")
        : reason.Trim().Length > CommentRound.ReasonLength ? new("ReasonTooLong", CommentRound.ReasonLength)
        : PlainText.IsStorable(reason) ? null : new("TextNotStorable");

    private static Refusal? Of(RoundInput input, DateTimeOffset now) => string.IsNullOrWhiteSpace(input.Title) ? new("RoundTitleMissing")
        : input.Title.Trim().Length > CommentRound.TitleLength ? new("RoundTitleTooLong", CommentRound.TitleLength)
        : input.Call.Trim().Length > CommentRound.CallLength ? new("RoundCallTooLong", CommentRound.CallLength)
        : !PlainText.IsStorable(input.Title) || !PlainText.IsStorable(input.Call) ? new("TextNotStorable")
        : input.Invitees.Count > MostInvitees ? new("RoundTooManyAsked", MostInvitees)
        : input.OpensAt >= input.ClosesAt || input.OpensAt <= now ? new("RoundOpeningInvalid")
        : !Enum.IsDefined(input.Audience) || !Enum.IsDefined(input.EssentialBy) ? new("RoundRightUnknown")
        : OfDeadline(input.ClosesAt, now);
}
