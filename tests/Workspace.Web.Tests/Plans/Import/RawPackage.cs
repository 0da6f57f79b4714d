using System.IO.Compression;

namespace Workspace.Web.Tests.Plans.Import;

/// <summary>Writes office packages part by part, as no office program would.</summary>
internal static class RawPackage
{
    public static string Rels(params (string Id, string Target, string Kind)[] targets) =>
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + string.Concat(targets.Select(to => $"<Relationship Id='{to.Id}' Type='http://x/{to.Kind}' Target='{to.Target}'/>")) + "</Relationships>";

    public static byte[] Of(string path, string type, string content, params (string Name, string Text)[] others)
    {
        var types = $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/{path}' ContentType='{type}'/></Types>";
        (string Name, string Text)[] own = [("[Content_Types].xml", types), ("_rels/.rels", Rels(("r", path, "officeDocument"))), (path, content)];
        return Zip([.. own.Where(part => !others.Any(other => other.Name == part.Name)), .. others]);
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return stream.ToArray();
    }
}
