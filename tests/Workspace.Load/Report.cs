using System.Globalization;

namespace Workspace.Load;

/// <summary>The figures as a table: what, how much, and what is aimed at.</summary>
public sealed class Report
{
    private readonly List<string> failures = [];

    public bool HasFailed => failures.Count > 0;

    public void Section(string title) => Console.WriteLine($"\n{title}\n{new string('-', title.Length)}");

    public void Row(string what, FormattableString value, string target = "") =>
        Console.WriteLine($"  {what,-44} {value.ToString(CultureInfo.InvariantCulture),18}   {target}");

    /// <summary>A number that must be zero.</summary>
    public void MustBeZero(string what, long value)
    {
        Row(what, $"{value}", "must be 0");
        if (value != 0)
            failures.Add(what);
    }

    /// <summary>There must be none; the first few are shown.</summary>
    public void MustBeNone(string what, IReadOnlyList<string> faults)
    {
        MustBeZero(what, faults.Count);
        foreach (var fault in faults.Take(5))
            Console.WriteLine($"    {fault}");
    }

    public void Fail(string what)
    {
        failures.Add(what);
        Console.WriteLine($"  FAILED: {what}");
    }
}

public static class Figures
{
    /// <summary>The value below which a share of the sorted values lies.</summary>
    public static double Percentile(this IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
