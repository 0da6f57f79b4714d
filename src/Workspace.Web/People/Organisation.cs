using Workspace.Web.Live;
using Workspace.Web.Localization;

namespace Workspace.Web.People;

public enum OrganisationKind { Region, Town, Ministry, StateOffice, Police, School, NonProfit, LocalActionGroup, Health, Employer, Other }

public sealed class Organisation : IAnnounced
{
    private readonly List<OrganisationUnit> units = [];

    private Organisation()
    {
    }

    public Organisation(string name, string? shortName, OrganisationKind kind) => Describe(name, shortName, kind, null);

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? ShortName { get; private set; }

    public OrganisationKind Kind { get; private set; }

    /// <summary>The identity number (IČO), eight digits.</summary>
    public string? IdentityNumber { get; private set; }

    public string SearchKey { get; private set; } = "";

    public IReadOnlyList<OrganisationUnit> Units => units;

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Directory];

    public void Describe(string name, string? shortName, OrganisationKind kind, string? identityNumber)
    {
        Name = name.Trim();
        ShortName = string.IsNullOrWhiteSpace(shortName) ? null : shortName.Trim();
        Kind = kind;
        IdentityNumber = string.IsNullOrWhiteSpace(identityNumber) ? null : identityNumber.Trim();
        SearchKey = SearchText.Fold($"{Name} {ShortName}");
    }

    public OrganisationUnit AddUnit(string name, string? code)
    {
        var unit = new OrganisationUnit(name, code);
        units.Add(unit);
        return unit;
    }
}
