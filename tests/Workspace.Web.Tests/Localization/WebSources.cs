using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workspace.Web.Tests.Localization;

/// <summary>The web program's own sources: which texts it asks for, and which there are.</summary>
internal static partial class WebSources
{
    public static string Root { get; } = FindRoot();

    /// <summary>Relative path and text of each source file with one of these endings; the demo's content is not of the interface.</summary>
    public static IEnumerable<(string Path, string Text)> Read(params string[] endings) =>
        from path in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path)
        where endings.Any(ending => relative.EndsWith(ending, StringComparison.Ordinal))
        where relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "Demo" or "wwwroot")
        orderby relative
        select (relative, File.ReadAllText(path));

    /// <summary>Relative paths, without ending, of the pairs of resource files.</summary>
    public static IEnumerable<string> Resources() =>
        Read(".resx").Select(file => file.Path[..^".resx".Length]).Select(path => path.EndsWith(".en", StringComparison.Ordinal) ? path[..^3] : path).Distinct();

    /// <summary>The texts of a resource file by key; throws for a key that stands there twice.</summary>
    public static Dictionary<string, string> Texts(string resource) =>
        XDocument.Load(Path.Combine(Root, resource + ".resx")).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    /// <summary>The class of each localizer by the name that a source file gives it.</summary>
    public static IEnumerable<(string Name, string Class)> Localizers(string source) =>
        LocalizerPattern().Matches(source).Select(match => (match.Groups[2].Value, match.Groups[1].Value));

    /// <summary>What stands in the first argument of every <c>name[...]</c> and of every <c>name.Count(...)</c>.</summary>
    public static IEnumerable<(bool IsCount, string Argument)> Lookups(string source, string name)
    {
        foreach (Match match in Regex.Matches(source, $@"(?<![\w.""]){name}(\[|\.Count\()"))
            yield return (match.Groups[1].Value != "[", FirstArgument(source, match.Index + match.Length));
    }

    /// <summary>Up to the comma or bracket that ends it; brackets and commas within texts do not count.</summary>
    private static string FirstArgument(string source, int start)
    {
        var depth = 0;
        var isText = false;
        for (var at = start; at < source.Length; at++)
        {
            switch (source[at])
            {
                case '"': isText = !isText; break;
                case '\\' when isText: at++; break;
                case '(' or '[' or '{' when !isText: depth++; break;
                case ')' or ']' or '}' when !isText && depth == 0: return source[start..at];
                case ')' or ']' or '}' when !isText: depth--; break;
                case ',' when !isText && depth == 0: return source[start..at];
            }
        }
        throw new InvalidOperationException("The source ends within an argument.");
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Workspace.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("Workspace.sln was not found above the tests.");
        return Path.Combine(directory.FullName, "src", "Workspace.Web");
    }

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+(\w+)")]
    private static partial Regex LocalizerPattern();
}
