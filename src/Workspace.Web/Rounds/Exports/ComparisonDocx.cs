using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Texts.Comments;
using Workspace.Web.Texts.History;

namespace Workspace.Web.Rounds.Exports;

/// <summary>Writes what changed in a plan since a round opened as a Word document: what was put in underlined, what was taken out struck.</summary>
public sealed class ComparisonDocx(ComparisonWording wording, IStringLocalizer<RoundExportStrings> strings)
{
    public string FileName => $"{strings["ComparisonFileName"]}.docx";

    /// <param name="comparison">Its changed items are written.</param>
    /// <param name="today">In the group's time zone.</param>
    public byte[] Write(RoundComparison comparison, DateOnly today)
    {
        var info = comparison.Info;
        string title = strings["ComparisonTitle", info.PlanName];
        var writer = new DocxWriter(new DocxSettings(title, CultureInfo.CurrentUICulture, strings["PageOf", "{0}", "{1}"]) { Header = title });
        writer.Head([title, $"{info.Round.Title} · {info.GroupName}", strings["ComparisonOf", info.Round.OpenedAt!.Value.DayIn(info.TimeZone).Shown(), today.Shown()], wording.Counts(comparison)]);
        writer.Add(DocxText.Paragraph(
            DocxStyle.Note,
            DocxText.Run(strings["Legend"] + " "), DocxText.Run(strings["LegendInserted"], DocxFormat.Inserted), DocxText.Run(", "), DocxText.Run(strings["LegendDeleted"], DocxFormat.Deleted)).Spaced(240));
        var area = "";
        foreach (var item in comparison.Changed)
        {
            if (item.Area != area && item.Area.Length > 0)
                writer.Paragraph(DocxStyle.Heading(1), PrintableText.CleanLine(item.Area));
            area = item.Area;
            Write(writer, item);
        }
        return writer.ToArray();
    }

    private void Write(DocxWriter writer, ComparedItem item)
    {
        writer.Paragraph(DocxStyle.Heading(2), PrintableText.CleanLine(wording.Heading(item)));
        foreach (var part in item.Parts)
        {
            IEnumerable<Run> label = part.Field == ComparedField.Wording ? [] : [DocxText.Run(strings[$"Field_{part.Field}"] + " ", DocxFormat.Bold)];
            writer.Add(DocxText.Paragraph(DocxStyle.Normal, [.. label, .. WordDifference.Pieces(part.Before, part.After).Select(Run)]));
        }
        if (item.Comments.Count > 0)
            writer.Paragraph(DocxStyle.Note, $"{strings["LedTo"]} {string.Join("; ", item.Comments.Select(wording.Comment))}");
    }

    private static Run Run(WordPiece piece) => DocxText.Run(piece.Text, piece.Kind switch
    {
        Difference.Inserted => DocxFormat.Inserted,
        Difference.Deleted => DocxFormat.Deleted,
        _ => DocxFormat.None,
    });
}
