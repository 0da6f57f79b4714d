namespace Workspace.Load;

/// <summary>Editors at their lines, spread over texts, and the comparison of what they ended with.</summary>
public sealed class Writers : IAsyncDisposable
{
    private readonly DemoMeeting meeting;
    private readonly HubLine[] lines;

    private Writers(DemoMeeting meeting, IReadOnlyList<LoadEditor> editors)
    {
        this.meeting = meeting;
        Editors = editors;
        lines = new HubLine[editors.Count];
    }

    public IReadOnlyList<LoadEditor> Editors { get; }

    /// <param name="meeting">Whose texts are written.</param>
    /// <param name="count">Number of editors.</param>
    /// <param name="texts">Among how many texts they are spread.</param>
    /// <param name="create">Makes the editor of a number, for a text and with a client id of its own.</param>
    public static async Task<Writers> OpenAsync(DemoMeeting meeting, int count, int texts, Func<int, long, string, LoadEditor> create)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        var used = meeting.TextIds.Take(texts).ToList();
        var writers = new Writers(meeting, [.. Enumerable.Range(0, count).Select(n => create(n, used[n % used.Count], $"{run}n{n}"))]);
        for (var n = 0; n < count; n++)
            await writers.ConnectAsync(n);
        return writers;
    }

    /// <summary>Gives an editor a new line.</summary>
    public async Task ConnectAsync(int number)
    {
        lines[number] = await meeting.ConnectAsync(number);
        await Editors[number].OpenAsync(lines[number]);
    }

    /// <summary>Sends what is left, waits until everybody has everything, and compares versions and texts with the server's.</summary>
    /// <returns>How many editors differ.</returns>
    public async Task<int> SettleAsync()
    {
        await Task.WhenAll(Editors.Select(editor => editor.SendAsync())).WaitAsync(TimeSpan.FromSeconds(60));
        var different = 0;
        foreach (var sharing in Editors.GroupBy(editor => editor.TextId))
        {
            var (version, text) = await meeting.ReadAsync(sharing.Key);
            foreach (var editor in sharing)
            {
                await editor.ReachAsync(version).WaitAsync(TimeSpan.FromSeconds(60));
                if (editor.Version != version || editor.Length != text.Length || (editor.Document is { } own && own.ToString() != text))
                    different++;
            }
        }
        return different;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines)
            await line.DisposeAsync();
    }
}
