using System.Text.RegularExpressions;
using Workspace.Web.Localization;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>An organisation or unit that names of a file may mean.</summary>
/// <param name="Key">By which the caller finds it again.</param>
/// <param name="Names">Its name, short name and aliases.</param>
/// <param name="UnitOf">The key of the organisation it belongs to.</param>
public sealed record KnownBody(string Key, IReadOnlyList<string> Names, string? UnitOf = null);

/// <summary>Finds bodies by name, whatever the case, accents, blanks and marks between the words.</summary>
public sealed partial class KnownBodies
{
    public static readonly KnownBodies None = new([]);

    private readonly HashSet<string> seen = [];
    private Dictionary<string, List<KnownBody>> byName = [];

    public KnownBodies(IEnumerable<KnownBody> bodies)
    {
        foreach (var body in bodies)
        {
            foreach (var name in body.Names.Select(Fold).Where(name => name.Length > 0).Distinct())
            {
                if (!byName.TryGetValue(name, out var named))
                    byName[name] = named = [];
                named.Add(body);
            }
        }
    }

    /// <summary>The body of this name. Of several with one name it is the unit of the organisation given; without it none of them.</summary>
    public KnownBody? Find(string text, string? within = null)
    {
        if (byName.Count == 0 || !byName.TryGetValue(Fold(text), out var named))
            return null;
        var nearest = named.Where(body => within is not null && body.UnitOf == within).ToList();
        return nearest.Count == 1 ? nearest[0] : named.Count == 1 ? named[0] : null;
    }

    /// <summary>The same, and names that stand by themselves elsewhere in the file: a line break before one of them parts two bodies.</summary>
    internal KnownBodies With(IEnumerable<string> texts)
    {
        var known = new KnownBodies([]) { byName = byName };
        foreach (var text in texts.Where(text => !text.Contains('\n')))
            known.seen.UnionWith(BodyNames.Split(text, None).Names.Where(name => !name.IsUnclear).Select(name => Fold(name.Text)));
        return known;
    }

    internal bool IsName(string text) => Find(text) is not null || seen.Contains(Fold(text));

    internal static string Fold(string text) => Marks().Replace(SearchText.Fold(text), " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}+]+")]
    private static partial Regex Marks();
}
