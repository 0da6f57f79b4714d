using Workspace.Web.Groups;

namespace Workspace.Web.Votes.Register;

/// <summary>Whether a resolution stands: not where its vote was annulled, or corrected to not adopted.</summary>
public enum ResolutionState { Valid, Revoked }

/// <summary>What is looked for; everything that is left out is not asked for.</summary>
/// <param name="Text">Found in number and wording without regard to case and diacritics, each word by itself.</param>
/// <param name="Year">Of the series.</param>
/// <param name="State">Whether it stands.</param>
/// <param name="MeetingId">Where it was decided.</param>
/// <param name="Page">From 1; one behind the last shows the last.</param>
public sealed record ResolutionQuery(string? Text = null, int? Year = null, ResolutionState? State = null, long? MeetingId = null, int Page = 1);

public sealed record ResolutionMeeting(long Id, string NumberText, string Title, DateOnly Day);

/// <param name="Vote">Read only; its id is that of the resolution.</param>
/// <param name="NumberText">As the rules write it, for instance 7/2026.</param>
/// <param name="Day">Of announcing, in the meeting's time zone.</param>
/// <param name="Meeting">Where it was decided.</param>
public sealed record ResolutionRow(Vote Vote, string NumberText, DateOnly Day, ResolutionMeeting Meeting)
{
    public ResolutionState State => Vote.IsAdopted ? ResolutionState.Valid : ResolutionState.Revoked;
}

/// <summary>A page of a group's register, newest first.</summary>
/// <param name="Group">Whose it is.</param>
/// <param name="Rows">At most <see cref="ResolutionService.PageSize"/>.</param>
/// <param name="Found">How many there are on all pages.</param>
/// <param name="Page">Which one it is.</param>
/// <param name="All">How many the register holds.</param>
/// <param name="Years">Of all, newest first.</param>
/// <param name="Meetings">Of all, newest first.</param>
public sealed record ResolutionList(
    GroupName Group, IReadOnlyList<ResolutionRow> Rows, int Found, int Page, int All, IReadOnlyList<int> Years, IReadOnlyList<ResolutionMeeting> Meetings)
{
    public int PageCount => Math.Max(1, (Found + ResolutionService.PageSize - 1) / ResolutionService.PageSize);
}
