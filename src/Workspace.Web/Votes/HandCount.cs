using System.Globalization;

namespace Workspace.Web.Votes;

/// <summary>Hands, or paper ballots, as they were counted.</summary>
/// <param name="For">PRO; in elections the valid ballots.</param>
/// <param name="Against">PROTI; 0 in elections.</param>
/// <param name="Abstained">ZDRŽEL SE.</param>
/// <param name="Invalid">Paper ballots that name no choice.</param>
public sealed record HandCount(int For, int Against, int Abstained, int Invalid = 0)
{
    /// <summary>Votes for each option by its number.</summary>
    public IReadOnlyDictionary<int, int> Options { get; init; } = new Dictionary<int, int>();

    /// <summary>Whether the chair was for; asked where as many are for as against and the rules let the chair decide.</summary>
    public bool IsChairFor { get; init; }

    /// <summary>Why more were counted than the roll has present (R13); null where the counts add up.</summary>
    public string? Reason { get; init; }

    public int Sum => For + Against + Abstained + Invalid;

    /// <summary>Whether nothing is negative and no option has more votes than there are ballots for one.</summary>
    public bool IsPossible => new[] { For, Against, Abstained, Invalid }.Concat(Options.Values).All(n => n is >= 0 and <= 100_000)
        && Options.Values.All(n => n <= For);

    public bool Equals(HandCount? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>'20/0/3/0', behind it options as '1=12,2=8'.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{For}/{Against}/{Abstained}/{Invalid}")
        + string.Concat(Options.OrderBy(o => o.Key).Select(o => string.Create(CultureInfo.InvariantCulture, $";{o.Key}={o.Value}")));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static HandCount Parse(string text)
    {
        var parts = text.Split(';');
        int[] counts = [.. parts[0].Split('/').Select(Number)];
        return new(counts[0], counts[1], counts[2], counts[3])
        {
            Options = parts.Skip(1).Select(p => p.Split('=')).ToDictionary(p => Number(p[0]), p => Number(p[1])),
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
