using Microsoft.AspNetCore.Components;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;

namespace Workspace.Web.Meetings;

/// <summary>What the agenda of a new meeting begins with.</summary>
public enum AgendaSource { Standing, Last, Paste }

public sealed partial class NewMeetingPage
{
    private readonly MeetingInput input = new();
    private MeetingList? list;
    private AgendaSource source;
    private List<DraftLine> lines = [];
    private Refusal? refusal;
    private bool isSaving;

    [Parameter]
    public long GroupId { get; set; }

    [Inject]
    private MeetingService Meetings { get; set; } = null!;

    [Inject]
    private AgendaProposalService Proposals { get; set; } = null!;

    [Inject]
    private CurrentGroup Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Nothing: what others change meanwhile must not touch the form.</summary>
    protected override IEnumerable<LiveTopic> Topics() => [];

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        list = (await Meetings.ListAsync(Me, GroupId, cancellationToken)).Value;
        if (list is null)
            return;
        Current.Enter(GroupId);
        input.Title = S["DefaultTitle", list.GroupShortName];
        if (list.CanPrepare)
            await ChooseAsync(AgendaSource.Standing);
    }

    private async Task ChooseAsync(AgendaSource chosen)
    {
        source = chosen;
        Take(chosen switch
        {
            AgendaSource.Standing => (await Proposals.StandingAsync(Me, GroupId)).Value ?? [],
            AgendaSource.Last => (await Proposals.FromLastAsync(Me, GroupId, S["TaskReview"])).Value ?? [],
            _ => [],
        });
    }

    private void Take(IReadOnlyList<AgendaDraft> drafts) => lines = [.. drafts.Select(DraftLine.Of)];

    private async Task CreateAsync()
    {
        if (isSaving)
            return;
        isSaving = true;
        var details = input.Read(list!.TimeZone);
        var outcome = details.Value is { } read
            ? await Meetings.CreateAsync(Me, GroupId, read, [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Title)).Select(line => line.Draft)])
            : details.Refusal!;
        refusal = outcome.Refusal;
        // Stays set where it was created: a second click may come before the browser has left the page.
        isSaving = outcome.IsDone;
        if (outcome.IsDone)
            Navigation.NavigateTo($"/meetings/{outcome.Value}/agenda");
    }
}
