namespace Workspace.Text;

/// <summary>Why a text or a change of one is refused.</summary>
public enum TextFault
{
    /// <summary>The change was made in a text of another length.</summary>
    Unfit,

    /// <summary>The text, or the change itself, would be longer than allowed.</summary>
    TooLarge,

    /// <summary>Half of a character that takes two UTF-16 units stands, or would be left, alone.</summary>
    LoneSurrogate,

    /// <summary>A control character other than tab and newline, or a code that stands for no character.</summary>
    ControlCharacter,
}
