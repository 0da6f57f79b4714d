using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

/// <summary>A group with its people, one seat of an organisation that a member holds, and somebody of every standing.</summary>
public sealed class GroupScene : IAsyncDisposable
{
    private GroupScene(World world) => World = world;

    public World World { get; }

    public DateOnly Today { get; } = new(2026, 6, 11);

    public long GroupId { get; private set; }

    public long OrganisationId { get; private set; }

    public long UnitId { get; private set; }

    public long SeatId { get; private set; }

    public long TermId { get; private set; }

    public long Administrator { get; private set; }

    public long Secretary { get; private set; }

    public long Member { get; private set; }

    public long Alternate { get; private set; }

    public long Guest { get; private set; }

    public long Stranger { get; private set; }

    public static async Task<GroupScene> CreateAsync(DatabaseKind kind)
    {
        var scene = new GroupScene(await World.CreateAsync(kind));
        var group = await scene.World.AddAsync(new Group("Pracovní skupina Bydlení", "PS Bydlení", null));
        var organisation = new Organisation("Město Dolní Lhota", "Lhota", OrganisationKind.Town);
        organisation.AddUnit("Odbor sociálních věcí", "OSV");
        await scene.World.AddAsync(organisation);
        (scene.GroupId, scene.OrganisationId, scene.UnitId) = (group.Id, organisation.Id, organisation.Units[0].Id);

        var administrator = new Person("Jana", "Správcová", "jana@example.org");
        administrator.SetAdministrator(true);
        scene.Administrator = (await scene.World.AddAsync(administrator)).Id;
        scene.Secretary = await scene.PersonAsync("Tomáš", "Tajemný");
        scene.Member = await scene.PersonAsync("Milada", "Členová");
        scene.Alternate = await scene.PersonAsync("Norbert", "Náhradník");
        scene.Guest = await scene.PersonAsync("Hynek", "Hostinský");
        scene.Stranger = await scene.PersonAsync("Cyril", "Cizí");

        var from = new DateOnly(2024, 1, 1);
        var seat = await scene.World.AddAsync(new Seat(group.Id, organisation.Id, null, null, from, 1));
        scene.SeatId = seat.Id;
        var term = new SeatTerm(group.Id, seat.Id, scene.Member, SeatTermKind.Holder, from);
        term.Accept(scene.World.Time.GetUtcNow());
        await scene.World.AddAsync(
            term,
            new SeatTerm(group.Id, seat.Id, scene.Alternate, SeatTermKind.Alternate, from),
            new GroupOfficer(group.Id, scene.Secretary, Office.Secretary, from),
            new GroupGuest(group.Id, scene.Guest, from, false));
        scene.TermId = term.Id;
        return scene;
    }

    /// <summary>A new person who belongs to nothing.</summary>
    public async Task<long> PersonAsync(string givenName, string familyName) =>
        (await World.AddAsync(new Person(givenName, familyName, null))).Id;

    public T Get<T>()
        where T : notnull => World.Get<T>();

    /// <summary>The group as its secretary sees it.</summary>
    public async Task<MembersView> MembersAsync() => (await Get<MembersService>().ReadAsync(Secretary, GroupId)).Value!;

    public async Task<SeatView> SeatAsync(long? seatId = null) => (await MembersAsync()).Seats.Single(s => s.Id == (seatId ?? SeatId));

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
