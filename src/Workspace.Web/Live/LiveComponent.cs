using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Workspace.Web.Account;

namespace Workspace.Web.Live;

/// <summary>
/// A component that shows what the database holds: it subscribes to its topics, then loads, and loads again after each
/// announcement. Static rendering loads once and subscribes to nothing.
/// </summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource life = new();
    private readonly List<IDisposable> subscriptions = [];
    private readonly (CultureInfo Format, CultureInfo Words) language = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private LiveTopic[] watched = [];
    private Task loading = Task.CompletedTask;
    private bool isStale;

    [Inject]
    private LiveUpdates Updates { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>Id of the signed-in person; 0 for a stranger, whom every service refuses.</summary>
    protected long Me { get; private set; }

    protected string MyName { get; private set; } = "";

    /// <summary>False until the first load has ended.</summary>
    protected bool IsLoaded { get; private set; }

    /// <summary>The tabindex of a heading that takes the focus after a step; before the page runs there are no steps.</summary>
    protected string? StepFocus => RendererInfo.IsInteractive ? "-1" : null;

    /// <summary>What the component watches; asked again whenever its parameters change and after each load.</summary>
    protected abstract IEnumerable<LiveTopic> Topics();

    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    protected override async Task OnParametersSetAsync()
    {
        if (Authentication is not null)
        {
            var user = (await Authentication).User;
            Me = user.PersonId() ?? 0;
            MyName = user.DisplayName();
        }
        if (WatchAnew() || !IsLoaded)
            await ReloadAsync();
    }

    /// <summary>
    /// Loads and shows what is there now; for after one's own actions, which need not wait for the announcement. Loads of a
    /// component never overlap: of two, the one that began earlier could end last and show what was before.
    /// </summary>
    protected Task ReloadAsync()
    {
        isStale = true;
        return loading.IsCompleted ? loading = LoadUntilFreshAsync() : loading;
    }

    private async Task LoadUntilFreshAsync()
    {
        try
        {
            do
            {
                isStale = false;
                await LoadAsync(life.Token);
                IsLoaded = true;
            }
            // What the load has told to be watched as well may have changed before it was watched.
            while ((WatchAnew() && RendererInfo.IsInteractive) || isStale);
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || life.IsCancellationRequested)
            return;
        life.Cancel();
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    /// <returns>Whether other topics are watched than before.</returns>
    private bool WatchAnew()
    {
        LiveTopic[] topics = [.. Topics()];
        if (topics.SequenceEqual(watched) || life.IsCancellationRequested)
            return false;
        watched = topics;
        if (RendererInfo.IsInteractive)
            Watch(topics);
        return true;
    }

    private void Watch(LiveTopic[] topics)
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
        subscriptions.Clear();
        foreach (var topic in topics)
            subscriptions.Add(Updates.Subscribe(topic, RefreshAsync));
    }

    private Task RefreshAsync() => life.IsCancellationRequested
        ? Task.CompletedTask
        : InvokeAsync(async () =>
        {
            if (life.IsCancellationRequested)
                return;
            // Whoever made the change may read another language, and theirs came along with the announcement.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = language;
            await ReloadAsync();
            StateHasChanged();
        });
}
