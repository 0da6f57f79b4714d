using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans;

/// <summary>An organisation or its unit, by the key under which names of plans are matched to it.</summary>
public sealed record DirectoryBody(string Key, string Name, long OrganisationId, long? UnitId);

/// <summary>Organisations and units by all their names: own, short and those that plans have taught (aliases).</summary>
public sealed class BodyDirectory
{
    private readonly Dictionary<string, DirectoryBody> byKey;

    private BodyDirectory(List<DirectoryBody> bodies, KnownBodies known) => (All, Known, byKey) = (bodies, known, bodies.ToDictionary(b => b.Key));

    /// <summary>For choosing: each organisation followed by its units.</summary>
    public IReadOnlyList<DirectoryBody> All { get; }

    public KnownBodies Known { get; }

    public static async Task<BodyDirectory> ReadAsync(WorkspaceDb db, CancellationToken cancellationToken = default)
    {
        var organisations = await db.Organisations.AsNoTracking().Include(o => o.Units).OrderBy(o => o.Name).ThenBy(o => o.Id).AsSplitQuery().ToListAsync(cancellationToken);
        var aliases = (await db.OrganisationAliases.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(a => KeyOf(a.OrganisationId, a.UnitId), a => a.Name);
        var bodies = new List<DirectoryBody>();
        var known = new List<KnownBody>();
        foreach (var organisation in organisations)
        {
            var key = KeyOf(organisation.Id, null);
            bodies.Add(new(key, organisation.Name, organisation.Id, null));
            known.Add(new(key, [.. Names(organisation.Name, organisation.ShortName), .. aliases[key]]));
            foreach (var unit in organisation.Units)
            {
                var unitKey = KeyOf(organisation.Id, unit.Id);
                bodies.Add(new(unitKey, $"{organisation.ShortName ?? organisation.Name} – {unit.Name}", organisation.Id, unit.Id));
                known.Add(new(unitKey, [.. Names(unit.Name, unit.Code), .. aliases[unitKey]], key));
            }
        }
        return new(bodies, new(known));
    }

    /// <summary>As options of a field.</summary>
    /// <param name="none">The first of them, with an empty key.</param>
    public IReadOnlyList<(string Key, string Name)> Choices(string none) => [("", none), .. All.Select(b => (b.Key, b.Name))];

    /// <summary>From now on these names mean these bodies, whatever they meant before (alias).</summary>
    public static async Task LearnAsync(WorkspaceDb db, IEnumerable<(string Name, DirectoryBody Body)> matches, CancellationToken cancellationToken)
    {
        var aliases = matches.Select(m => new OrganisationAlias(m.Name, m.Body.OrganisationId, m.Body.UnitId)).Where(a => a.SearchKey.Length > 0).ToList();
        var keys = aliases.Select(a => a.SearchKey).ToList();
        var known = await db.OrganisationAliases.Where(a => keys.Contains(a.SearchKey)).ToDictionaryAsync(a => a.SearchKey, cancellationToken);
        foreach (var alias in aliases)
        {
            if (known.TryGetValue(alias.SearchKey, out var before))
                before.Mean(alias.OrganisationId, alias.UnitId);
            else
                db.Add(known[alias.SearchKey] = alias);
        }
    }

    public DirectoryBody? Find(string? key) => key is null ? null : byKey.GetValueOrDefault(key);

    /// <summary>The name as it is known here; where it is not, the name alone.</summary>
    public BodyReference Resolve(BodyReference body) =>
        body.OrganisationId is null && Find(Known.Find(body.Name)?.Key) is { } found ? body with { OrganisationId = found.OrganisationId, UnitId = found.UnitId } : body;

    public BodyReference Resolve(BodyRole role, BodyName name) =>
        Find(name.Key) is { } found ? new(role, name.Text, found.OrganisationId, found.UnitId) : Resolve(new BodyReference(role, name.Text));

    private static string KeyOf(long organisationId, long? unitId) =>
        string.Create(CultureInfo.InvariantCulture, $"{organisationId}/{unitId}");

    private static IEnumerable<string> Names(string name, string? shortName) => shortName is null ? [name] : [name, shortName];
}
