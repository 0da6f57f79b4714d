namespace Workspace.Web.Demo;

/// <summary>Reads what was written at a meeting, cut at the lines "# 3" or "# 3.1" that name the agenda item.</summary>
internal static class DemoMinutes
{
    private const string Mark = "# ";

    internal static IReadOnlyDictionary<string, string> Read(string meetingKey)
    {
        var texts = new Dictionary<string, string>();
        using var stream = typeof(DemoMinutes).Assembly.GetManifestResourceStream($"Demo.Minutes.{meetingKey}");
        if (stream is null) return texts;

        using var reader = new StreamReader(stream);
        foreach (var section in ("\n" + reader.ReadToEnd()).Split("\n" + Mark, StringSplitOptions.RemoveEmptyEntries))
        {
            var end = section.IndexOf('\n');
            texts.Add(section[..end].Trim(), section[end..].Trim('\n'));
        }
        return texts;
    }
}
