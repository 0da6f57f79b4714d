using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Workspace.Web.Localization;

namespace Workspace.Web.People.Fields;

public sealed partial class Combobox<TItem> : IDisposable
    where TItem : class
{
    /// <summary>Long enough not to ask for each letter, short enough not to be felt.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(180);

    private CancellationTokenSource search = new();
    private IReadOnlyList<TItem> found = [];
    private TItem? shown;
    private string text = "", status = "";
    private int active = -1;
    private bool isListed, isMissed;

    /// <summary>Finds the few best for what was typed.</summary>
    [Parameter, EditorRequired]
    public Func<string, CancellationToken, Task<IReadOnlyList<TItem>>> Search { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<TItem, string> Text { get; set; } = null!;

    [Parameter]
    public Func<TItem, string?>? Detail { get; set; }

    /// <summary>What was chosen; null while something is only being typed.</summary>
    [Parameter]
    public TItem? Value { get; set; }

    [Parameter]
    public EventCallback<TItem?> ValueChanged { get; set; }

    private bool IsOpen => isListed && found.Count > 0;

    private string ListId => Id + "-list";

    private string OptionId(int index) => $"{Id}-option-{index}";

    public void Dispose()
    {
        search.Cancel();
        search.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(Value, shown))
            return;
        // What is being typed has no value yet and stays; a value set from outside, or taken back, replaces it.
        if (Value is not null || text == (shown is null ? "" : Text(shown)))
            text = Value is null ? "" : Text(Value);
        shown = Value;
    }

    private async Task TypeAsync(ChangeEventArgs change)
    {
        text = change.Value as string ?? "";
        isMissed = false;
        if (Value is not null)
            await SetAsync(null);
        if (text.Trim().Length == 0)
        {
            Close();
            return;
        }
        await FindAsync(Pause);
    }

    private async Task FindAsync(TimeSpan pause)
    {
        await search.CancelAsync();
        search.Dispose();
        search = new();
        var token = search.Token;
        try
        {
            await Task.Delay(pause, token);
            var results = await Search(text, token);
            if (token.IsCancellationRequested)
                return;
            (found, active, isListed) = (results, -1, true);
            isMissed = results.Count == 0;
            status = results.Count == 0 ? S["NothingFound"] : S.Count("Choices", results.Count);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
        }
    }

    private async Task PressAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when !IsOpen:
                await FindAsync(TimeSpan.Zero);
                active = found.Count > 0 ? 0 : -1;
                break;
            case "ArrowDown":
                active = (active + 1) % found.Count;
                break;
            case "ArrowUp" when IsOpen:
                active = active <= 0 ? found.Count - 1 : active - 1;
                break;
            case "Enter" when IsOpen && (active >= 0 || found.Count == 1):
                await ChooseAsync(found[Math.Max(active, 0)]);
                break;
            case "Escape":
                Close();
                break;
        }
    }

    private async Task ChooseAsync(TItem item)
    {
        text = Text(item);
        Close();
        await SetAsync(item);
    }

    /// <summary>Does nothing, but the browser is told to leave the focus alone only where somebody listens; losing it closes the list before the button is let go.</summary>
    private static void Stay()
    {
    }

    private async Task ClearAsync()
    {
        text = "";
        Close();
        await SetAsync(null);
    }

    private Task SetAsync(TItem? item)
    {
        shown = item;
        return ValueChanged.InvokeAsync(item);
    }

    private void Close()
    {
        search.Cancel();
        (isListed, active) = (false, -1);
        if (!isMissed || text.Length == 0)
            (status, isMissed) = ("", false);
    }
}
