using Microsoft.Extensions.Localization;

namespace Workspace.Web.Votes;

/// <summary>The votes that nearly every meeting has.</summary>
internal static class VotePresets
{
    public static readonly IReadOnlyList<string> All = [Agenda, "Verifier", "Resolution", "Consensus"];

    public const string Agenda = "Agenda";

    /// <summary>The agenda is stated as approved where nobody objects (R8).</summary>
    public const string AgendaStated = "AgendaStated";

    public static VoteFormInput Of(string preset, IStringLocalizer<VoteStrings> strings) => preset switch
    {
        Agenda => new() { Question = strings["PresetQuestion_Agenda"], ApprovesAgenda = true },
        AgendaStated => new() { Question = strings["PresetQuestion_AgendaStated"], ApprovesAgenda = true, Way = VoteWay.Consensus },
        "Verifier" => new() { Question = strings["PresetQuestion_Verifier"], Kind = VoteKind.Election, ElectsVerifier = true },
        "Consensus" => new() { Way = VoteWay.Consensus },
        _ => new() { HasWording = true },
    };
}
