using Workspace.Web.Live;

namespace Workspace.Web.Groups;

/// <summary>A working group, or a sub-group of one with rules of its own.</summary>
public sealed class Group : IAnnounced
{
    private Group()
    {
    }

    public Group(string name, string shortName, long? parentId)
    {
        Describe(name, shortName, null, null, null);
        ParentId = parentId;
    }

    public long Id { get; private set; }

    public long? ParentId { get; private set; }

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    /// <summary>The body that set the group up, for instance a regional standing conference; printed in minutes.</summary>
    public string? ParentBody { get; private set; }

    /// <summary>The line at the head of documents, for instance the department that runs the group.</summary>
    public string? HeadingLine { get; private set; }

    /// <summary>Printed at the foot of documents, for instance a funding notice.</summary>
    public string? FooterLine { get; private set; }

    public DateOnly? FoundedOn { get; private set; }

    /// <summary>IANA name; deadlines and times of the group's meetings are shown in it.</summary>
    public string TimeZone { get; private set; } = "Europe/Prague";

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(Id), LiveTopic.Directory];

    public void Describe(string name, string shortName, string? parentBody, string? headingLine, string? footerLine)
    {
        Name = name.Trim();
        ShortName = shortName.Trim();
        ParentBody = Clean(parentBody);
        HeadingLine = Clean(headingLine);
        FooterLine = Clean(footerLine);
    }

    public void SetFounded(DateOnly? foundedOn) => FoundedOn = foundedOn;

    /// <param name="timeZone">A name that this machine knows; <see cref="GroupInput.Check"/> sees to it.</param>
    public void SetTimeZone(string timeZone) => TimeZone = timeZone;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
