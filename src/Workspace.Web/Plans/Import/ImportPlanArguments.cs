namespace Workspace.Web.Plans.Import;

/// <param name="File">The plan to read.</param>
/// <param name="IsDryRun">Nothing is saved.</param>
/// <param name="IsJson">What was read is printed.</param>
/// <param name="Plan">Id or name of the plan to import into; null only for a dry run, which then needs no database.</param>
/// <param name="Person">E-mail of who imports.</param>
internal sealed record ImportPlanArguments(string File, bool IsDryRun, bool IsJson, string? Plan, string? Person)
{
    public const string Usage = "import-plan FILE --dry-run --json\nimport-plan FILE --plan ID|NAME --as EMAIL [--dry-run] [--json]";

    /// <summary>Null for what is not understood.</summary>
    public static ImportPlanArguments? Read(IReadOnlyList<string> arguments)
    {
        var files = new List<string>();
        var values = new Dictionary<string, string>();
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
                files.Add(argument);
            else if (!values.TryAdd(argument, argument is "--plan" or "--as" ? arguments.ElementAtOrDefault(++at) ?? "" : argument))
                return null;
        }
        var isKnown = values.Keys.All(name => name is "--dry-run" or "--json" or "--plan" or "--as") && values.Values.All(value => !string.IsNullOrWhiteSpace(value));
        var read = new ImportPlanArguments(files.FirstOrDefault(""), values.ContainsKey("--dry-run"), values.ContainsKey("--json"), values.GetValueOrDefault("--plan"), values.GetValueOrDefault("--as"));
        return isKnown && files.Count == 1 && (read.Plan is null) == (read.Person is null) && (read.IsDryRun || read.Plan is not null) ? read : null;
    }
}
