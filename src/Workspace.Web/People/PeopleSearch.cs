using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.People;

internal static class PeopleSearch
{
    /// <summary>Further words are not looked at, so that a pasted page does not become an endless query.</summary>
    private const int MostWords = 8;

    public static string[] Words(string? text) => SearchText.Fold(text ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords).ToArray();

    /// <summary>People of whom each word is found in their name, their e-mail or their organisation's name.</summary>
    public static IQueryable<Person> Matching(this IQueryable<Person> people, WorkspaceDb db, string? text)
    {
        foreach (var word in Words(text))
            people = people.Where(p => p.SearchKey.Contains(word) || db.Organisations.Any(o => o.Id == p.OrganisationId && o.SearchKey.Contains(word)));
        return people;
    }

    public static IQueryable<Organisation> Matching(this IQueryable<Organisation> organisations, string? text)
    {
        foreach (var word in Words(text))
            organisations = organisations.Where(o => o.SearchKey.Contains(word));
        return organisations;
    }

    /// <summary>All that match, in Czech order; ids and names only, for the page is cut out afterwards.</summary>
    public static async Task<IReadOnlyList<long>> InOrderAsync(this IQueryable<Person> people, CancellationToken cancellationToken)
    {
        var names = await people.AsNoTracking().Select(p => new { p.Id, p.FamilyName, p.GivenName }).ToListAsync(cancellationToken);
        return [.. names.OrderBy(p => p.FamilyName, CzechOrder.Names).ThenBy(p => p.GivenName, CzechOrder.Names).ThenBy(p => p.Id).Select(p => p.Id)];
    }

    public static async Task<IReadOnlyList<long>> InOrderAsync(this IQueryable<Organisation> organisations, CancellationToken cancellationToken)
    {
        var names = await organisations.AsNoTracking().Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        return [.. names.OrderBy(o => o.Name, CzechOrder.Names).ThenBy(o => o.Id).Select(o => o.Id)];
    }

    public static async Task<IReadOnlyList<PersonRow>> RowsAsync(this WorkspaceDb db, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var rows = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                Person = p,
                Organisation = db.Organisations.Where(o => o.Id == p.OrganisationId).Select(o => o.Name).FirstOrDefault(),
                Unit = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault(),
            })
            .ToDictionaryAsync(r => r.Person.Id, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(r => new PersonRow(
            r.Person.Id, r.Person.FullName, r.Person.ListName, r.Person.Email, r.Organisation, r.Unit, r.Person.Function, r.Person.IsActive, r.Person.IsAdministrator,
            r.Person.PasswordHash is not null))];
    }
}
