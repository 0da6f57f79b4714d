using Workspace.Text;

namespace Workspace.Web.Texts;

/// <summary>The codes by which the text hub refuses; each has a sentence in TextStrings as <c>Refused_{code}</c>.</summary>
public static class TextRefusals
{
    public const string NotAllowed = "notAllowed";
    public const string Locked = "locked";
    public const string Gone = "gone";
    public const string Unfit = "unfit";
    public const string TooLarge = "tooLarge";
    public const string BadText = "badText";

    /// <summary>The sequence does not follow the last one stored for the client.</summary>
    public const string Sequence = "sequence";

    /// <summary>The base version lies further back than <see cref="TextSession.MaxBehind"/> revisions.</summary>
    public const string TooOld = "tooOld";
    public const string Malformed = "malformed";

    /// <summary>The client id belongs to another person.</summary>
    public const string Forged = "forged";

    /// <summary>What the change depended on no longer stands in the text.</summary>
    public const string Passed = "passed";

    public static readonly string[] All = [NotAllowed, Locked, Gone, Unfit, TooLarge, BadText, Sequence, TooOld, Malformed, Forged, Passed];

    public static string Of(TextFault fault) => fault switch
    {
        TextFault.Unfit => Unfit,
        TextFault.TooLarge => TooLarge,
        _ => BadText,
    };
}
