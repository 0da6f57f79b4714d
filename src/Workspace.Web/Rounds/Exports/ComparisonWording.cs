using Microsoft.Extensions.Localization;
using Workspace.Web.Localization;

namespace Workspace.Web.Rounds.Exports;

/// <summary>What a comparison says of its items, the same on the page and in the file.</summary>
public sealed class ComparisonWording(IStringLocalizer<RoundExportStrings> strings, IStringLocalizer<RoundStrings> words)
{
    /// <summary>'3 změněné body, 1 nový bod'.</summary>
    public string Counts(RoundComparison comparison)
    {
        List<string> counts = [];
        if (comparison.Count(ComparedState.Changed) is > 0 and var changed)
            counts.Add(strings.Count("CountChanged", changed));
        if (comparison.Count(ComparedState.Added) is > 0 and var added)
            counts.Add(strings.Count("CountAdded", added));
        if (comparison.Count(ComparedState.Removed) is > 0 and var removed)
            counts.Add(strings.Count("CountRemoved", removed));
        return counts.Count == 0 ? strings["NothingChanged"] : string.Join(", ", counts);
    }

    /// <summary>'Bod III/4 (dříve III/5)', or that it is new or was taken out.</summary>
    public string Heading(ComparedItem item) => item.State switch
    {
        ComparedState.Added => strings["ItemAdded", item.Citation],
        ComparedState.Removed => strings["ItemRemoved", item.Citation],
        _ when item.FormerCitation is { } former => strings["ItemFormerly", item.Citation, former],
        _ => strings["Item", item.Citation],
    };

    /// <summary>'Město Horní, Petr První – akceptováno'.</summary>
    public string Comment(RoomComment comment)
    {
        var names = string.Join(", ", new[] { comment.Comment.OrganisationName, comment.Comment.AuthorName }.Concat(comment.Supporters.Select(s => s.Name)).Where(name => name.Length > 0));
        return $"{names} – {words[$"Outcome_{comment.Settlement!.Outcome}"]}";
    }
}
