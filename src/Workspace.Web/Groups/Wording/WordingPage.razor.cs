using Microsoft.AspNetCore.Components;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Groups.Wording;

public sealed partial class WordingPage
{
    private WordingView? view;
    private SentenceInput sentenceInput = new(), newSentence = new();
    private AbbreviationInput abbreviationInput = new(), newAbbreviation = new();
    private long? editedSentence, editedAbbreviation;

    [Parameter]
    public long GroupId { get; set; }

    protected override IEnumerable<LiveTopic> Topics() => [LiveTopic.Group(GroupId)];

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        view = (await Service.ReadAsync(Me, GroupId, cancellationToken)).Value;
        if (view is not null)
            Current.Enter(GroupId);
    }

    private void Edit(StandardSentence sentence) => (editedSentence, sentenceInput) = (sentence.Id, new() { Text = sentence.Text });

    private void Edit(Abbreviation abbreviation) =>
        (editedAbbreviation, abbreviationInput) = (abbreviation.Id, new() { Short = abbreviation.Short, Meaning = abbreviation.Meaning });

    private async Task<Refusal?> AddSentenceAsync(EventCallback close)
    {
        if ((await Service.AddSentenceAsync(Me, GroupId, newSentence)).Refusal is { } refusal)
            return refusal;
        newSentence = new();
        await close.InvokeAsync();
        return await SaidAsync(Outcome.Done);
    }

    private async Task<Refusal?> AddAbbreviationAsync(EventCallback close)
    {
        if ((await Service.AddAbbreviationAsync(Me, GroupId, newAbbreviation)).Refusal is { } refusal)
            return refusal;
        newAbbreviation = new();
        await close.InvokeAsync();
        return await SaidAsync(Outcome.Done);
    }

    private async Task<Refusal?> SaveSentenceAsync(long id)
    {
        var outcome = await Service.WriteSentenceAsync(Me, GroupId, id, sentenceInput);
        if (outcome.IsDone)
            editedSentence = null;
        return await SaidAsync(outcome);
    }

    private async Task<Refusal?> SaveAbbreviationAsync(long id)
    {
        var outcome = await Service.ExplainAbbreviationAsync(Me, GroupId, id, abbreviationInput);
        if (outcome.IsDone)
            editedAbbreviation = null;
        return await SaidAsync(outcome);
    }

    private async Task MoveAsync(long id, bool up) => await SaidAsync(await Service.MoveSentenceAsync(Me, GroupId, id, up));

    private async Task<Refusal?> SaidAsync(Outcome outcome)
    {
        if (outcome.IsDone)
            Notices.Say(S["Saved"]);
        await ReloadAsync();
        StateHasChanged();
        return outcome.Refusal;
    }
}
