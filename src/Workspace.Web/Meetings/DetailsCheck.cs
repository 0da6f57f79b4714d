using Workspace.Web.Data;

namespace Workspace.Web.Meetings;

/// <summary>What is refused about the details of a meeting or an agenda item, before anything is saved.</summary>
public static class DetailsCheck
{
    private const int TitleLimit = 300, PlaceLimit = 300, LinkLimit = 2000;
    private static readonly TimeSpan LongestMeeting = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestPerRollam = TimeSpan.FromDays(90);

    public static Refusal? Of(MeetingDetails details)
    {
        if (!new[] { details.Title, details.Place, details.OnlineLink }.All(PlainText.IsStorable))
            return new("TextNotStorable");
        if (string.IsNullOrWhiteSpace(details.Title))
            return new("MeetingTitleMissing");
        if (details.Title.Trim().Length > TitleLimit)
            return new("MeetingTitleTooLong", TitleLimit);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(details.TimeZone, out _))
            return new("MeetingZoneUnknown", details.TimeZone);
        if (details.EndsAt <= details.StartsAt)
            return new("MeetingEndsBeforeStart");
        if (details.Form == MeetingForm.PerRollam && details.EndsAt - details.StartsAt > LongestPerRollam)
            return new("MeetingPerRollamTooLong", LongestPerRollam.Days);
        if (details.Form != MeetingForm.PerRollam && details.EndsAt - details.StartsAt > LongestMeeting)
            return new("MeetingTooLong");
        if (details.Place?.Trim().Length > PlaceLimit)
            return new("MeetingPlaceTooLong", PlaceLimit);
        return string.IsNullOrWhiteSpace(details.OnlineLink) || IsWebAddress(details.OnlineLink.Trim()) ? null : new("MeetingLinkInvalid");
    }

    public static Refusal? Of(AgendaItemDetails details)
    {
        if (!new[] { details.Title, details.Presenter, details.Background }.All(PlainText.IsStorable))
            return new("TextNotStorable");
        if (string.IsNullOrWhiteSpace(details.Title))
            return new("AgendaTitleMissing");
        if (details.Title.Trim().Length > AgendaRules.TitleLimit)
            return new("AgendaTitleTooLong", AgendaRules.TitleLimit);
        if (details.PlannedMinutes is < 1 or > AgendaRules.LongestMinutes)
            return new("AgendaMinutesInvalid", AgendaRules.LongestMinutes);
        if (details.Presenter?.Trim().Length > AgendaRules.PresenterLimit)
            return new("AgendaPresenterTooLong", AgendaRules.PresenterLimit);
        return details.Background?.Trim().Length > AgendaRules.BackgroundLimit ? new("AgendaBackgroundTooLong", AgendaRules.BackgroundLimit) : null;
    }

    private static bool IsWebAddress(string link) =>
        link.Length <= LinkLimit && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;
}
