using Workspace.Web.Live;

namespace Workspace.Web.Groups.Wording;

/// <summary>A sentence that the group's minutes use again and again, with fields in braces such as {count} (T8).</summary>
public sealed class StandardSentence : IAnnounced
{
    public const int MaxLength = 1_000;

    private StandardSentence()
    {
    }

    public StandardSentence(long groupId, string text, int position) => (GroupId, Text, Position) = (groupId, text.Trim(), position);

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public string Text { get; private set; } = "";

    public int Position { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId)];

    public void Write(string text) => Text = text.Trim();

    public void MoveTo(int position) => Position = position;
}
