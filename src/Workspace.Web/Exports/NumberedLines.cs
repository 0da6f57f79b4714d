using System.Text.RegularExpressions;
using Markdig.Parsers;

namespace Workspace.Web.Exports;

/// <summary>
/// Begins a numbered list at '1.' or '1)', but not at a date: '11. 6. 2024 se konalo' and '15. března proběhlo'
/// are sentences, which CommonMark would tear into lists.
/// </summary>
internal sealed partial class NumberedLines : NumberedListItemParser
{
    public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
    {
        result = default;
        return !Date().IsMatch(state.Line.AsSpan()) && base.TryParse(state, pendingBulletType, out result);
    }

    [GeneratedRegex(@"^\d{1,2}\.[ \u00A0]+(?:\d{1,2}\.|(?:ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince)\b)")]
    private static partial Regex Date();
}
