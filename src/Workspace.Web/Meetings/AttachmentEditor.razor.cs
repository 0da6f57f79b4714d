using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Workspace.Web.Meetings;

public sealed partial class AttachmentEditor : IDisposable
{
    private readonly List<string> done = [], refused = [];
    private CancellationTokenSource? cancel;
    private string? uploading;
    private long asked;

    [Parameter, EditorRequired]
    public RoomItem Item { get; set; } = null!;

    /// <summary>The person who attaches.</summary>
    [Parameter, EditorRequired]
    public long By { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    public void Dispose()
    {
        cancel?.Cancel();
        cancel?.Dispose();
    }

    private async Task UploadAsync(InputFileChangeEventArgs change)
    {
        done.Clear();
        refused.Clear();
        cancel?.Dispose();
        cancel = new();
        foreach (var file in change.GetMultipleFiles(20))
        {
            uploading = file.Name;
            StateHasChanged();
            var refusal = await UploadAsync(file, cancel.Token);
            if (refusal is null)
                done.Add(S["Attached", file.Name]);
            else
                refused.Add(refusal);
            if (cancel.IsCancellationRequested)
                break;
        }
        uploading = null;
        await Changed.InvokeAsync();
    }

    /// <returns>Why the file was not attached, in words.</returns>
    private async Task<string?> UploadAsync(IBrowserFile file, CancellationToken cancellationToken)
    {
        if (file.Size > AttachmentService.SizeLimit)
            return R["AttachmentTooLarge", file.Name, AttachmentService.SizeLimit / 1024 / 1024];
        try
        {
            var content = new byte[file.Size];
            await using (var stream = file.OpenReadStream(AttachmentService.SizeLimit, cancellationToken))
                await stream.ReadExactlyAsync(content, cancellationToken);
            var outcome = await Service.AddAsync(By, Item.Id, file.Name, content, cancellationToken);
            return outcome.Refusal is { } refusal ? R[refusal.Code, refusal.Arguments].Value : null;
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or TimeoutException or Microsoft.JSInterop.JSException)
        {
            return S["AttachmentFailed", file.Name];
        }
    }

    private async Task RemoveAsync(AttachmentInfo attachment)
    {
        asked = 0;
        done.Clear();
        refused.Clear();
        var outcome = await Service.RemoveAsync(By, attachment.Id);
        if (outcome.Refusal is { } refusal)
            refused.Add(R[refusal.Code, refusal.Arguments]);
        else
            done.Add(S["AttachmentRemoved", attachment.FileName]);
        await Changed.InvokeAsync();
    }
}
