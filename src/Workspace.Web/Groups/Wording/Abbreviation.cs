using Workspace.Web.Live;

namespace Workspace.Web.Groups.Wording;

/// <summary>What an abbreviation means in the texts of a group (T8); one meaning a group.</summary>
public sealed class Abbreviation : IAnnounced
{
    public const int ShortLength = 20;
    public const int MeaningLength = 300;

    private Abbreviation()
    {
    }

    public Abbreviation(long groupId, string shortForm, string meaning) => (GroupId, Short, Meaning) = (groupId, shortForm.Trim(), meaning.Trim());

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public string Short { get; private set; } = "";

    public string Meaning { get; private set; } = "";

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId)];

    public void Explain(string shortForm, string meaning) => (Short, Meaning) = (shortForm.Trim(), meaning.Trim());
}
