using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using static System.FormattableString;

namespace Workspace.Web.Tests.Texts;

/// <summary>The hub's JSON protocol over a plain web socket, as any browser may speak it, well or badly.</summary>
public sealed class HubLine : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket socket;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> calls = new();
    private readonly Channel<(string Target, JsonArray Arguments)> heard = Channel.CreateUnbounded<(string, JsonArray)>();
    private readonly List<(string Target, JsonArray Arguments)> passed = [];
    private Task reading = Task.CompletedTask;
    private int lastCall;

    private HubLine(ClientWebSocket socket) => this.socket = socket;

    public bool IsOpen => socket.State == WebSocketState.Open && !reading.IsCompleted;

    /// <summary>Messages that <see cref="HearAsync"/> came past while waiting for another.</summary>
    public IReadOnlyList<(string Target, JsonArray Arguments)> Passed => passed;

    public static async Task<HubLine> BeginAsync(ClientWebSocket socket)
    {
        var line = new HubLine(socket);
        await line.SendRawAsync("""{"protocol":"json","version":1}""");
        line.reading = line.ReadAsync();
        return line;
    }

    /// <returns>The whole completion: <c>result</c>, or <c>error</c> where the hub threw.</returns>
    public Task<JsonNode> CallAsync(string method, params object?[] arguments) => CallRawAsync(method, JsonSerializer.Serialize(arguments)[1..^1]);

    /// <param name="method">The hub's method.</param>
    /// <param name="arguments">JSON of the arguments, which no serialiser has put right.</param>
    public async Task<JsonNode> CallRawAsync(string method, string arguments)
    {
        var id = Invariant($"{Interlocked.Increment(ref lastCall)}");
        var call = calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendRawAsync($$"""{"type":1,"invocationId":"{{id}}","target":"{{method}}","arguments":[{{arguments}}]}""");
        return await call.Task.WaitAsync(Patience);
    }

    public async Task<JsonNode> OpenAsync(long textId, long? knownVersion = null) =>
        (await CallAsync("Open", textId, knownVersion))["result"]!;

    /// <param name="textId">The text.</param>
    /// <param name="baseVersion">The version in which the first change was made.</param>
    /// <param name="clientId">The editor.</param>
    /// <param name="firstSequence">The first change's number.</param>
    /// <param name="changes">JSON of changes.</param>
    public async Task<JsonNode> SubmitAsync(long textId, long baseVersion, string clientId, long firstSequence, params string[] changes)
    {
        var answer = await CallRawAsync("Submit", Invariant($"""{textId},{baseVersion},"{clientId}",{firstSequence},[{string.Join(',', changes)}]"""));
        return answer["result"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    /// <summary>The arguments of the next message of a kind.</summary>
    public async Task<JsonArray> HearAsync(string target)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = await heard.Reader.ReadAsync(patience.Token);
            if (message.Target == target)
                return message.Arguments;
            passed.Add(message);
        }
    }

    /// <summary>Whether anything of a kind has come so far that nobody waited for.</summary>
    public bool HasHeard(string target)
    {
        while (heard.Reader.TryRead(out var message))
            passed.Add(message);
        return passed.Any(message => message.Target == target);
    }

    public Task SendRawAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Ends when the server has closed the line.</summary>
    public Task ClosedAsync() => reading.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        using var waiting = new MemoryStream();
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
            {
                foreach (var unit in buffer.AsSpan(0, part.Count))
                {
                    if (unit != End)
                    {
                        waiting.WriteByte(unit);
                        continue;
                    }
                    Take(JsonNode.Parse(waiting.ToArray())!);
                    waiting.SetLength(0);
                }
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
        heard.Writer.Complete();
        foreach (var call in calls.Values)
            call.TrySetException(new InvalidOperationException("The line is closed."));
    }

    private void Take(JsonNode message)
    {
        switch ((int?)message["type"])
        {
            case 1:
                heard.Writer.TryWrite(((string)message["target"]!, message["arguments"]!.AsArray()));
                break;
            case 3 when calls.TryRemove((string)message["invocationId"]!, out var call):
                call.SetResult(message);
                break;
        }
    }
}
