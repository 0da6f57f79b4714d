using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Rounds.Leading;
using Workspace.Web.Rounds.Settling;

namespace Workspace.Web.Rounds.Exports;

/// <summary>The settlement table: for who manages the group at any time, for whoever reads its matters once the round is settled.</summary>
public sealed class SettlementTableService(
    RoundService rounds, SettlementWording wording, IStringLocalizer<RoundExportStrings> strings, IStringLocalizer<RoundStrings> words, IStringLocalizer<LeadingStrings> deadlines, TimeProvider time)
{
    public async Task<Outcome<SettlementTable>> ReadAsync(long by, long roundId, CancellationToken cancellationToken = default)
    {
        var read = await rounds.ReadAsync(by, roundId, cancellationToken);
        if (read.Value is not { } view)
            return read.Refusal!;
        if (view.Round.State == RoundState.Prepared)
            return new Refusal("RoundNotOpen");
        return view.Standing.CanManage || view.Round.State == RoundState.Settled ? Of(view) : Refusal.NotAllowed;
    }

    private SettlementTable Of(RoundView view)
    {
        var zone = view.Info.TimeZone;
        var today = time.GetUtcNow().DayIn(zone);
        var comments = view.CommentsOf(null).Select(c => (Comment: c, Item: (RoundItem?)null))
            .Concat(view.Items.SelectMany(item => view.CommentsOf(item.Id).Select(c => (Comment: c, Item: (RoundItem?)item)))).ToLookup(c => c.Comment.Comment.IsLate);
        var number = 0;
        List<SettlementTablePart> parts = [];
        foreach (var isLate in new[] { false, true })
        {
            if (comments[isLate].Any())
                parts.Add(new(isLate ? strings["LatePart"] : "", [.. comments[isLate].Select(c => wording.Row(++number, c.Comment, c.Item, zone))]));
        }
        return new(
            CultureInfo.CurrentUICulture,
            $"{strings["FileName"]}-{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            [strings["Title", view.Round.Title], $"{view.Info.PlanName} · {view.Info.GroupName}", Deadline(view.Round, zone), strings["AsOf", today.Shown(), Counts([.. comments.SelectMany(c => c.Select(one => one.Comment))])]],
            [strings["Column_Number"], strings["Column_Institution"], strings["Column_Chapter"], strings["Column_Comment"], strings["Column_Response"], strings["Column_Outcome"]],
            parts);
    }

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
