using Microsoft.AspNetCore.Components;

namespace Workspace.Web.People.Fields;

/// <summary>What every field has: an id, a label, a hint, and the refusals that are its fault.</summary>
public abstract class FormField : ComponentBase
{
    [CascadingParameter]
    protected EntryForm? Form { get; set; }

    [CascadingParameter]
    private FocusBox? Box { get; set; }

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public bool IsRequired { get; set; }

    /// <summary>Codes of the refusals that concern this field; the form's notice then describes it.</summary>
    [Parameter]
    public string[] Faults { get; set; } = [];

    /// <summary>The input itself; each field sets it by <c>@ref</c>.</summary>
    protected ElementReference Input { get; set; }

    protected bool IsInvalid => Form?.Refusal is { } refusal && Faults.Contains(refusal.Code);

    protected string? AriaInvalid => IsInvalid ? "true" : null;

    protected string? CssClass => IsInvalid ? "invalid" : null;

    protected string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : Id + "-hint", IsInvalid ? Form!.NoticeId : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Box?.TakeFocus() == true)
            await Input.FocusAsync();
    }
}
