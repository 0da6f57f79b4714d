using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Rounds.Leading;
using Workspace.Web.Rounds.Settling;

namespace Workspace.Web.Rounds.Exports;

/// <summary>
/// The settlement table: for who manages the group at any time, for whoever reads its matters once the round is settled. A round
/// that is settled jointly with another stands in one table with it, where the reader may have both (R34).
/// </summary>
public sealed class SettlementTableService(
    RoundService rounds, SettlementWording wording, IStringLocalizer<RoundExportStrings> strings, IStringLocalizer<RoundStrings> words, IStringLocalizer<LeadingStrings> deadlines, TimeProvider time)
{
    public async Task<Outcome<SettlementTable>> ReadAsync(long by, long roundId, CancellationToken cancellationToken = default)
    {
        var own = await rounds.ReadAsync(by, roundId, cancellationToken);
        if ((own.Refusal ?? RefusalTo(own.Value!)) is { } refusal)
            return refusal;
        var joint = await rounds.JointAsync(by, roundId, cancellationToken);
        return joint is null || RefusalTo(joint) is not null ? Of([own.Value!]) : Of([.. new[] { own.Value!, joint }.OrderBy(v => v.Round.IsPublic)]);
    }

    private static Refusal? RefusalTo(RoundView view) =>
        view.Round.State == RoundState.Prepared ? new("RoundNotOpen")
        : view.Standing.CanManage || view.Round.State == RoundState.Settled ? null
        : Refusal.NotAllowed;

    /// <param name="views">A round, or the members' and the public's.</param>
    private SettlementTable Of(IReadOnlyList<RoundView> views)
    {
        var (info, isJoint) = (views[0].Info, views.Count > 1);
        var today = time.GetUtcNow().DayIn(info.TimeZone);
        List<SettlementTablePart> parts = [];
        foreach (var view in views)
        {
            foreach (var late in Comments(view).GroupBy(c => c.Comment.Comment.IsLate).OrderBy(g => g.Key))
            {
                var before = parts.Sum(p => p.Rows.Count);
                parts.Add(new(
                    (isJoint, late.Key) switch
                    {
                        (true, true) => strings[$"LatePart_{view.Round.Audience}"],
                        (true, false) => strings[$"Part_{view.Round.Audience}"],
                        (false, true) => strings["LatePart"],
                        _ => "",
                    },
                    [.. late.Select((c, at) => wording.Row(before + at + 1, c.Comment, c.Item, info.TimeZone))]));
            }
        }
        return new(
            CultureInfo.CurrentUICulture,
            $"{strings["FileName"]}-{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            [
                strings["Title", isJoint ? info.PlanName : info.Round.Title],
                isJoint ? info.GroupName : $"{info.PlanName} · {info.GroupName}",
                .. views.Select(v => isJoint ? $"{v.Round.Title}. {Deadline(v.Round, info.TimeZone)}" : Deadline(v.Round, info.TimeZone)),
                strings["AsOf", today.Shown(), Counts([.. views.SelectMany(Comments).Select(c => c.Comment)])],
            ],
            [strings["Column_Number"], strings["Column_Institution"], strings["Column_Chapter"], strings["Column_Comment"], strings["Column_Response"], strings["Column_Outcome"]],
            parts);
    }

    private static IEnumerable<(RoomComment Comment, RoundItem? Item)> Comments(RoundView view) => view.CommentsOf(null).Select(c => (c, (RoundItem?)null))
        .Concat(view.Items.SelectMany(item => view.CommentsOf(item.Id).Select(c => (c, (RoundItem?)item))));

    private string Deadline(CommentRound round, string zone)
    {
        string line = strings["Deadline", deadlines.Until(round.ClosesAt, zone)];
        return round.CloseReason is null ? line : $"{line} {strings["ClosedEarly", deadlines.Moment(round.ClosedAt!.Value, zone)]}";
    }

    private string Counts(IReadOnlyList<RoomComment> comments)
    {
        if (comments.Count == 0)
            return strings["NoComments"];
        var (late, disputes, unsettled) = (comments.Count(c => c.Comment.IsLate), comments.Count(c => c.IsDispute), comments.Count(c => c.Settlement is null));
        IEnumerable<string> counts =
        [
            strings.Count("Comments", comments.Count),
            .. Enum.GetValues<SettlementOutcome>().Select(outcome => (Outcome: outcome, Count: comments.Count(c => c.Settlement?.Outcome == outcome)))
                .Where(c => c.Count > 0).Select(c => $"{words[$"Outcome_{c.Outcome}"]} {c.Count}"),
            .. unsettled > 0 ? [$"{strings["Unsettled"]} {unsettled}"] : Array.Empty<string>(),
            .. disputes > 0 ? [strings.Count("Disputes", disputes)] : Array.Empty<string>(),
            .. late > 0 ? [strings.Count("Late", late)] : Array.Empty<string>(),
        ];
        return PrintableText.CleanLine(string.Join(", ", counts));
    }
}
