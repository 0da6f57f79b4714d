using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>An area while the file is read.</summary>
/// <param name="isSure">It names itself an area, or stands as a heading among items; else it may be any chapter's heading.</param>
internal sealed class AreaDraft(string number, string title, string heading, SourcePlace place, bool isSure)
{
    public string Number => number;

    public string Title { get; set; } = title;

    public string Heading => heading;

    public SourcePlace Place => place;

    public bool IsSure => isSure;

    public string Lead { get; set; } = "";

    public List<UnreadText> LeadTexts { get; } = [];
}
