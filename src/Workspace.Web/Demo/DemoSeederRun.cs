using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.People;

namespace Workspace.Web.Demo;

/// <summary>
/// Stores the demo's content within the caller's transaction, stage by stage: what refers to another thing by id comes
/// after it. Remembers what it has stored by the content's keys.
/// </summary>
internal sealed partial class DemoSeederRun(WorkspaceDb db, DateTimeOffset now)
{
    private const string FormerPerson = "former";

    private readonly DateOnly today = DemoContent.Today(now);
    private readonly Dictionary<string, Organisation> organisations = [];
    private readonly Dictionary<string, OrganisationUnit> units = [];
    private readonly Dictionary<string, Person> people = [];
    private readonly Dictionary<string, Group> groups = [];
    private readonly Dictionary<string, Seat> seats = [];
    private readonly List<RulesOfProcedure> rules = [];

    internal async Task StoreAsync(CancellationToken cancellationToken)
    {
        AddOrganisations();
        await db.SaveChangesAsync(cancellationToken);
        AddPeople();
        await db.SaveChangesAsync(cancellationToken);
        foreach (var content in DemoContent.Groups)
        {
            AddGroup(content);
            await db.SaveChangesAsync(cancellationToken);
            AddPlaces(content);
        }
        await db.SaveChangesAsync(cancellationToken);
        AddTerms();
        var sittings = DemoContent.At(now).Select(AddMeeting).ToList();
        await db.SaveChangesAsync(cancellationToken);
        foreach (var sitting in sittings)
            AddAgenda(sitting);
        await db.SaveChangesAsync(cancellationToken);
        sittings.ForEach(AddVotes);
        sittings.ForEach(AddTasks);
        await db.SaveChangesAsync(cancellationToken);
        var numbers = new Dictionary<(long Group, int Year), int>();
        foreach (var sitting in sittings)
        {
            if (sitting.Content.Meeting.Key == DemoPerRollam.Before)
                perRollamResolution = NextResolution(numbers, sitting.Meeting.GroupId, Day(-DemoPerRollam.ClosedDaysAgo).Year);
            AddVoteRecords(sitting, numbers);
            BeginTexts(sitting);
            Hold(sitting);
            AddRoll(sitting);
            AddSpeakers(sitting);
            AddRevisions(sitting);
        }
        await db.SaveChangesAsync(cancellationToken);
        foreach (var sitting in sittings)
            await AddCommentsAsync(sitting, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await AddBetweenAsync(sittings, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await AddPlansAsync(cancellationToken);
        foreach (var round in DemoRounds.All)
            await AddRoundAsync(round, cancellationToken);
        await AddTasksBetweenAsync(cancellationToken);
    }

    private void AddOrganisations()
    {
        foreach (var content in DemoContent.Organisations)
        {
            var organisation = organisations[content.Key] = new(content.Name, content.ShortName, KindOf(content.Kind));
            foreach (var unit in content.Units)
                units[unit.Key] = organisation.AddUnit(unit.Name, unit.ShortName);
            db.Add(organisation);
        }
    }

    private void AddPeople()
    {
        foreach (var content in DemoContent.People)
        {
            var isFormer = content.Key.StartsWith(FormerPerson, StringComparison.Ordinal);
            var names = content.Name.Split(' ', 2);
            var person = people[content.Key] = new(names[0], names[1], content.Email) { DemoKey = isFormer ? null : content.Key };
            person.Rename(names[0], names[1], content.TitleBefore, null);
            person.Place(organisations[content.OrganisationKey].Id, UnitId(content.UnitKey), content.Function);
            person.Address(content.Gender);
            person.SetAdministrator(content.Key == "administrator");
            if (isFormer)
                person.SetActive(false);
            db.Add(person);
        }
    }

    private long? UnitId(string? key) => key is null ? null : units[key].Id;

    private DateOnly Day(int offset) => today.AddDays(offset);

    private DateOnly? LastDay(DemoTerm term) => term.ToDay is { } offset ? Day(offset) : null;

    private int OffsetOf(DateTimeOffset moment) => moment.DayIn(GroupCalendar.DefaultZone).DayNumber - today.DayNumber;

    /// <summary>The content's own enumerations use the same names, where nothing else is said.</summary>
    private static T Same<T>(Enum value)
        where T : struct, Enum => Enum.Parse<T>(value.ToString());

    private static OrganisationKind KindOf(DemoOrganisationKind kind) => kind switch
    {
        DemoOrganisationKind.State => OrganisationKind.StateOffice,
        DemoOrganisationKind.University => OrganisationKind.School,
        DemoOrganisationKind.Association => OrganisationKind.Other,
        _ => Same<OrganisationKind>(kind),
    };
}
