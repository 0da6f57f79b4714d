using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Workspace.Web.Plans;

/// <summary>A roman number from I to MMMCMXCIX, as areas of a plan bear it: the item cited as <c>IX/2</c> is the second of area IX.</summary>
public readonly record struct RomanNumber : IComparable<RomanNumber>
{
    private static readonly (int Value, string Letters)[] Steps =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 3999.</exception>
    public RomanNumber(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 3999);
        Value = value;
    }

    public int Value { get; }

    /// <summary>Only the usual spelling in capitals is a number: <c>IIII</c>, <c>VX</c> and <c>iv</c> are not.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RomanNumber number)
    {
        number = default;
        if (string.IsNullOrEmpty(text) || text.Length > 15)
            return false;
        var value = 0;
        var rest = text.AsSpan();
        foreach (var (worth, letters) in Steps)
        {
            while (rest.StartsWith(letters) && value < 3999)
            {
                value += worth;
                rest = rest[letters.Length..];
            }
        }
        if (rest.Length > 0 || value > 3999 || new RomanNumber(value).ToString() != text)
            return false;
        number = new(value);
        return true;
    }

    public int CompareTo(RomanNumber other) => Value.CompareTo(other.Value);

    public override string ToString()
    {
        var text = new StringBuilder();
        var rest = Value;
        foreach (var (worth, letters) in Steps)
        {
            for (; rest >= worth; rest -= worth)
                text.Append(letters);
        }
        return text.ToString();
    }
}
