namespace Workspace.Text.Tests;

/// <summary>A new seed for every run, so that runs add up; set WORKSPACE_TEST_SEED to repeat one.</summary>
internal static class Seed
{
    public static int Value { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("WORKSPACE_TEST_SEED"), out var given) ? given : Random.Shared.Next();

    public static Random For(int number) => new(Mixed(Value, number));

    public static string Sentence(int number) => $"Case {number} with WORKSPACE_TEST_SEED={Value}: ";

    private static int Mixed(int seed, int number) => unchecked((seed * 486187739) + (number * 16777619));
}
