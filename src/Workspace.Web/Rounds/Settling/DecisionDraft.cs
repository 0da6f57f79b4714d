namespace Workspace.Web.Rounds.Settling;

/// <summary>
/// What is being decided on a comment and not saved yet. The page keeps it while others settle, write or send, and while
/// another comment is looked at, so that nothing typed is lost.
/// </summary>
public sealed class DecisionDraft
{
    private string? begun;

    public SettlementOutcome? Outcome { get; private set; }

    public string Reason { get; set; } = "";

    /// <summary>The item's wording as it is being edited; null while nobody edits it. It is kept while another outcome is chosen.</summary>
    public string? Wording { get; set; }

    /// <summary>The item's wording from which <see cref="Wording"/> is made.</summary>
    public string? Seen { get; private set; }

    /// <summary>Comments that ask for the same and are to be settled with it.</summary>
    public HashSet<long> Alike { get; } = [];

    /// <summary>Somebody else has settled the comment since this was begun.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>What is stored, as far as it is known here.</summary>
    public Settlement? Known { get; private set; }

    public bool IsTouched => Outcome != Known?.Outcome || Reason.Trim() != (Known?.Reason ?? "") || Wording is not null || Alike.Count > 0;

    public bool ChangesText => Outcome is SettlementOutcome.Accepted or SettlementOutcome.PartlyAccepted;

    /// <summary>Takes over what is stored, unless something else has been entered here.</summary>
    public void Follow(Settlement? stored)
    {
        if ((stored?.At, stored?.By, stored?.Outcome, stored?.Reason) == (Known?.At, Known?.By, Known?.Outcome, Known?.Reason))
            return;
        if (IsTouched)
            IsOvertaken = stored is not null;
        else
            (Outcome, Reason) = (stored?.Outcome, stored?.Reason ?? "");
        Known = stored;
    }

    public void Choose(SettlementOutcome outcome)
    {
        Outcome = outcome;
        // A wording that was only laid out to be edited is still the author's.
        if (outcome == SettlementOutcome.Accepted && Wording == begun)
            LeaveWording();
    }

    /// <summary>Whether the outcome needs a wording of its own.</summary>
    public bool NeedsWording(bool isProposed, SettlementPreview? preview) =>
        preview is not null && isProposed && (Outcome == SettlementOutcome.PartlyAccepted || (Outcome == SettlementOutcome.Accepted && preview.IsConflict));

    public void EditWording(SettlementPreview preview) => (Wording, begun, Seen) = (preview.After, preview.After, preview.Current);

    public void LeaveWording() => (Wording, begun, Seen) = (null, null, null);

    /// <summary>Goes on with the wording as it is now; what was edited is brought into it where it does not concern the same words.</summary>
    public void TakeCurrent(SettlementPreview preview)
    {
        if (Wording is { } wording && Seen is { } seen && WordingMerge.Of(seen, wording, preview.Current) is { IsConflict: false } merged)
            Wording = merged.After;
        Seen = preview.Current;
    }

    /// <summary>What is to be saved; null while no outcome is chosen.</summary>
    public Decision? Decide(bool isProposed, SettlementPreview? preview) =>
        Outcome is not { } outcome ? null
        : ChangesText && Wording is { } wording && (wording != begun || NeedsWording(isProposed, preview)) ? new(outcome, Reason) { Wording = wording, Seen = Seen }
        : new(outcome, Reason);
}
