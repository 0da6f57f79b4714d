using Workspace.Web.Attendance;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Meetings.Speakers;
using Workspace.Web.Tasks;
using Workspace.Web.Votes;

namespace Workspace.Web.Demo;

internal sealed partial class DemoSeederRun
{
    private static readonly TimeSpan Preparation = TimeSpan.FromDays(4);

    private StoredSitting AddMeeting(DemoSitting content)
    {
        var written = content.Meeting;
        var details = new MeetingDetails(
            content.Title, content.StartsAt, content.ExpectedEnd, GroupCalendar.DefaultZone, Same<MeetingForm>(written.Form), written.Place, written.OnlineLink);
        var meeting = new Meeting(groups[written.GroupKey].Id, content.Year, content.Number, content.MinutesNumber, details);
        meeting.NoteNextMeeting(content.NextMeeting);
        db.Add(meeting);
        return new(content, meeting);
    }

    private void AddAgenda(StoredSitting sitting) => AddItems(sitting, null, sitting.Content.Items);

    private void AddItems(StoredSitting sitting, AgendaItem? parent, IReadOnlyList<DemoSittingItem> items)
    {
        foreach (var (position, content) in items.Index())
        {
            var details = new AgendaItemDetails(
                content.Title, Same<AgendaItemKind>(content.Kind), content.Minutes, people[content.PresenterKey].FullName, content.Background);
            var item = new AgendaItem(sitting.Meeting, parent, position, details);
            db.Add(item);
            sitting.Items.Add(new(content, item));
            AddItems(sitting, item, content.SubItems);
        }
    }

    /// <summary>Takes the meeting through its life as far as it has come: invited, started, from item to item, closed.</summary>
    private void Hold(StoredSitting sitting)
    {
        var (content, meeting) = sitting;
        if (content.OpenedAt is not { } openedAt)
            return;

        var presiding = people[content.Meeting.PresidingKey].Id;
        var rulesOfDay = RulesOn(meeting.GroupId, openedAt.DayIn(meeting.TimeZone));
        meeting.MarkInvited();
        var invitedOn = DateOnly.FromDateTime((openedAt - Notice(rulesOfDay.Values) - Preparation).DateTime);
        var invitedAt = invitedOn.At(OfficeOpens, meeting.TimeZone);
        db.Add(new MeetingEvent(meeting.Id, MeetingEventKind.Invited, invitedAt, people[content.Meeting.MinuteTakerKeys[0]].Id));

        var begun = sitting.Items.Where(item => item.Content.StartedAt is not null).ToList();
        meeting.Start(openedAt, rulesOfDay.Id, begun[0].Item.Id);
        db.Add(new MeetingEvent(meeting.Id, MeetingEventKind.Started, openedAt, presiding));
        foreach (var item in begun)
        {
            meeting.GoTo(item.Item.Id);
            db.Add(new MeetingEvent(meeting.Id, MeetingEventKind.ItemBegan, item.Content.StartedAt!.Value, presiding, item.Item.Id));
            if (item.Content.State == DemoItemState.Done)
                item.Item.MarkDone();
        }

        if (content.ClosedAt is not { } closedAt)
            return;
        meeting.Close(closedAt);
        db.Add(new MeetingEvent(meeting.Id, MeetingEventKind.Closed, closedAt, presiding));
    }

    /// <summary>The notice in days, generously: two days for a working day.</summary>
    private static TimeSpan Notice(RulesValues values) => TimeSpan.FromDays(values.NoticeInWorkingDays ? 2 * values.NoticeDays : values.NoticeDays);

    private void AddRoll(StoredSitting sitting)
    {
        var (content, meeting) = sitting;
        if (content.OpenedAt is not { } openedAt)
            return;

        var group = DemoContent.Groups.Single(g => g.Key == content.Meeting.GroupKey);
        var day = OffsetOf(openedAt);
        foreach (var entry in content.Meeting.Roll)
        {
            var holder = group.Seats.Single(s => s.Key == entry.SeatKey).HolderOn(day);
            Mark(seats[entry.SeatKey].Id, entry.StandInKey ?? holder, RollStateOf(entry.Presence), entry.ArrivedAfterMinutes ?? 0, entry.LeftAfterMinutes);
        }
        var inSeats = group.Seats.Select(s => s.HolderOn(day)).ToHashSet();
        var usual = content.Meeting.Form == DemoForm.Online ? RollState.Online : RollState.Present;
        foreach (var officer in group.Officers.Where(o => o.Term.Holds(day) && !inSeats.Contains(o.PersonKey)))
            Mark(null, officer.PersonKey, usual);
        foreach (var guest in content.Meeting.Guests)
            Mark(null, guest.PersonKey, RollStateOf(guest.Presence));

        void Mark(long? seatId, string? personKey, RollState state, int arrivedAfter = 0, int? leftAfter = null)
        {
            long? personId = personKey is null ? null : people[personKey].Id;
            var entry = new RollEntry(meeting.Id, seatId, personId, null, null);
            entry.Mark(leftAfter is null ? state : RollState.Absent, personId);
            db.Add(entry);
            Record(null, state, arrivedAfter);
            if (leftAfter is { } minutes)
                Record(state, RollState.Absent, minutes);

            void Record(RollState? from, RollState to, int minutes)
            {
                var at = openedAt.AddMinutes(minutes);
                var item = sitting.Items.LastOrDefault(i => i.Content.StartedAt <= at)?.Item.Id;
                RollPlace place = new(seatId, seatId is null ? personId : null, null);
                db.Add(new RollChange(meeting.Id, place, personId, from, to, at, people[content.Meeting.MinuteTakerKeys[0]].Id, RollCause.Marked, item, at));
            }
        }
    }

    /// <summary>They asked for the floor one after the other within the last minutes; the first speaks.</summary>
    private void AddSpeakers(StoredSitting sitting)
    {
        var keys = sitting.Content.Meeting.SpeakerKeys;
        foreach (var (position, key) in keys.Index())
        {
            var request = new SpeakerRequest(
                sitting.Meeting.Id, sitting.Meeting.CurrentItemId, people[key].Id, null, position, now - TimeSpan.FromMinutes(2 + keys.Count - position));
            if (position == 0)
                request.Give(now - TimeSpan.FromMinutes(2));
            db.Add(request);
        }
    }

    private static RollState RollStateOf(DemoPresence presence) =>
        presence == DemoPresence.InRoom ? RollState.Present : Same<RollState>(presence);

    private sealed record StoredSitting(DemoSitting Content, Meeting Meeting)
    {
        /// <summary>All items in the order of the agenda, each followed by its sub-items.</summary>
        public List<StoredItem> Items { get; } = [];

        public List<Vote> Votes { get; } = [];

        public List<GroupTask> Tasks { get; } = [];
    }

    private sealed record StoredItem(DemoSittingItem Content, AgendaItem Item)
    {
        public DemoSeederText Text { get; private set; } = new("");

        public void Write(DemoSeederText text)
        {
            Text = text;
            Item.Text.Begin(text.Version, text.Final);
        }
    }
}
