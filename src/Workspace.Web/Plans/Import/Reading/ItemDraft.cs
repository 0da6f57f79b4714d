using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>An item while its rows are read: raw texts by field, and what was noticed on the way.</summary>
internal sealed class ItemDraft(SourcePlace place, int? area, PlanHeader header)
{
    private readonly Dictionary<PlanColumn, string> texts = [];

    public SourcePlace Place => place;

    public int? Area { get; set; } = area;

    /// <summary>Which columns its table has; what is missing in the others is no fault of the item.</summary>
    public PlanHeader Header => header;

    /// <summary>Its first row has been read.</summary>
    public bool IsBegun { get; set; }

    public bool HasSecondRow { get; set; }

    public List<OtherText> Others { get; } = [];

    public List<Doubt> Doubts { get; } = [];

    /// <summary>Fields that came by label rows, besides the columns.</summary>
    public HashSet<PlanColumn> Labelled { get; } = [];

    public string this[PlanColumn column] => texts.GetValueOrDefault(column, "");

    public void Add(PlanColumn column, string text, string separator = "\n")
    {
        if (!string.IsNullOrWhiteSpace(text))
            texts[column] = texts.TryGetValue(column, out var before) ? before + separator + text : text;
    }

    public void Set(PlanColumn column, string text) => texts[column] = text;
}
