using System.Text;
using System.Text.RegularExpressions;

namespace Workspace.Web.Tests.Mail;

/// <summary>A message as a mail program reads it: header fields unfolded and decoded, body decoded.</summary>
public sealed partial class ReceivedMail
{
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    public ReceivedMail(byte[] raw)
    {
        // Of a message that any mail program can read, no byte may be outside ASCII.
        Assert.All(raw, octet => Assert.True(octet < 128));
        var parts = Encoding.ASCII.GetString(raw).Split("\r\n\r\n", 2);
        foreach (var line in Regex.Replace(parts[0], "\r\n[ \t]+", " ").Split("\r\n"))
        {
            var field = line.Split(": ", 2);
            fields[field[0]] = Decode(field[1]);
        }
        Assert.Equal("base64", this["Content-Transfer-Encoding"]);
        Assert.Equal("text/plain; charset=utf-8", this["Content-Type"]);
        Body = Encoding.UTF8.GetString(Convert.FromBase64String(parts[1]));
    }

    public string Body { get; }

    public string this[string name] => fields[name];

    private static string Decode(string value) => EncodedWord().Replace(Between().Replace(value, "$1"), word =>
        word.Groups[1].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
            : Encoding.UTF8.GetString([.. Quoted(word.Groups[2].Value)]));

    private static IEnumerable<byte> Quoted(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                yield return Convert.ToByte(text.Substring(i + 1, 2), 16);
                i += 2;
            }
            else
            {
                yield return (byte)(text[i] == '_' ? ' ' : text[i]);
            }
        }
    }

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex Between();
}
