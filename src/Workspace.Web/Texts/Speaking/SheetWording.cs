using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workspace.Web.Texts.Speaking;

/// <summary>Somebody whose name is offered to whoever writes.</summary>
/// <param name="Name">As it is put into the text.</param>
/// <param name="Note">What tells two of the same name apart: the organisation.</param>
public sealed record SpeakerName(string Name, string? Note);

/// <summary>
/// What helps to write the texts of one sheet: who speaks, the group's standard sentences, what fills their fields, and
/// what abbreviations mean (T8).
/// </summary>
/// <param name="Speakers">Those present, in the order in which they are offered.</param>
/// <param name="Sentences">With fields in braces.</param>
/// <param name="Fields">Name of a field, without braces, and what it is now.</param>
/// <param name="Abbreviations">Short form and meaning.</param>
public sealed record SheetWording(
    IReadOnlyList<SpeakerName> Speakers,
    IReadOnlyList<string> Sentences,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, string> Abbreviations)
{
    private string? json;

    /// <summary>The same for the same wording; worked out once, however many have it open.</summary>
    [JsonIgnore]
    public string Json => json ??= JsonSerializer.Serialize(this);
}
