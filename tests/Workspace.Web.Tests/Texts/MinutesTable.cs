using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.People;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

/// <summary>A meeting with one agenda item and everybody who may or may not write its minutes.</summary>
public sealed class MinutesTable
{
    private readonly IDbContextFactory<WorkspaceDb> factory;

    private MinutesTable(IDbContextFactory<WorkspaceDb> factory) => this.factory = factory;

    public long TextId { get; private set; }

    public long MeetingId { get; private set; }

    public long GroupId { get; private set; }

    public required Person Secretary { get; init; }

    public required IReadOnlyList<Person> Members { get; init; }

    public required Person Guest { get; init; }

    public required Person Stranger { get; init; }

    public static async Task<MinutesTable> LayAsync(IDbContextFactory<WorkspaceDb> factory, DateTimeOffset now, int members = 3, bool isLive = true)
    {
        Person Invent(string role) => new("Jan", role, null);
        var table = new MinutesTable(factory)
        {
            Secretary = Invent("secretary"),
            Members = [.. Enumerable.Range(1, members).Select(i => Invent($"writer{i}"))],
            Guest = Invent("guest"),
            Stranger = Invent("stranger"),
        };
        var from = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-30);
        var group = new Group("Skupina", "S", null);
        await table.AddAsync([group, table.Secretary, table.Guest, table.Stranger, .. table.Members]);
        table.GroupId = group.Id;

        var rules = new RulesOfProcedure(group.Id, 1, from, new());
        Seat[] seats = [.. table.Members.Select((member, i) => new Seat(group.Id, null, null, member.Id, from, i))];
        var meeting = new Meeting(group.Id, now.Year, 1, "01", new("Jednání", now, now.AddHours(2), "Europe/Prague", MeetingForm.InPerson, null, null));
        await table.AddAsync([rules, meeting, .. seats,
            new GroupOfficer(group.Id, table.Secretary.Id, Office.Secretary, from), new GroupGuest(group.Id, table.Guest.Id, from, false)]);
        table.MeetingId = meeting.Id;

        var terms = seats.Zip(table.Members, (seat, member) => new SeatTerm(group.Id, seat.Id, member.Id, SeatTermKind.Holder, from)).ToArray();
        foreach (var term in terms)
            term.Accept(now);
        await table.AddAsync([.. terms]);
        table.TextId = await table.AddItemAsync();
        if (isLive)
            await table.ChangeMeetingAsync(m => m.Start(now, rules.Id, null));
        return table;
    }

    /// <returns>The id of the new item's text.</returns>
    public async Task<long> AddItemAsync()
    {
        await using var db = factory.CreateDbContext();
        var item = new AgendaItem(await db.Meetings.SingleAsync(m => m.Id == MeetingId), null, 0, new("Zpráva o plnění"));
        db.Add(item);
        await db.SaveChangesAsync();
        return item.TextId;
    }

    public async Task StartMeetingAsync(DateTimeOffset at)
    {
        await using var db = factory.CreateDbContext();
        var rules = await db.Rules.SingleAsync(r => r.GroupId == GroupId);
        (await db.Meetings.SingleAsync(m => m.Id == MeetingId)).Start(at, rules.Id, null);
        await db.SaveChangesAsync();
    }

    public async Task ChangeMeetingAsync(Action<Meeting> change)
    {
        await using var db = factory.CreateDbContext();
        change(await db.Meetings.SingleAsync(m => m.Id == MeetingId));
        await db.SaveChangesAsync();
    }

    public async Task ChangeTextAsync(Action<LiveText> change)
    {
        await using var db = factory.CreateDbContext();
        change(await db.Texts.SingleAsync(t => t.Id == TextId));
        await db.SaveChangesAsync();
    }

    public async Task ChangePersonAsync(Person person, Action<Person> change)
    {
        await using var db = factory.CreateDbContext();
        change(await db.People.SingleAsync(p => p.Id == person.Id));
        await db.SaveChangesAsync();
    }

    /// <summary>Locks without announcing it, as if it happened between the check of rights and the commit.</summary>
    public async Task LockUnannouncedAsync(DateTimeOffset at)
    {
        await using var db = factory.CreateDbContext();
        await db.Texts.Where(t => t.Id == TextId).ExecuteUpdateAsync(set => set.SetProperty(t => t.LockedAt, at));
    }

    public async Task DeleteUnannouncedAsync()
    {
        await using var db = factory.CreateDbContext();
        await db.AgendaItems.Where(i => i.TextId == TextId).ExecuteDeleteAsync();
        await db.Texts.Where(t => t.Id == TextId).ExecuteDeleteAsync();
    }

    /// <summary>Ends a member's term.</summary>
    public async Task RemoveMemberAsync(Person member, DateOnly lastDay)
    {
        await using var db = factory.CreateDbContext();
        (await db.SeatTerms.SingleAsync(t => t.PersonId == member.Id)).End(lastDay);
        await db.SaveChangesAsync();
    }

    public async Task<List<TextRevision>> RevisionsAsync(long? textId = null)
    {
        await using var db = factory.CreateDbContext();
        return await db.Revisions.AsNoTracking().Where(r => r.TextId == (textId ?? TextId)).OrderBy(r => r.Version).ToListAsync();
    }

    private async Task AddAsync(object[] entities)
    {
        await using var db = factory.CreateDbContext();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }
}
