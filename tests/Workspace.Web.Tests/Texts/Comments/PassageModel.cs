using System.Text.Json;

namespace Workspace.Web.Tests.Texts.Comments;

/// <summary>
/// What a passage is, letter by letter: a new letter belongs to it if it was put between two letters of it, or in place
/// of letters that all belonged to it. Without any letter left the passage is gone, for good.
/// </summary>
internal sealed class PassageModel(int length, int from, int to)
{
    private List<bool> letters = [.. Enumerable.Range(0, length).Select(i => from <= i && i < to)];

    public int Length => letters.Count;

    public bool IsGone => !letters.Contains(true);

    public int From => letters.IndexOf(true);

    public int To => letters.LastIndexOf(true) + 1;

    public void Apply(string change)
    {
        List<bool> after = [];
        var position = 0;
        using var json = JsonDocument.Parse(change);
        foreach (var section in json.RootElement.EnumerateArray())
        {
            if (section.ValueKind == JsonValueKind.Number)
            {
                after.AddRange(letters.GetRange(position, section.GetInt32()));
                position += section.GetInt32();
                continue;
            }
            var deleted = section[0].GetInt32();
            var inserted = string.Join('\n', section.EnumerateArray().Skip(1).Select(line => line.GetString())).Length;
            var belongs = deleted > 0
                ? letters.GetRange(position, deleted).TrueForAll(letter => letter)
                : position > 0 && position < letters.Count && letters[position - 1] && letters[position];
            after.AddRange(Enumerable.Repeat(belongs, inserted));
            position += deleted;
        }
        letters = after;
    }
}
