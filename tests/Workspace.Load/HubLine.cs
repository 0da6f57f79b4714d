using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Workspace.Text;

namespace Workspace.Load;

/// <summary>One line to the hub by a plain web socket, in SignalR's JSON protocol.</summary>
public sealed class HubLine : IAsyncDisposable
{
    private const byte End = 0x1e;
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<HubAnswer>> calls = new();
    private Task reading = Task.CompletedTask;
    private int lastCall;

    /// <summary>Called on the reading thread, in order.</summary>
    public Action<HubRevisions> Heard { get; set; } = _ => { };

    /// <summary>Ends when the line does.</summary>
    public Task Closed => reading;

    public static async Task<HubLine> ConnectAsync(Uri server, CookieContainer cookies)
    {
        var line = new HubLine();
        line.socket.Options.Cookies = cookies;
        await line.socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/text" }.Uri, CancellationToken.None);
        await line.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"));
        line.reading = Task.Run(line.ReadAsync);
        return line;
    }

    public Task<HubAnswer> OpenAsync(long textId, long? knownVersion = null) => CallAsync("Open", json =>
    {
        json.WriteNumberValue(textId);
        if (knownVersion is { } version)
            json.WriteNumberValue(version);
        else
            json.WriteNullValue();
    });

    public Task<HubAnswer> SubmitAsync(long textId, long baseVersion, string clientId, long firstSequence, ReadOnlyMemory<ChangeSet> changes) =>
        CallAsync("Submit", json =>
        {
            json.WriteNumberValue(textId);
            json.WriteNumberValue(baseVersion);
            json.WriteStringValue(clientId);
            json.WriteNumberValue(firstSequence);
            json.WriteStartArray();
            foreach (var change in changes.Span)
                change.WriteTo(json);
            json.WriteEndArray();
        });

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    private async Task<HubAnswer> CallAsync(string method, Action<Utf8JsonWriter> writeArguments)
    {
        var id = Interlocked.Increment(ref lastCall).ToString(CultureInfo.InvariantCulture);
        var call = calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(message))
        {
            json.WriteStartObject();
            json.WriteNumber("type", 1);
            json.WriteString("invocationId", id);
            json.WriteString("target", method);
            json.WriteStartArray("arguments");
            writeArguments(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        message.Write([End]);
        await SendAsync(message.WrittenMemory);
        if (reading.IsCompleted)
            call.TrySetException(new WebSocketException("The line is closed."));
        return await call.Task;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var received = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(received.GetMemory(4096), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                received.Advance(part.Count);
                var rest = received.WrittenSpan;
                if (!rest[^part.Count..].Contains(End))
                    continue;
                for (var end = rest.IndexOf(End); end >= 0; end = rest.IndexOf(End))
                {
                    Take(rest[..end]);
                    rest = rest[(end + 1)..];
                }
                var left = rest.ToArray();
                received.ResetWrittenCount();
                received.Write(left);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
        foreach (var call in calls.Values)
            call.TrySetException(new WebSocketException("The line is closed."));
    }

    private void Take(ReadOnlySpan<byte> json)
    {
        var message = HubMessage.Read(json);
        if (message.Revisions is { } revisions)
            Heard(revisions);
        else if (message.InvocationId is { } id && calls.TryRemove(id, out var call))
            call.SetResult(message.Answer!);
    }
}
