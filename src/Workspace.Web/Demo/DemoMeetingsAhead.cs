using static Workspace.Web.Demo.DemoItemKind;
using static Workspace.Web.Demo.DemoItemState;

namespace Workspace.Web.Demo;

/// <summary>The meeting in progress now, and the planned one.</summary>
internal static class DemoMeetingsAhead
{
    /// <summary>Starts about forty minutes before now; its hour is therefore not used.</summary>
    internal static readonly DemoMeeting Live = new(
        "live", "bydleni", "Návrh akčního plánu", 0, new(9, 30), 150, DemoMeetings.Office, DemoMeetings.Link, DemoForm.Hybrid,
        DemoState.Live)
    {
        PresidingKey = "chair",
        MinuteTakerKeys = ["secretary", "member-2", "member-17"],
        VerifierKey = "verifier",
        Agenda =
        [
            new("Zahájení, schválení programu a volba ověřovatele zápisu", "chair", 10, Decision),
            new("Kontrola úkolů", "secretary", 15, Information),
            new("Návrh akčního plánu na období {{plan}}", "secretary", 40, Decision,
                "Návrh ve znění po vypořádání připomínek a úplný přehled připomínek obdrželi členové spolu s pozvánkou.")
            {
                State = Current,
            },
            new("Kontaktní místa pro bydlení – vyjádření obcí", "chair", 25, Discussion,
                "Každá obec ve dvou až třech větách uvede, jak je kontaktní místo zajištěno, kdo v něm pracuje a co by potřebovala.")
            {
                State = Waiting,
            },
            new("Volba zástupce pracovní skupiny do koordinační skupiny Koncepce", "chair", 15, Election,
                "Koordinační skupina se schází čtyřikrát ročně. Navrhovat lze pouze členy pracovní skupiny, volba je tajná.")
            {
                State = Waiting,
            },
            new("Dotační výzvy", "member-4", 20, Information)
            {
                State = Waiting,
                SubItems =
                [
                    new("Vyhlášené a připravované výzvy", "member-4", 10, Information) { State = Waiting },
                    new("Zkušenosti žadatelů", "guest-2", 10, Discussion) { State = Waiting },
                ],
            },
            new("Různé a termín dalšího jednání", "chair", 10, Discussion) { State = Waiting },
        ],
        Roll = DemoRoll.Of(DemoContent.Group, DemoPresence.InRoom,
            online: ["kraj-osm", "sklenarov-1", "sklenarov-2", "lipova-brana", "urad-prace-2", "sos", "svazek", "nemocnice"],
            excused: ["kraj-radni", "policie", "zs", "nove-javori"],
            absent: ["doubravin-os"],
            standIns: [("rudnik", "alternate-2")],
            standInsOnline: true,
            late: [("nemocnice", 14)],
            early: [("nemocnice", 33)]),
        Guests = [new("guest-1", DemoPresence.InRoom), new("guest-2", DemoPresence.Online)],
        SpeakerKeys = ["member-21", "member-20", "guest-1"],
        Votes = DemoVotes.OfLive,
        Tasks = DemoTasks.OfLive,
    };

    internal static readonly DemoMeeting Next = new(
        "next", "bydleni", "Naplňování akčního plánu", 98, new(9, 30), 120, DemoMeetings.Office, DemoMeetings.Link, DemoForm.Hybrid,
        DemoState.Planned)
    {
        PresidingKey = "chair",
        MinuteTakerKeys = ["secretary"],
        Agenda =
        [
            new("Zahájení, schválení programu a volba ověřovatele zápisu", "chair", 10, Decision) { State = Waiting },
            new("Kontrola úkolů", "secretary", 15, Information) { State = Waiting },
            new("První kroky k naplnění akčního plánu na období {{plan}}", "member-1", 40, Information) { State = Waiting },
            new("Postup při propouštění pacientů bez zajištěného bydlení", "member-22", 30, Discussion) { State = Waiting },
            new("Různé a termín dalšího jednání", "chair", 10, Discussion) { State = Waiting },
        ],
    };
}
