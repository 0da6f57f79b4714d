using System.Globalization;
using System.Text;

namespace Workspace.Text.Tests;

/// <summary>One random question to CodeMirror, and our own answer to it.</summary>
internal sealed class CodeMirrorCase
{
    private readonly string _document;
    private readonly ChangeSet _a;
    private readonly ChangeSet _b;
    private readonly ChangeSet _c;
    private readonly List<int> _places = [];
    private readonly List<(string ClientId, ChangeSet Changes)> _own = [];
    private readonly List<(string ClientId, ChangeSet Changes)> _over = [];

    public CodeMirrorCase(Random random)
    {
        var texts = new RandomTexts(random) { AllowsOddities = true };
        _document = texts.Document();
        (_a, var a) = Change(random, texts, _document.Length);
        (_b, var b) = Change(random, texts, _document.Length);
        (_c, var c) = Change(random, texts, _b.NewLength);
        for (var i = 0; i <= Math.Min(8, _document.Length); i++)
            _places.Add(_document.Length <= 8 ? i : random.Next(_document.Length + 1));
        AddUpdates(random, texts);
        Question = $$"""
            {"doc":{{AsciiJson.Quote(_document)}},"a":{{a}},"b":{{b}},"c":{{c}},"places":[{{string.Join(',', _places)}}],"own":{{Json(_own)}},"over":{{Json(_over)}}}
            """;
    }

    public string Question { get; }

    public string Answer()
    {
        var both = _b.Compose(_c);
        return string.Join(' ',
            _a.ToJson(), AsciiJson.Quote(_a.Apply(_document)), _a.Invert(_document).ToJson(),
            _a.Map(_b).ToJson(), _a.Map(_b, true).ToJson(), _b.Map(_a).ToJson(), _b.Map(_a, true).ToJson(), both.ToJson(),
            AsciiJson.Quote(both.Apply(_document)),
            Positions(),
            Json(Rebase.Over(_own, _over)),
            Json(Rebase.InTurn(_own, _over)));
    }

    private static (ChangeSet Change, string Json) Change(Random random, RandomTexts texts, int length)
    {
        if (random.Next(4) == 0)
        {
            var json = texts.LooseJson(length);
            return (ChangeSet.Parse(json), $$"""{"json":{{json}}}""");
        }
        var parts = texts.Replacements(length, withCarriageReturns: true);
        var of = string.Join(',', parts.Select(p => $"[{p.From},{p.To},{AsciiJson.Quote(p.Insert)}]"));
        return (ChangeSet.Of(length, parts), $$"""{"of":[{{of}}]}""");
    }

    /// <summary>Own changes, and what was accepted meanwhile: other people's changes and now and then the next own one.</summary>
    private void AddUpdates(Random random, RandomTexts texts)
    {
        var length = _document.Length;
        for (var count = random.Next(4); count > 0; count--)
        {
            _own.Add(("me", texts.Change(length)));
            length = _own[^1].Changes.NewLength;
        }
        var now = _document.Length;
        for (var count = random.Next(6); count > 0; count--)
        {
            var left = Rebase.InTurn(_own, _over);
            var isOwn = left.Count > 0 && random.Next(4) == 0;
            _over.Add(isOwn ? ("me", left[0]) : ("other", texts.Change(now)));
            now = _over[^1].Changes.NewLength;
        }
    }

    private string Positions()
    {
        var json = new StringBuilder("[");
        foreach (var place in _places)
        {
            for (var assoc = -1; assoc <= 1; assoc++)
            {
                foreach (var mode in Enum.GetValues<MapMode>())
                {
                    var mapped = _a.MapPosition(place, assoc, mode);
                    json.Append(json.Length > 1 ? "," : "").Append(mapped?.ToString(CultureInfo.InvariantCulture) ?? "null");
                }
            }
        }
        return json.Append(']').ToString();
    }

    private static string Json(IEnumerable<ChangeSet> changes) => $"[{string.Join(',', changes.Select(c => c.ToJson()))}]";

    private static string Json(List<(string ClientId, ChangeSet Changes)> updates) =>
        $"[{string.Join(',', updates.Select(u => $"[\"{u.ClientId}\",{u.Changes.ToJson()}]"))}]";
}
