using System.IO.Compression;
using System.Xml;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>
/// The zip of a DOCX or XLSX. Sizes are counted while unpacking, because a bomb lies about them; XML with a document type is
/// refused, because no office program writes one and entities come only by it.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnpackedBytes unpacked = new();
    private readonly CancellationToken cancellation;

    public OfficePackage(byte[] bytes, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > ImportLimits.ZipEntries)
            throw new ImportRefusedException(new("ImportUnpacksTooLarge"));
        foreach (var entry in archive.Entries)
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        (MainPart, IsDocument) = FindMainPart();
    }

    public string MainPart { get; }

    public bool IsDocument { get; }

    public bool Has(string path) => parts.ContainsKey(path);

    /// <summary>A reader that stands at the root of one part; it ends the reading when too much comes out.</summary>
    /// <param name="path">Within the package.</param>
    /// <param name="isContent">The text itself; parts that only describe it are small.</param>
    public XmlReader Open(string path, bool isContent = false)
    {
        if (!parts.TryGetValue(path, out var entry))
            throw new InvalidDataException($"{path} is missing.");
        var stream = new UnpackingStream(entry.Open(), entry.CompressedLength, isContent ? ImportLimits.UnpackedBytes : ImportLimits.DescriptionBytes, unpacked, cancellation);
        var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1, CloseInput = true });
        while (reader.Read() && reader.NodeType != XmlNodeType.Element)
        {
            if (reader.NodeType == XmlNodeType.DocumentType)
                throw new ImportRefusedException(new("ImportEntities"));
        }
        return reader;
    }

    /// <summary>Where the relationships of a part lead, by their id: path and kind (the last word of the type).</summary>
    public IReadOnlyDictionary<string, (string Path, string Kind)> RelationshipsOf(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var path = $"{folder}_rels/{part[folder.Length..]}.rels";
        var found = new Dictionary<string, (string, string)>();
        if (!Has(path))
            return found;
        using var reader = Open(path);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && reader.NamespaceURI == Relationships
                && reader.GetAttribute("TargetMode") != "External" && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                var kind = reader.GetAttribute("Type") ?? "";
                found[id] = (Resolve(folder, target), kind[(kind.LastIndexOf('/') + 1)..]);
            }
        }
        return found;
    }

    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target.TrimStart('/');
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not "." and not "..")
                steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private (string Path, bool IsDocument) FindMainPart()
    {
        if (!Has("[Content_Types].xml"))
            throw new ImportRefusedException(new(Has("mimetype") ? "ImportOpenDocument" : "ImportUnknownType"));
        var types = ReadTypes();
        if (parts.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            || types.Values.Any(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            throw new ImportRefusedException(new("ImportMacros"));
        foreach (var (path, kind) in RelationshipsOf("").Values)
        {
            if (kind != "officeDocument")
                continue;
            var type = types.GetValueOrDefault(path) ?? types.GetValueOrDefault("." + path[(path.LastIndexOf('.') + 1)..]) ?? "";
            if (type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase))
                return (path, true);
            if (type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase))
                return (path, false);
        }
        throw new ImportRefusedException(new("ImportUnknownType"));
    }

    private Dictionary<string, string> ReadTypes()
    {
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var reader = Open("[Content_Types].xml");
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("ContentType") is not { } type)
                continue;
            if (reader.GetAttribute("PartName") is { } name)
                types[name.TrimStart('/')] = type;
            else if (reader.GetAttribute("Extension") is { } extension)
                types["." + extension] = type;
        }
        return types;
    }
}
