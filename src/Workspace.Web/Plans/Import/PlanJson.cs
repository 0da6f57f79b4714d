using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans.Import;

/// <summary>The JSON of the contract: areas, items and summary; besides them the names of bodies, doubts about the file and what is no part of an item.</summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="plan">As read.</param>
    /// <param name="strings">Of the sentences for doubts.</param>
    /// <param name="output">Where it is written.</param>
    /// <param name="importId">By which what was saved can be taken back; named only where something was saved.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static Task WriteAsync(ReadPlan plan, IStringLocalizer<ImportStrings> strings, Stream output, long? importId = null, CancellationToken cancellation = default)
    {
        var print = new
        {
            Areas = plan.Areas.Select(area => new { Number = Empty(area.Number), area.Title, area.Lead }),
            Items = plan.Items.Select(item => Item(item, plan, strings)),
            Summary = new
            {
                Counted = Counts(plan.Summary.Counted),
                Claimed = Counts(plan.Summary.Claimed),
                plan.Summary.Disagrees,
                plan.Summary.Differences,
            },
            plan.Bodies,
            Doubts = plan.Doubts.Select(doubt => Doubt(doubt, strings)),
            plan.Unread,
        };
        if (importId is null)
            return JsonSerializer.SerializeAsync(output, print, Options, cancellation);
        var node = JsonSerializer.SerializeToNode(print, Options)!;
        node["import"] = importId;
        return JsonSerializer.SerializeAsync(output, node, Options, cancellation);
    }

    private static object Item(ReadItem item, ReadPlan plan, IStringLocalizer<ImportStrings> strings) => new
    {
        Area = item.Area is { } at ? Empty(plan.Areas[at].Number) ?? plan.Areas[at].Title : null,
        Number = Number(item.Number),
        item.Wording,
        item.Indicator,
        Deadline = new { item.Deadline.Kind, item.Deadline.Until, item.Deadline.Text },
        Owners = item.Owners.Select(name => name.Text),
        Cooperating = item.Cooperating.Select(name => name.Text),
        item.Status,
        item.StatusText,
        item.Comment,
        item.Funding,
        item.Others,
        item.Place,
        Doubts = item.Doubts.Select(doubt => Doubt(doubt, strings)),
    };

    private static object Doubt(Doubt doubt, IStringLocalizer<ImportStrings> strings) => new
    {
        Code = JsonNamingPolicy.CamelCase.ConvertName(doubt.Code),
        doubt.Column,
        doubt.IsNote,
        Text = strings["Doubt_" + doubt.Code, [.. doubt.Arguments]].Value,
        Proposal = doubt.Proposal?.ToDictionary(of => JsonNamingPolicy.CamelCase.ConvertName(of.Key.ToString()), of => of.Value),
    };

    // A plain number is a number; „2a“ and „1.2“ can only be texts.
    private static object? Number(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : Empty(number);

    private static Dictionary<string, int> Counts(PlanCounts counts) => new (string Name, int? Count)[]
    {
        ("areas", counts.Areas), ("items", counts.Items), ("fulfilled", counts.Fulfilled), ("ongoing", counts.Ongoing), ("partly", counts.Partly),
        ("notFulfilled", counts.NotFulfilled), ("none", counts.None),
    }.Where(of => of.Count is not null).ToDictionary(of => of.Name, of => of.Count!.Value);

    private static string? Empty(string text) => text.Length == 0 ? null : text;
}
