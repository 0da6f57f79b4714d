using System.Security.Cryptography;

namespace Workspace.Web.Votes;

/// <summary>The code by which a voter finds their secret ballot in the list at the end.</summary>
public static class Receipt
{
    /// <summary>Letters and digits that are not mistaken for one another.</summary>
    private const string Alphabet = "ACDEFHJKLMNPQRTUVWXY34679";

    public const int Length = 9;

    /// <summary>Random, in groups of three for reading: 'ACD-EFH-347'; about 41 bits.</summary>
    public static string New()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        return $"{code[..3]}-{code[3..6]}-{code[6..]}";
    }
}
