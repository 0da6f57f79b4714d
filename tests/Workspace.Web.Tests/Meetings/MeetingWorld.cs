using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Meetings;

/// <summary>A group with officers, three seats, a guest and rules, in which meetings can be held.</summary>
public sealed class MeetingWorld : IAsyncDisposable
{
    public static readonly DateOnly Founded = new(2024, 1, 1);

    private MeetingWorld(World world) => World = world;

    public World World { get; }

    public Group Group { get; private set; } = null!;

    public Person Chair { get; private set; } = null!;

    public Person Secretary { get; private set; } = null!;

    public Person Administrator { get; private set; } = null!;

    public Person Guest { get; private set; } = null!;

    public Person Stranger { get; private set; } = null!;

    public Person[] Members { get; private set; } = [];

    public Person Alternate { get; private set; } = null!;

    public Seat[] Seats { get; private set; } = [];

    public MeetingService Meetings => World.Get<MeetingService>();

    public AgendaService Agenda => World.Get<AgendaService>();

    public MeetingLeadService Lead => World.Get<MeetingLeadService>();

    public static async Task<MeetingWorld> CreateAsync(DatabaseKind kind)
    {
        var world = new MeetingWorld(await World.CreateAsync(kind));
        await world.FillAsync();
        return world;
    }

    public static MeetingDetails Details(DateOnly? day = null, string title = "Jednání o bydlení") => new(
        title,
        (day ?? new DateOnly(2026, 6, 11)).At(new(10, 0), GroupCalendar.DefaultZone),
        (day ?? new DateOnly(2026, 6, 11)).At(new(12, 0), GroupCalendar.DefaultZone),
        GroupCalendar.DefaultZone, MeetingForm.InPerson, "radnice", null);

    public async Task<long> MeetingAsync(params string[] titles) => Value(await Meetings.CreateAsync(
        Secretary.Id, Group.Id, Details(), [.. titles.Select(title => new AgendaDraft(title.TrimStart('>'), title.StartsWith('>') ? 1 : 0))]));

    /// <summary>The agenda as 'number title', in order.</summary>
    public async Task<string[]> AgendaAsync(long meetingId) =>
        [.. (await RoomAsync(meetingId)).Agenda.Select(item => $"{item.Number} {item.Title}")];

    public async Task<MeetingRoom> RoomAsync(long meetingId) => Value(await Meetings.RoomAsync(Secretary.Id, meetingId)).Room;

    public async Task<long> ItemAsync(long meetingId, string title) => (await RoomAsync(meetingId)).Agenda.Single(item => item.Title == title).Id;

    public static T Value<T>(Outcome<T> outcome)
    {
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    public static void Done(Outcome outcome) => Assert.Null(outcome.Refusal);

    /// <summary>Refused with that code, for which both languages have a sentence.</summary>
    public void Refused(string code, Refusal? refusal)
    {
        Assert.Equal(code, refusal?.Code);
        var sentences = Cultures.Supported.Select(culture =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return World.Get<IStringLocalizer<RefusalStrings>>()[code, refusal!.Arguments];
        }).ToList();
        Assert.All(sentences, sentence => Assert.False(sentence.ResourceNotFound));
        Assert.NotEqual(sentences[0].Value, sentences[1].Value);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private async Task FillAsync()
    {
        Group = await World.AddAsync(new Group("Pracovní skupina Bydlení", "Bydlení", null));
        Chair = await PersonAsync("Alena", "Vrbová");
        Secretary = await PersonAsync("Tomáš", "Kubát");
        Guest = await PersonAsync("Hana", "Lišková");
        Stranger = await PersonAsync("Karel", "Cizí");
        Alternate = await PersonAsync("Nina", "Zástupná");
        Administrator = new Person("Ida", "Správná", null);
        Administrator.SetAdministrator(true);
        await World.AddAsync(Administrator);
        Members = [await PersonAsync("Petr", "První"), await PersonAsync("Dana", "Druhá"), await PersonAsync("Tereza", "Třetí")];
        var towns = new[] { "Město Horní", "Město Dolní", "Charita Střední" }.Select(name => new Organisation(name, null, OrganisationKind.Town)).ToArray();
        await World.AddAsync(towns[0], towns[1..]);
        Seats = [.. towns.Select((town, at) => new Seat(Group.Id, town.Id, null, null, Founded, at))];
        await World.AddAsync(Seats[0], Seats[1..]);
        foreach (var (seat, member) in Seats.Zip(Members))
        {
            var term = new SeatTerm(Group.Id, seat.Id, member.Id, SeatTermKind.Holder, Founded);
            term.Accept(World.Time.GetUtcNow());
            await World.AddAsync(term);
        }
        await World.AddAsync(
            new SeatTerm(Group.Id, Seats[0].Id, Alternate.Id, SeatTermKind.Alternate, Founded),
            new GroupOfficer(Group.Id, Chair.Id, Office.Chair, Founded),
            new GroupOfficer(Group.Id, Secretary.Id, Office.Secretary, Founded),
            new GroupGuest(Group.Id, Guest.Id, Founded, false),
            new RulesOfProcedure(Group.Id, 1, Founded, new RulesValues()));
    }

    private async Task<Person> PersonAsync(string given, string family) => await World.AddAsync(new Person(given, family, null));
}
