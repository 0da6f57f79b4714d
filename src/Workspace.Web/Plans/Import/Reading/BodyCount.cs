namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Splits cells into bodies and counts how often each name stands in the file.</summary>
internal sealed class BodyCount(KnownBodies known)
{
    private readonly Dictionary<string, (BodyName Name, int Count)> counts = [];

    public BodySplit Split(string text)
    {
        var split = BodyNames.Split(text, known);
        foreach (var name in split.Names)
        {
            var key = KnownBodies.Fold(name.Text);
            counts[key] = counts.TryGetValue(key, out var found) ? (found.Name, found.Count + 1) : (name, 1);
        }
        return split;
    }

    public IReadOnlyList<ReadBody> ToList() =>
        [.. counts.Values.OrderByDescending(of => of.Count).ThenBy(of => of.Name.Text, StringComparer.Ordinal).Select(of => new ReadBody(of.Name.Text, of.Name.Key, of.Name.IsUnclear, of.Count))];
}
