using Microsoft.Extensions.Localization;

namespace Workspace.Web.Votes;

/// <summary>The verdict with its sum, as every screen and export prints it (V5): 'for 11 of 20 present, needed more than 10: adopted'.</summary>
public sealed class VerdictWording(IStringLocalizer<VoteStrings> strings)
{
    public string Of(Verdict verdict)
    {
        var outcome = strings[verdict.IsAdopted ? "Adopted" : "Rejected"];
        if (verdict.Reason == VerdictReason.NothingCast)
            return strings["NothingCast", outcome];
        var share = verdict.Rule.Threshold;
        // 'More than 10' says why it is 11; where half is no whole number, the fewest that do are said.
        var isWhole = share.IsMoreThan && (long)share.Numerator * verdict.BasisCount % share.Denominator == 0;
        var needed = isWhole ? strings["MoreThan", verdict.Needed - 1] : strings["AtLeast", verdict.Needed];
        return strings["Sum", verdict.For, verdict.BasisCount, strings[$"Basis_{verdict.Rule.Basis}"], needed, outcome];
    }
}
