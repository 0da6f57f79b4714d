using Workspace.Web.Data;

namespace Workspace.Web.Groups.Wording;

/// <summary>What is entered of a standard sentence.</summary>
public sealed class SentenceInput
{
    public string Text { get; set; } = "";

    public Refusal? Check() => string.IsNullOrWhiteSpace(Text) ? new("SentenceMissing")
        : Text.Trim().Length > StandardSentence.MaxLength ? new("SentenceTooLong", StandardSentence.MaxLength)
        : Text.Any(letter => char.IsControl(letter) && letter != '\n') ? new("SentenceUnsuitable")
        : null;
}

/// <summary>What is entered of an abbreviation.</summary>
public sealed class AbbreviationInput
{
    public string Short { get; set; } = "";

    public string Meaning { get; set; } = "";

    public Refusal? Check()
    {
        var form = Short.Trim();
        // One that begins and ends as a word does can be found in a text.
        if (form.Length is 0 or > Abbreviation.ShortLength || !char.IsLetterOrDigit(form[0]) || form.Any(letter => char.IsControl(letter) || letter is '|' or '\\'))
            return new("AbbreviationInvalid", Abbreviation.ShortLength);
        if (string.IsNullOrWhiteSpace(Meaning))
            return new("MeaningMissing");
        return Meaning.Trim().Length > Abbreviation.MeaningLength || Meaning.Any(char.IsControl) ? new("MeaningTooLong", Abbreviation.MeaningLength) : null;
    }
}
