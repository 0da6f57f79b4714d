using System.Globalization;

namespace Workspace.Web.Votes;

/// <summary>What is on a ballot: a choice, and with it the numbers of the options chosen where options are voted on.</summary>
public sealed record Mark
{
    public static readonly Mark For = new(Choice.For);
    public static readonly Mark Against = new(Choice.Against);
    public static readonly Mark Abstain = new(Choice.Abstain);

    public Mark(Choice choice, params IEnumerable<int> options)
    {
        Choice = choice;
        Options = string.Join(',', options.Distinct().Order());
    }

    public Choice Choice { get; }

    /// <summary>Numbers of options with commas between them; empty where none is chosen.</summary>
    public string Options { get; }

    public IEnumerable<int> Numbers => Read(Options);

    /// <summary>Whether a ballot of that vote can bear it.</summary>
    public bool IsFor(Vote vote) => Enum.IsDefined(Choice) && (!vote.Kind.IsByOptions() || vote.Way == VoteWay.Consensus
        ? Options.Length == 0
        : Choice == Choice.Abstain ? Options.Length == 0
        : Choice == Choice.For && Numbers.Count() is var count && count >= 1 && count <= vote.Places && Numbers.All(n => vote.Options.Any(o => o.Number == n)));

    /// <summary>The numbers of the options, or the choice where none is chosen.</summary>
    public override string ToString() => Options.Length > 0 ? Options : Choice.ToString();

    /// <summary>Reads what <see cref="ToString"/> wrote; null where nothing was chosen.</summary>
    public static Mark? Parse(string? written) => string.IsNullOrEmpty(written) ? null
        : char.IsDigit(written[0]) ? new(Choice.For, Read(written))
        : Enum.TryParse<Choice>(written, out var choice) ? new(choice)
        : null;

    public static IEnumerable<int> Read(string options) =>
        options.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture));
}
