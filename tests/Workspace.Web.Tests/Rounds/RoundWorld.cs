using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.People;
using Workspace.Web.Plans;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;
using Workspace.Web.Texts;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds;

/// <summary>A plan of two areas with three items, in the group of <see cref="MeetingWorld"/>; the clock stands at 11 June 2026, 10:00 in Prague.</summary>
public sealed class RoundWorld : IAsyncDisposable
{
    public const string Counselling = "rozšíření sítě dluhového poradenství ve správních obvodech tak, aby bylo dostupné do 30 minut cesty;";
    public const string Courses = "vzdělávání pracovníků obcí;";

    private int drafts;

    private RoundWorld(MeetingWorld group) => Group = group;

    public MeetingWorld Group { get; }

    public World World => Group.World;

    public long PlanId { get; private set; }

    public long Chair => Group.Chair.Id;

    public long Secretary => Group.Secretary.Id;

    /// <summary>Of the first seat's organisation: its holder and the alternate.</summary>
    public long First => Group.Members[0].Id;

    public long Colleague => Group.Alternate.Id;

    public long Second => Group.Members[1].Id;

    public RoundPrepareService Prepare => World.Get<RoundPrepareService>();

    public RoundLeadService Lead => World.Get<RoundLeadService>();

    public RoundCommentService Comments => World.Get<RoundCommentService>();

    public RoundAnswerService Answers => World.Get<RoundAnswerService>();

    public SettlingService Settling => World.Get<SettlingService>();

    public static async Task<RoundWorld> CreateAsync(DatabaseKind kind)
    {
        var world = new RoundWorld(await MeetingWorld.CreateAsync(kind));
        var (plans, items) = (world.World.Get<PlanService>(), world.World.Get<PlanItemService>());
        world.PlanId = Value(await plans.CreateAsync(world.Secretary, world.Group.Group.Id, "Akční plán 2026–2027", new(2026, 1, 1), new(2027, 12, 31)));
        var debts = Value(await items.AddAreaAsync(world.Secretary, world.PlanId, new("III", "Dluhová problematika", "Kraj ve spolupráci s obcemi zajistí:")));
        Value(await items.AddItemAsync(world.Secretary, world.PlanId, debts, new("4") { Indicator = "počet poraden", Deadline = PlanDeadline.OfMonth(2027, 12), Bodies = [new(BodyRole.Owner, "OSV")] }, Counselling));
        Value(await items.AddItemAsync(world.Secretary, world.PlanId, debts, new("5"), Courses));
        Value(await items.AddItemAsync(world.Secretary, world.PlanId, Value(await items.AddAreaAsync(world.Secretary, world.PlanId, new("IV", "Bydlení"))), new("1"), "pilotní ověření sdílených bytů."));
        return world;
    }

    public RoundInput Input(TimeSpan? length = null) => new("První kolo", World.Time.GetUtcNow() + (length ?? TimeSpan.FromDays(20))) { Call = "Vyjádřete se prosím." };

    public async Task<long> OpenAsync(RoundInput? input = null)
    {
        var round = Value(await Prepare.PrepareAsync(Secretary, PlanId, input ?? Input()));
        Done(await Lead.OpenAsync(Secretary, round));
        return round;
    }

    public async Task CloseAsync(long round)
    {
        World.Time.Set((await FindAsync(round)).ClosesAt);
        await World.Get<RoundKeeper>().BeatAsync();
    }

    public async Task<long> ItemAsync(long round, string citation)
    {
        await using var db = World.Db();
        return (await db.RoundItems.Where(i => i.RoundId == round).ToListAsync()).Single(i => i.Citation == citation).Id;
    }

    public CommentInput Comment(string reason = "", string? wording = null, CommentKind kind = CommentKind.Advisory) =>
        new($"d{++drafts}") { Reason = reason, ProposedWording = wording, Kind = kind };

    public async Task<long> SendAsync(long by, long round, string? citation, CommentInput input) =>
        Value(await Comments.SendAsync(by, round, citation is null ? null : await ItemAsync(round, citation), input)).Id;

    public async Task<RoundView> ViewAsync(long by, long round) => Value(await World.Get<RoundService>().ReadAsync(by, round));

    public async Task<SettlementView> TableAsync(long round, SettlementFilter? filter = null) =>
        Value(await World.Get<SettlementService>().ReadAsync(Secretary, round, filter ?? new()));

    public async Task<CommentRound> FindAsync(long round)
    {
        await using var db = World.Db();
        return await db.Rounds.AsNoTracking().Include(r => r.Extensions).SingleAsync(r => r.Id == round);
    }

    /// <summary>The wording of a plan's item as it is committed now.</summary>
    public async Task<string> WordingAsync(long round, string citation)
    {
        await using var db = World.Db();
        var id = await ItemAsync(round, citation);
        var text = await db.RoundItems.Where(i => i.Id == id).Select(i => i.TextId).SingleAsync();
        return (await CommittedTexts.ReadAsync(db, db.Texts.Where(t => t.Id == text).Select(t => t.Id)))[text].Text;
    }

    /// <summary>Somebody writes in the plan meanwhile.</summary>
    public async Task WriteAsync(long by, long round, string citation, string before, string after)
    {
        await using var db = World.Db();
        var id = await ItemAsync(round, citation);
        var text = await db.RoundItems.Where(i => i.Id == id).Select(i => i.TextId).SingleAsync();
        var now = (await CommittedTexts.ReadAsync(db, db.Texts.Where(t => t.Id == text).Select(t => t.Id)))[text];
        var at = now.Text.IndexOf(before, StringComparison.Ordinal);
        var answer = await World.Get<TextSessions>().SubmitAsync(text, new(by, $"w{++drafts}", 1, now.Version, [Workspace.Text.ChangeSet.Replace(now.Text.Length, at, at + before.Length, after)]));
        Assert.Null(answer.Refused);
    }

    public void Refused(string code, Refusal? refusal) => Group.Refused(code, refusal);

    public async Task GuestsMayCommentAsync()
    {
        await using var db = World.Db();
        var group = Group.Group.Id;
        db.RemoveRange(await db.Rules.Where(r => r.GroupId == group).ToListAsync());
        await db.SaveChangesAsync();
        await World.AddAsync(new RulesOfProcedure(group, 1, Founded, new RulesValues { MayGuestsComment = true }));
    }

    /// <summary>What a person was told, oldest first.</summary>
    public async Task<string[]> ToldAsync(long personId)
    {
        await using var db = World.Db();
        return [.. (await db.Notifications.Where(n => n.PersonId == personId).OrderBy(n => n.Id).ToListAsync()).Select(n => n.Kind.ToString())];
    }

    public string ConnectionString()
    {
        using var db = World.Db();
        return db.Database.GetConnectionString()!;
    }

    public async Task<Organisation> OrganisationAsync(string name)
    {
        await using var db = World.Db();
        return await db.Organisations.SingleAsync(o => o.Name == name);
    }

    public ValueTask DisposeAsync() => Group.DisposeAsync();
}
