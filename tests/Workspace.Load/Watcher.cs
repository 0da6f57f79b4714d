using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workspace.Load;

/// <summary>
/// A page as a browser has it open: its circuit with its components, whose renderings are acknowledged but not painted.
/// </summary>
public sealed partial class Watcher : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly TaskCompletionSource<string?> circuit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly List<(long At, byte[] Batch)> heard = [];
    private Task reading = Task.CompletedTask;
    private bool isListening;
    private int lastObject;

    /// <summary>What the circuit ended of; null while it lives.</summary>
    public string? Fault { get; private set; }

    public long BytesReceived { get; private set; }

    /// <summary>Opens a page: its document, then its circuit.</summary>
    public static async Task<Watcher> OpenAsync(DemoPerson person, string address)
    {
        var watcher = new Watcher();
        var server = person.Http.BaseAddress!;
        var page = await person.Http.GetStringAsync(address);
        watcher.socket.Options.Cookies = person.Cookies;
        await watcher.socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await watcher.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        watcher.reading = Task.Run(watcher.ReadAsync);

        var state = State().Match(page).Groups[1].Value;
        await watcher.SendAsync(BlazorPack.Invocation("1", "StartCircuit", server.ToString(), new Uri(server, address).ToString(), "[]", state));
        if (await watcher.circuit.Task.WaitAsync(Patience) is null)
            throw new LoadFailure($"{address} got no circuit.");
        var roots = Root().Matches(page).Select((root, n) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = n + 1, ["marker"] = JsonNode.Parse(root.Groups[1].Value) });
        var operations = new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. roots]) };
        await watcher.SendAsync(BlazorPack.Invocation(null, "UpdateRootComponents", operations.ToJsonString(), state));
        await watcher.shown.Task.WaitAsync(Patience);
        return watcher;
    }

    /// <summary>The server gives up who is silent for half a minute.</summary>
    public Task PingAsync() => SendAsync(BlazorPack.Ping);

    /// <summary>From now on, and only from now on, what is rendered can be asked for.</summary>
    public void Listen()
    {
        lock (gate)
        {
            heard.Clear();
            isListening = true;
        }
    }

    /// <summary>When a text first came in a rendering; null where it has not come.</summary>
    public long? SeenAt(byte[] text)
    {
        lock (gate)
            return heard.FirstOrDefault(one => one.Batch.AsSpan().IndexOf(text) >= 0) is { Batch: not null } first ? first.At : null;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    [GeneratedRegex("<!--Blazor:({\"type\":\"server\".*?})-->")]
    private static partial Regex Root();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();

    private async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        await sending.WaitAsync();
        try
        {
            if (socket.State == WebSocketState.Open)
                await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException)
        {
            End(fault.Message);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        // The answer to the handshake ends with the mark of a record; all after it are frames.
        var (filled, isGreeted) = (0, false);
        var answers = new List<ReadOnlyMemory<byte>>();
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, 2 * buffer.Length);
                var part = await socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                var now = Stopwatch.GetTimestamp();
                BytesReceived += part.Count;
                filled += part.Count;
                ReadOnlySpan<byte> rest = buffer.AsSpan(0, filled);
                if (!isGreeted && rest.IndexOf((byte)0x1e) is >= 0 and var end)
                {
                    isGreeted = true;
                    rest = rest[(end + 1)..];
                }
                while (isGreeted && BlazorPack.TryTake(ref rest, out var frame))
                    answers.AddRange(Take(frame, now));
                rest.CopyTo(buffer);
                filled = rest.Length;
                foreach (var answer in answers)
                    await SendAsync(answer);
                answers.Clear();
            }
            End("The line was closed.");
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException or FormatException)
        {
            End(fault.Message);
        }
    }

    /// <returns>What is to be answered.</returns>
    private IReadOnlyList<ReadOnlyMemory<byte>> Take(ReadOnlySpan<byte> frame, long now)
    {
        var message = new PackReader(frame);
        message.Array();
        var type = message.Number();
        if (type is not (1 or 3))
            return [];
        message.Skip();
        message.Skip();
        if (type == 3)
        {
            circuit.TrySetResult(message.Number() == 3 ? message.Text() : null);
            return [];
        }
        var target = message.Text();
        message.Array();
        switch (target)
        {
            case "JS.RenderBatch":
                var batch = message.Number();
                Keep(message.Bytes(), now);
                return [BlazorPack.Invocation(null, "OnRenderCompleted", batch, null)];
            case "JS.EndUpdateRootComponents":
                shown.TrySetResult();
                return [];
            case "JS.BeginInvokeJS":
                return Answer(ref message);
            case "JS.Error":
                End(message.Text() ?? "");
                return [];
            default:
                return [];
        }
    }

    private IReadOnlyList<ReadOnlyMemory<byte>> Answer(ref PackReader call)
    {
        const long JSObject = 1;
        var task = call.Number();
        call.Skip();
        call.Skip();
        var result = call.Number() == JSObject ? $"{{\"__jsObjectId\":{++lastObject}}}" : "null";
        return task == 0 ? [] : [BlazorPack.Invocation(null, "EndInvokeJSFromDotNet", task, true, $"[{task},true,{result}]")];
    }

    private void Keep(ReadOnlySpan<byte> batch, long now)
    {
        lock (gate)
        {
            if (isListening)
                heard.Add((now, batch.ToArray()));
        }
    }

    private void End(string fault)
    {
        Fault ??= fault;
        circuit.TrySetResult(null);
        shown.TrySetException(new LoadFailure($"A circuit ended: {fault}"));
    }
}
