using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Settling;

/// <summary>What the address of the settling page says, so that a selection or a comment can be sent to a colleague.</summary>
/// <param name="CommentId">Null for the first that waits.</param>
/// <param name="Page">From 1; null for the one that holds the comment.</param>
public sealed record SettlementAddress(long RoundId, SettlementFilter Filter, long? CommentId = null, int? Page = null)
{
    public string Href => QueryHelpers.AddQueryString($"/rounds/{RoundId}/settlement", Parts.Where(p => !string.IsNullOrEmpty(p.Value)));

    private Dictionary<string, string?> Parts => new()
    {
        ["show"] = Filter.Show == SettlementShow.All ? null : Filter.Show.ToString().ToLowerInvariant(),
        ["kind"] = Filter.Kind?.ToString().ToLowerInvariant(),
        ["outcome"] = Filter.Outcome?.ToString().ToLowerInvariant(),
        ["item"] = Filter.ItemId?.ToString(CultureInfo.InvariantCulture),
        ["org"] = Filter.OrganisationId?.ToString(CultureInfo.InvariantCulture),
        ["q"] = Filter.Search,
        ["page"] = Page?.ToString(CultureInfo.InvariantCulture),
        ["comment"] = CommentId?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What cannot be understood is left out.</summary>
    public static SettlementFilter FilterOf(string? show, string? kind, string? outcome, string? item, string? organisation, string? search) => new()
    {
        Show = EnumOf<SettlementShow>(show) ?? SettlementShow.All,
        Kind = EnumOf<CommentKind>(kind),
        Outcome = EnumOf<SettlementOutcome>(outcome),
        ItemId = NumberOf(item),
        OrganisationId = NumberOf(organisation),
        Search = search ?? "",
    };

    public static long? NumberOf(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public SettlementAddress To(long commentId) => this with { CommentId = commentId, Page = null };

    public SettlementAddress Filtered(SettlementFilter filter) => new(RoundId, filter);

    private static T? EnumOf<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, true, out var value) && Enum.IsDefined(value) ? value : null;
}
