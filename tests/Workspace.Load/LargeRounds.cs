using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.People;
using Workspace.Web.Plans;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;

namespace Workspace.Load;

/// <summary>A large plan with two rounds full of comments: one open, one that is being settled. Put straight into the database of a server that stands.</summary>
public sealed class LargeRounds
{
    public const int Items = 500, Comments = 5_000, Areas = 13;

    private static readonly string[] Words = "kraj město obec domácnost nájemník poradna služba podpora bydlení opatření nejméně ročně společně včas kapacita přehled pravidla".Split(' ');
    private readonly Random random = new(5);

    public long PlanId { get; private set; }

    public long OpenId { get; private set; }

    public long ClosedId { get; private set; }

    /// <summary>Of the open round, in the plan's order.</summary>
    public IReadOnlyList<long> ItemIds { get; private set; } = [];

    public static async Task<LargeRounds> FillAsync(WorkspaceSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddLive(settings);
        services.AddWorkspaceDb(settings);
        await using var provider = services.BuildServiceProvider();
        var rounds = new LargeRounds();
        await using var db = provider.GetRequiredService<IDbContextFactory<WorkspaceDb>>().CreateDbContext();
        await rounds.FillAsync(db);
        return rounds;
    }

    private async Task FillAsync(WorkspaceDb db)
    {
        var group = await db.Groups.OrderBy(g => g.Id).FirstAsync();
        var people = await db.People.Where(p => p.DemoKey != null && p.DemoKey.StartsWith("member-")).ToListAsync();
        var names = await db.Organisations.ToDictionaryAsync(o => o.Id, o => o.Name);
        var now = DateTimeOffset.UtcNow;
        var plan = new Plan(group.Id, "Velký plán", new(now.Year, 1, 1), new(now.Year + 1, 12, 31), people[0].Id, now);
        db.Add(plan);
        await db.SaveChangesAsync();
        var areas = Enumerable.Range(0, Areas).Select(n => new PlanArea(plan.Id, n, new(new RomanNumber(n + 1).ToString(), $"Okruh {n + 1}", "Kraj s obcemi zajistí:"))).ToList();
        db.AddRange(areas);
        await db.SaveChangesAsync();
        var items = Enumerable.Range(0, Items).Select(n => new PlanItem(plan.Id, areas[n * Areas / Items], n, new($"{n + 1}") { Indicator = Some(8), Deadline = PlanDeadline.Parse("12/2027") }, Some(35))).ToList();
        foreach (var portion in items.Chunk(100))
        {
            db.AddRange(portion);
            await db.SaveChangesAsync();
        }
        PlanId = plan.Id;
        (OpenId, ItemIds) = await RoundAsync(isOpen: true);
        (ClosedId, _) = await RoundAsync(isOpen: false);

        async Task<(long Id, IReadOnlyList<long> Items)> RoundAsync(bool isOpen)
        {
            var round = new CommentRound(plan.Id, group.Id, new(isOpen ? "Velké kolo" : "Velké vypořádání", isOpen ? now.AddDays(5) : now.AddDays(-1)), people[0].Id, now.AddDays(-20));
            round.Open(people[0].Id, now.AddDays(-19));
            if (!isOpen)
                round.Close(round.ClosesAt);
            db.Add(round);
            await db.SaveChangesAsync();
            List<RoundItem> frozen = [.. items.Select((item, n) => Frozen(round, item, areas[n * Areas / Items]))];
            db.AddRange(frozen);
            await db.SaveChangesAsync();
            foreach (var portion in Enumerable.Range(0, Comments).Chunk(500))
            {
                var comments = portion.Select(n => CommentOf(round, frozen[random.Next(Items)], people[n % people.Count], n)).ToList();
                db.AddRange(comments);
                await db.SaveChangesAsync();
                if (!isOpen)
                    db.AddRange(comments.Where(_ => random.Next(5) < 2).Select(Settle));
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
            return (round.Id, [.. frozen.Select(i => i.Id)]);
        }

        static RoundItem Frozen(CommentRound round, PlanItem item, PlanArea area) => new(
            round.Id, item.Position, new(area.Id, area.Details), new(item.Id, area.Id, item.Position, "", item.TextId, item.Details, []), (0, item.Text.Snapshot));

        RoundComment CommentOf(CommentRound round, RoundItem item, Person author, int number)
        {
            var at = now.AddDays(-18).AddMinutes(number);
            var comment = new RoundComment(round.Id, item.Id, author.Id, string.Create(CultureInfo.InvariantCulture, $"load{number}"), at);
            comment.Save(new(comment.DraftId)
            {
                Kind = random.Next(5) == 0 ? CommentKind.Essential : CommentKind.Advisory,
                Reason = Some(30),
                ProposedWording = random.Next(3) == 0 ? $"{item.Wording} {Some(4)}" : null,
            }, null, at);
            comment.Send(new(author.Id, author.Name, author.OrganisationId, names[author.OrganisationId!.Value]), at, false, at);
            return comment;
        }

        Settlement Settle(RoundComment comment)
        {
            var settlement = new Settlement(comment.Id, comment.RoundId);
            settlement.Decide(SettlementOutcome.Explained, Some(20), null, null, people[0].Id, now);
            return settlement;
        }
    }

    private string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));
}
