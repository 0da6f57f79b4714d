namespace Workspace.Web.Plans;

public enum BodyRole { Owner, Cooperating }

/// <summary>Who is in charge of an item or cooperates: a known organisation or unit, or a name that nobody has matched yet.</summary>
/// <param name="Role">In charge (gestor) or cooperating.</param>
/// <param name="Name">As written.</param>
/// <param name="OrganisationId">The organisation that is meant; null while it is not known.</param>
/// <param name="UnitId">Its unit, where one is meant.</param>
public sealed record BodyReference(BodyRole Role, string Name, long? OrganisationId = null, long? UnitId = null);

public sealed class PlanBody
{
    public const int NameLength = 500;

    private PlanBody()
    {
    }

    public PlanBody(int position, BodyReference body) =>
        (Position, Role, Name, OrganisationId, UnitId) = (position, body.Role, body.Name.Trim(), body.OrganisationId, body.UnitId);

    public long Id { get; private set; }

    public long PlanItemId { get; private set; }

    /// <summary>Order within the item, from 0.</summary>
    public int Position { get; private set; }

    public BodyRole Role { get; private set; }

    public string Name { get; private set; } = "";

    public long? OrganisationId { get; private set; }

    public long? UnitId { get; private set; }

    public BodyReference Reference => new(Role, Name, OrganisationId, UnitId);

    public void Match(long organisationId, long? unitId) => (OrganisationId, UnitId) = (organisationId, unitId);
}
