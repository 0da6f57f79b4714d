using System.Text.RegularExpressions;

namespace Workspace.Web.Tests.Account;

/// <summary>Reads what the program prints; tests that do so run one after another, since there is one console.</summary>
[CollectionDefinition(nameof(ConsoleOutput), DisableParallelization = true)]
public sealed partial class ConsoleOutput
{
    /// <returns>The first-run code that was printed meanwhile.</returns>
    public static async Task<string> CodeFromAsync(Func<Task> action)
    {
        var before = Console.Out;
        var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            await action();
            return Code().Match(printed.ToString()).Groups[1].Value;
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    [GeneratedRegex(@"enter this code: ((?:[A-Z2-9]{4}-){3}[A-Z2-9]{4})")]
    private static partial Regex Code();
}
