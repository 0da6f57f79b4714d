namespace Workspace.Web.Texts.History;

/// <summary>What a text is about, and what happened around it, as far as its history has to tell.</summary>
/// <param name="GroupId">The group whose text it is.</param>
/// <param name="GroupName">Short name of the group.</param>
/// <param name="Title">What the text belongs to, for instance '3 Zpráva o plnění'.</param>
/// <param name="Within">What that is part of, for instance a meeting; null if of nothing.</param>
/// <param name="Address">Where the text is read and written.</param>
/// <param name="TimeZone">In which its times are told; an IANA name.</param>
/// <param name="Moments">What happened, in order of time.</param>
public sealed record TextSubject(
    long GroupId, string GroupName, string Title, string? Within, string Address, string TimeZone, IReadOnlyList<TextEvent> Moments);

/// <summary>Something that happened while the text was written. <see cref="Kind"/> names its sentence, <c>Moment_{Kind}</c> in HistoryStrings.</summary>
public sealed record TextEvent(string Kind, DateTimeOffset At);
