using Microsoft.Extensions.Localization;

namespace Workspace.Web.Votes;

/// <summary>The votes that nearly every meeting has.</summary>
internal static class VotePresets
{
    public static readonly IReadOnlyList<string> All = ["Agenda", "Verifier", "Resolution", "Consensus"];

    public static VoteFormInput Of(string preset, IStringLocalizer<VoteStrings> strings) => preset switch
    {
        "Agenda" => new() { Question = strings["PresetQuestion_Agenda"] },
        "Verifier" => new() { Question = strings["PresetQuestion_Verifier"], Kind = VoteKind.Election, ElectsVerifier = true },
        "Consensus" => new() { Way = VoteWay.Consensus },
        _ => new() { HasWording = true },
    };
}
