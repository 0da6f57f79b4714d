using System.Globalization;
using Workspace.Web.Localization;
using Workspace.Web.Plans;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;

namespace Workspace.Web.Demo;

internal sealed partial class DemoSeederRun
{
    private static readonly TimeOnly RoundOpens = new(9, 0), Settles = new(10, 0);

    /// <summary>Those of members.</summary>
    private readonly Dictionary<DemoPlanContent, long> memberRounds = [];

    private async Task AddRoundAsync(DemoRound content, CancellationToken cancellationToken)
    {
        var (plan, secretary) = (plans[content.Plan], people["secretary"]);
        var (opened, closes) = (Day(content.OpenedDay).At(RoundOpens, GroupCalendar.DefaultZone), RoundDeadline.EndOfDay(Day(content.ClosesDay)));
        var round = new CommentRound(
            plan.Id, plan.GroupId, new(Dated(content.Title), content.Extended is { } before ? RoundDeadline.EndOfDay(Day(before.Day)) : closes)
            {
                Call = content.Call,
                Audience = content.IsPublic ? RoundAudience.Public : RoundAudience.Members,
                JointWithId = content.IsPublic ? memberRounds[content.Plan] : null,
            }, secretary.Id, opened.AddDays(-1));
        round.Open(secretary.Id, opened);
        if (content.Extended is { } extension)
            round.Extend(closes, extension.Reason, secretary.Id, now.AddDays(-1));
        db.Add(round);
        await db.SaveChangesAsync(cancellationToken);
        memberRounds.TryAdd(content.Plan, round.Id);
        var items = await AddRoundItemsAsync(content, round, cancellationToken);
        if (content.State != RoundState.Open)
            round.Close(closes);
        await AddRoundCommentsAsync(content, round, items, cancellationToken);
        foreach (var (key, item) in content.WithoutComments.SelectMany(key => items.Values.Select(item => (key, item))).Concat(content.WithoutCommentsOn.Select(a => (a.PersonKey, items[a.Citation]))))
            db.Add(new NoComments(round.Id, item.Id, people[key].Id, opened.AddDays(4)));
        if (content.SettledDay is { } day)
            round.Settle(secretary.Id, Day(day).At(Settles, GroupCalendar.DefaultZone));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The plan as it was when the round opened.</summary>
    private async Task<Dictionary<string, RoundItem>> AddRoundItemsAsync(DemoRound content, CommentRound round, CancellationToken cancellationToken)
    {
        var plan = (await PlanRooms.ReadAsync(db, round.PlanId))!;
        var stored = plan.Items.Concat(plan.Removed).ToDictionary(item => item.Citation);
        var areas = plan.Areas.ToDictionary(area => area.Id);
        var items = content.Plan.Areas.SelectMany(area => area.Items.Where(item => !item.IsAdded).Select(item => (Content: item, Stored: stored[PlanCitation.Of(area.Number, item.Number)]))).Index()
            .Select(at =>
            {
                var (item, shown) = at.Item;
                var text = FirstText(item);
                return new RoundItem(
                    round.Id, at.Index, areas[shown.AreaId!.Value], item.IndicatorBefore is { } indicator ? shown with { Details = shown.Details with { Indicator = indicator } } : shown, (text.Version, text.Final));
            }).ToDictionary(item => item.Citation);
        db.AddRange(items.Values);
        await db.SaveChangesAsync(cancellationToken);
        return items;
    }

    private async Task AddRoundCommentsAsync(DemoRound content, CommentRound round, Dictionary<string, RoundItem> items, CancellationToken cancellationToken)
    {
        var secretary = people["secretary"].Id;
        var between = ((round.State == RoundState.Open ? now : round.ClosesAt) - round.OpenedAt!.Value) / (content.Comments.Count + 1);
        var comments = new List<(DemoRoundComment Content, RoundComment Stored)>();
        foreach (var (index, comment) in content.Comments.Index())
        {
            var at = comment.IsLate ? round.ClosesAt.AddHours(11) : round.OpenedAt.Value + (between * (index + 1));
            var item = comment.Citation is { } citation ? items[citation] : null;
            var stored = new RoundComment(round.Id, item?.Id, comment.PublicName is not null ? null : comment.EnteredFor is null ? people[comment.AuthorKey].Id : secretary, string.Create(CultureInfo.InvariantCulture, $"demo{index}"), at);
            stored.Save(InputOf(comment, stored.DraftId, item), comment.Change?.Old, at);
            if (!comment.IsDraft)
                stored.Send(AuthorOf(comment), at, round.IsLate(at), comment.EnteredFor is null ? at : at.AddHours(3), comment.EnteredFor is null ? null : secretary);
            db.Add(stored);
            comments.Add((comment, stored));
        }
        await db.SaveChangesAsync(cancellationToken);
        var settled = content.SettledDay is { } day ? Day(day - 1).At(Settles, GroupCalendar.DefaultZone) : now.AddDays(-1);
        foreach (var (comment, stored) in comments)
        {
            db.AddRange(comment.SupporterKeys.Select(key => new CommentSupport(round.Id, stored.Id, people[key].Id, stored.SentAt!.Value.AddHours(2))));
            if (comment.Outcome is not null)
                db.Add(SettlementOf(comment, stored, items, settled));
        }
    }

    private Settlement SettlementOf(DemoRoundComment comment, RoundComment stored, Dictionary<string, RoundItem> items, DateTimeOffset at)
    {
        var settlement = new Settlement(stored.Id, stored.RoundId);
        var isInText = comment is { Outcome: SettlementOutcome.Accepted, Change: not null };
        settlement.Decide(comment.Outcome!.Value, comment.Response, null, isInText ? items[comment.Citation!].TextVersion + 1 : null, people["secretary"].Id, at);
        if (comment.IsUntold)
            return settlement;
        settlement.MarkTold(at.AddHours(1));
        if (comment.Answer is { } answer)
            settlement.Take(answer, comment.AnswerWords, at.AddHours(4));
        return settlement;
    }

    private static CommentInput InputOf(DemoRoundComment comment, string draftId, RoundItem? item)
    {
        var input = new CommentInput(draftId) { Kind = comment.IsEssential ? CommentKind.Essential : CommentKind.Advisory, Reason = comment.Reason };
        if (comment.Change is not { } change)
            return input;
        var from = item!.Wording.IndexOf(change.Old, StringComparison.Ordinal);
        return input with { Passage = new(from, from + change.Old.Length), ProposedWording = item.Wording.Replace(change.Old, change.New, StringComparison.Ordinal) };
    }

    private CommentAuthor AuthorOf(DemoRoundComment comment)
    {
        if (comment.PublicName is { } citizen)
            return new(null, citizen, null, comment.AuthorKey);
        if (comment.EnteredFor is { } name)
            return new(null, name, organisations[comment.AuthorKey].Id, organisations[comment.AuthorKey].Name);
        var person = people[comment.AuthorKey];
        var organisation = organisations.Values.Single(o => o.Id == person.OrganisationId);
        return new(person.Id, person.Name, organisation.Id, organisation.Name);
    }
}
