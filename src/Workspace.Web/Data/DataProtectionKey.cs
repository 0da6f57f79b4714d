using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Workspace.Web.Data;

/// <summary>A key by which cookies and links are protected; in the database, so that all servers read each other's.</summary>
public sealed class DataProtectionKey
{
    public long Id { get; private set; }

    public string Name { get; init; } = "";

    public string Xml { get; init; } = "";
}

public sealed class DataProtectionKeyRepository(IDbContextFactory<WorkspaceDb> factory) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = factory.CreateDbContext();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = factory.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
