using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Workspace.Web.Attendance;

/// <summary>
/// Codes that change every minute, so that a picture of one does not let anybody check in from elsewhere for long. A code
/// stays good for the four minutes after its own, in which one takes out a phone and signs in.
/// </summary>
public static class CheckInCodes
{
    public const int KeyLength = 32;
    private const int Length = 8;
    private const int EarlierWindows = 4;

    /// <summary>Without letters and digits that are taken for one another; 32 of them, five bits each.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    public static string At(byte[] key, DateTimeOffset now) => Of(key, WindowOf(now));

    /// <summary>When the code of that moment is followed by the next.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset now) => DateTimeOffset.FromUnixTimeSeconds((WindowOf(now) + 1) * (long)Window.TotalSeconds);

    public static bool IsValid(byte[] key, string? code, DateTimeOffset now)
    {
        var given = Encoding.ASCII.GetBytes(string.Concat((code ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
        var window = WindowOf(now);
        var isValid = false;
        for (var back = 0; back <= EarlierWindows; back++)
            isValid |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Of(key, window - back)));
        return isValid;
    }

    private static long WindowOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / (long)Window.TotalSeconds;

    private static string Of(byte[] key, long window)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, window);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, counter, hash);
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        return string.Create(Length, bits, static (letters, value) =>
        {
            for (var at = 0; at < letters.Length; at++)
                letters[at] = Alphabet[(int)((value >> (59 - (5 * at))) & 31)];
        });
    }
}
