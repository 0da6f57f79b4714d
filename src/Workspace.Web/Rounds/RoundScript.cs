using Microsoft.JSInterop;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds;

/// <summary>What the member's page needs of the browser: the selected passage, keys, and what was typed but not saved (see round.ts).</summary>
public sealed class RoundScript(IJSRuntime js, string path) : IAsyncDisposable
{
    private Task<IJSObjectReference>? module;

    /// <summary>Begins to watch the sheet that is shown.</summary>
    public Task WatchAsync() => CallAsync("watch");

    /// <summary>From and to of the passage that is selected.</summary>
    public async Task<CommentPassage?> SelectedAsync() => await AskAsync<int[]?>("selected") is [var from, var to] ? new(from, to) : null;

    /// <summary>Puts the caret into a field, where a passage is selected too.</summary>
    public Task FocusAsync(string id, CommentPassage? passage = null) => CallAsync("focus", id, passage?.From, passage?.To);

    /// <param name="owner">Of whom in which round.</param>
    public async Task<LeftDraft[]> LeftAsync(string owner) => await AskAsync<LeftDraft[]?>("left", owner) ?? [];

    /// <summary>That much is saved; what was typed since is not.</summary>
    public Task KeptAsync(string owner, CommentInput input) => CallAsync("kept", owner, input.DraftId, $"{input.Kind}", input.ProposedWording, input.Reason);

    public Task ForgetAsync(string owner, string draftId) => CallAsync("forget", owner, draftId);

    public async ValueTask DisposeAsync()
    {
        if (module is null)
            return;
        await CallAsync("unwatch");
        try
        {
            if (await module is { } loaded)
                await loaded.DisposeAsync();
        }
        catch (Exception fault) when (fault is JSDisconnectedException or OperationCanceledException)
        {
        }
    }

    private Task CallAsync(string name, params object?[] arguments) => AskAsync<object?>(name, arguments);

    private async Task<T?> AskAsync<T>(string name, params object?[] arguments)
    {
        try
        {
            module ??= js.InvokeAsync<IJSObjectReference>("import", path).AsTask();
            return await module is { } loaded ? await loaded.InvokeAsync<T>(name, arguments) : default;
        }
        // While the line is lost nobody answers; what this is for can wait, or comes again with the page.
        catch (Exception fault) when (fault is JSDisconnectedException or OperationCanceledException)
        {
            return default;
        }
    }
}
