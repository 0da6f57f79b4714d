using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.People;

namespace Workspace.Web.Demo;

/// <summary>Fills an empty database with the demo's content.</summary>
public sealed class DemoSeeder(IDbContextFactory<WorkspaceDb> factory)
{
    public async Task SeedAsync()
    {
        await using var db = await factory.CreateDbContextAsync();
        if (await db.People.AnyAsync())
            return;
        var person = new Person("Jana", "Správcová", "admin@example.org") { DemoKey = "administrator" };
        person.SetAdministrator(true);
        db.Add(person);
        db.Add(new Groups.Group("Pracovní skupina", "PS", null));
        await db.SaveChangesAsync();
    }
}
