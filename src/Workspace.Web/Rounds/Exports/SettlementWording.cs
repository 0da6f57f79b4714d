using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Rounds.Leading;

namespace Workspace.Web.Rounds.Exports;

/// <summary>What stands in the settlement table of one comment.</summary>
public sealed class SettlementWording(IStringLocalizer<RoundExportStrings> strings, IStringLocalizer<RoundStrings> words, IStringLocalizer<LeadingStrings> deadlines)
{
    /// <param name="number">In the table.</param>
    /// <param name="comment">As the reader sees it.</param>
    /// <param name="item">Null for the whole document.</param>
    /// <param name="zone">The group's.</param>
    public SettlementTableRow Row(int number, RoomComment comment, RoundItem? item, string zone) => new(number,
    [
        [.. Institution(comment)],
        [.. Chapter(item)],
        [.. Comment(comment, zone)],
        [.. Response(comment, zone)],
        [.. Outcome(comment)],
    ]);

    private IEnumerable<TableLine> Institution(RoomComment comment)
    {
        var of = comment.Comment;
        if (of.OrganisationName.Length > 0)
            yield return new(null, of.OrganisationName);
        if (of.AuthorName.Length > 0)
            yield return new(null, of.AuthorName);
        if (comment.Supporters.Count > 0)
            yield return new(null, words["TogetherWith", string.Join(", ", comment.Supporters.Select(p => p.Name))]);
        if (comment.EnteredBy is { } by)
            yield return new(null, words["EnteredBy", by]);
    }

    private IEnumerable<TableLine> Chapter(RoundItem? item)
    {
        if (item is null)
        {
            yield return new(null, words["WholeDocument"]);
            yield break;
        }
        if (item.Citation.Length > 0)
            yield return new(null, item.Citation);
        if (item.AreaTitle.Length > 0)
            yield return new(null, item.AreaTitle);
    }

    private IEnumerable<TableLine> Comment(RoomComment comment, string zone)
    {
        var of = comment.Comment;
        yield return new(null, of.IsLate ? strings[$"KindLate_{of.Kind}", deadlines.Moment(of.ReceivedAt!.Value, zone)] : strings[$"Kind_{of.Kind}"]);
        if (of.Quotation is { Length: > 0 } quotation)
            yield return new(strings["Quotation"], words["Quoted", quotation]);
        if (of.ProposedWording is { } proposed)
            yield return new(strings["ProposedWording"], proposed.Length == 0 ? strings["Nothing"] : MarkdownRenderer.ToPlainText(proposed));
        if (of.Reason.Length > 0)
            yield return new(strings["Reason"], of.Reason);
    }

    private IEnumerable<TableLine> Response(RoomComment comment, string zone)
    {
        if (comment.Settlement is not { } settlement)
            yield break;
        if (settlement.Reason.Length > 0)
            yield return new(null, settlement.Reason);
        if (settlement.Wording is { } edited)
            yield return new(strings["EditedWording"], edited.Length == 0 ? strings["Nothing"] : MarkdownRenderer.ToPlainText(edited));
        else if (settlement.TextVersion is not null)
            yield return new(null, strings["WordingTaken"]);
        if (settlement.Answer is { } answer)
            yield return new(words[$"AuthorAnswered_{answer}"], settlement.AnswerWords ?? "");
        if (settlement.AgendaItemId is not null)
            yield return new(null, strings["OnAgenda"]);
        yield return new(strings["SettledBy"], $"{comment.SettledBy}, {settlement.At.DayIn(zone).Shown()}");
    }

    private IEnumerable<TableLine> Outcome(RoomComment comment)
    {
        yield return new(null, comment.Settlement is { } settlement ? words[$"Outcome_{settlement.Outcome}"] : strings["Unsettled"]);
        if (comment.IsDispute)
            yield return new(null, strings[comment.IsInsistedOn ? "DisputeInsisted" : "Dispute"]);
    }
}
