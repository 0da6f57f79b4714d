using Workspace.Web.Live;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans;

/// <summary>Another name under which plans know an organisation or its unit; learned when somebody corrects an import, or entered.</summary>
public sealed class OrganisationAlias : IAnnounced
{
    private OrganisationAlias()
    {
    }

    public OrganisationAlias(string name, long organisationId, long? unitId)
    {
        (Name, OrganisationId, UnitId) = (name.Trim(), organisationId, unitId);
        SearchKey = KnownBodies.Fold(Name);
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>By which it is found whatever its case, accents and marks; one meaning each.</summary>
    public string SearchKey { get; private set; } = "";

    public long OrganisationId { get; private set; }

    public long? UnitId { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Directory];

    public void Mean(long organisationId, long? unitId) => (OrganisationId, UnitId) = (organisationId, unitId);
}
