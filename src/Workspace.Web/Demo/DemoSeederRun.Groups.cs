using Workspace.Web.Groups;
using Workspace.Web.Groups.Wording;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Demo;

internal sealed partial class DemoSeederRun
{
    private static readonly TimeOnly OfficeOpens = new(8, 0);

    private void AddGroup(DemoGroup content)
    {
        long? parentId = content.ParentGroupKey is { } parent ? groups[parent].Id : null;
        var group = groups[content.Key] = new(content.Name, content.ShortName, parentId);
        group.Describe(content.Name, content.ShortName, content.ParentBody, content.Department, null);
        group.SetFounded(Day(content.FoundedDay));
        db.Add(group);
    }

    /// <summary>The places in a group, its rules and its agenda's standing items; who holds the seats comes later.</summary>
    private void AddPlaces(DemoGroup content)
    {
        var groupId = groups[content.Key].Id;
        foreach (var (position, seat) in content.Seats.Index())
            db.Add(seats[seat.Key] = SeatOf(groupId, seat, Day(content.FoundedDay), position));
        db.AddRange(content.Officers.Select(o =>
            new GroupOfficer(groupId, people[o.PersonKey].Id, Same<Office>(o.Office), Day(o.Term.FromDay), LastDay(o.Term))));
        db.AddRange(content.Guests.Select(g =>
            new GroupGuest(groupId, people[g.PersonKey].Id, Day(g.Term.FromDay), g.DeclinedMembership)));
        rules.AddRange(content.Rules.Select((r, i) => new RulesOfProcedure(groupId, i + 1, Day(r.FromDay), ValuesOf(r))));
        db.AddRange(rules.Where(r => r.GroupId == groupId));
        db.AddRange(content.StandingItems.Select((item, i) =>
            new StandingItem(groupId, item.Title, Same<AgendaItemKind>(item.Kind), item.Minutes, item.AtEnd, i)));
        db.AddRange(DemoContent.Sentences.Select((sentence, i) => new StandardSentence(groupId, sentence, i + 1)));
        db.AddRange(DemoContent.Abbreviations.Where(a => CommonAbbreviations.All.GetValueOrDefault(a.Short) != a.Meaning)
            .Select(a => new Abbreviation(groupId, a.Short, a.Meaning)));
    }

    private void AddTerms()
    {
        foreach (var (content, seat) in DemoContent.Groups.SelectMany(group => group.Seats).Select(s => (s, seats[s.Key])))
        {
            foreach (var holder in content.Holders)
            {
                var term = TermOf(seat, holder, SeatTermKind.Holder);
                term.Accept(term.From.At(OfficeOpens, GroupCalendar.DefaultZone));
                db.Add(term);
            }
            db.AddRange(content.Alternates.Select(alternate => TermOf(seat, alternate, SeatTermKind.Alternate)));
        }
    }

    private Seat SeatOf(long groupId, DemoSeat seat, DateOnly founded, int position) => seat.IsNamedPerson
        ? new(groupId, null, null, people[seat.Holders[^1].PersonKey].Id, founded, position)
        : new(groupId, organisations[seat.OrganisationKey].Id, UnitId(seat.UnitKey), null, founded, position);

    private SeatTerm TermOf(Seat seat, DemoHolder holder, SeatTermKind kind) =>
        new(seat.GroupId, seat.Id, people[holder.PersonKey].Id, kind, Day(holder.Term.FromDay), LastDay(holder.Term));

    private RulesOfProcedure RulesOn(long groupId, DateOnly day) => rules.Where(r => r.GroupId == groupId && r.ValidFrom <= day).MaxBy(r => r.ValidFrom)!;

    private static RulesValues ValuesOf(DemoRules content)
    {
        var values = new RulesValues
        {
            Quorum = new(content.QuorumNumerator, content.QuorumDenominator, content.QuorumMustExceedShare),
            MajorityBasis = Same<MajorityBasis>(content.MajorityBasis),
            NoticeDays = content.NoticeDays,
            NoticeInWorkingDays = content.NoticeInWorkingDays,
            MinutesCommentDays = content.CommentDays,
            IsPerRollamAllowed = content.PerRollamAllowed,
            PerRollamSilence = Same<Silence>(content.PerRollamSilence),
            MayGuestsComment = content.GuestsMayComment,
            IsVerifierNeeded = content.VerifierNeeded,
            MinutesNumberFormat = content.NumberFormat,
        };
        return content.PerRollamAllowed ? values with { PerRollamShortestHours = content.PerRollamDays * 24 } : values;
    }
}
