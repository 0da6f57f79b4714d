using Workspace.Text;
using Workspace.Web.Texts.History;

namespace Workspace.Web.Tests.Texts.History;

/// <summary>A history of random changes by three people, with every version of the text.</summary>
internal sealed class RandomHistory
{
    private static readonly string[] Inserts = ["", "", "a", "slovo", " ", " nové ", "\n", "- bod\n", "😀", "Skupina bere zprávu na vědomí. ", "á.", ", "];

    public RandomHistory(int seed, int changes = 30)
    {
        var random = new Random(seed);
        var start = random.Next(2) == 0 ? "" : "Zástupci obcí přednesli své zprávy.\nDiskuse.";
        Woven = new(start);
        Texts = [start];
        var at = new DateTimeOffset(2026, 6, 11, 8, 0, 0, TimeSpan.Zero);
        for (var version = 1; version <= changes; version++)
        {
            var text = Texts[^1];
            var from = Whole(text, random.Next(text.Length + 1));
            var to = random.Next(3) == 0 ? Whole(text, Math.Min(text.Length, from + random.Next(random.Next(5) == 0 ? 60 : 6))) : from;
            var change = random.Next(9) == 0
                ? ChangeSet.Replace(text.Length, 0, text.Length, Texts[random.Next(Texts.Count)])
                : ChangeSet.Of(text.Length, [(from, to, Inserts[random.Next(Inserts.Length)]), (0, 0, random.Next(6) == 0 ? "X " : "")]);
            Woven.Add(new(version, 1 + random.Next(3), at += TimeSpan.FromSeconds(random.Next(40))), change);
            Texts.Add(change.Apply(text));
        }
    }

    public WovenText Woven { get; }

    /// <summary>The text of each version.</summary>
    public List<string> Texts { get; }

    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at - 1 : at;
}
