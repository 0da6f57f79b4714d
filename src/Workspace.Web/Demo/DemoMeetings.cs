using static Workspace.Web.Demo.DemoItemKind;

namespace Workspace.Web.Demo;

/// <summary>The four closed meetings of the group, and one of its sub-group. What is said at each stands in Minutes/{key}.md.</summary>
internal static class DemoMeetings
{
    internal const string Office = "Krajský úřad Doubravínského kraje, Lipová alej 12, Doubravín, zasedací místnost č. 214";
    internal const string Link = "https://schuzky.kraj-doubravin.example/ps-bydleni";

    internal static readonly DemoMeeting First = new(
        "meeting-1", "bydleni", "Obecní byty a dluhové poradenství", -545, new(9, 0), 120, Office, null, DemoForm.InPerson,
        DemoState.Closed)
    {
        PresidingKey = "former-chair",
        MinuteTakerKeys = ["secretary"],
        EndedAfterMinutes = 118,
        NextMeeting = "v {{in-month+145}}, spolupráce obcí s úřadem práce",
        Agenda =
        [
            new("Zahájení a schválení programu", "former-chair", 10, Decision),
            new("Průběžné plnění akčního plánu na období {{oldplan}}", "secretary", 25, Information),
            new("Obecní bytový fond – výsledky prvního společného zjišťování", "member-6", 30, Discussion),
            new("Dostupnost dluhového poradenství", "member-20", 20, Discussion),
            new("Spolupráce škol a sociálních odborů při prevenci ztráty bydlení", "member-3", 25, Discussion),
            new("Různé a termín dalšího jednání", "former-chair", 10, Discussion),
        ],
        Roll = DemoRoll.Of(DemoContent.Group, DemoPresence.InRoom,
            excused: ["kraj-radni", "policie", "nemocnice", "sklenarov-2", "doubravin-os"],
            absent: ["svazek", "kraj-osv-2"],
            standIns: [("urad-prace-1", "alternate-3")]),
        Guests = [new("guest-3", DemoPresence.InRoom)],
    };

    internal static readonly DemoMeeting Second = new(
        "meeting-2", "bydleni", "Nový jednací řád a pilotní projekt", -400, new(13, 0), 130, null, Link, DemoForm.Online, DemoState.Closed)
    {
        PresidingKey = "former-chair",
        MinuteTakerKeys = ["secretary", "member-2"],
        EndedAfterMinutes = 126,
        NextMeeting = "v {{in-month+135}}, přesný termín sdělí tajemník",
        Agenda =
        [
            new("Zahájení a schválení programu", "former-chair", 10, Decision),
            new("Kontrola úkolů", "secretary", 10, Information),
            new("Představení pilotního projektu „Klíč do vlastních dveří“", "alternate-4", 30, Information),
            new("Součinnost úřadu práce a obcí při řešení dluhů na nájemném", "member-12", 25, Discussion),
            new("Návrh nového jednacího řádu", "secretary", 25, Decision, "Návrh byl členům rozeslán spolu s pozvánkou."),
            new("Zřízení podskupiny Prevence ztráty bydlení", "former-chair", 15, Decision),
            new("Různé a termín dalšího jednání", "former-chair", 15, Discussion),
        ],
        Roll = DemoRoll.Of(DemoContent.Group, DemoPresence.Online,
            excused: ["kraj-radni", "nemocnice", "lipova-brana", "zs"],
            absent: ["policie", "nove-javori"],
            standIns: [("novy-prah-1", "alternate-4")]),
        Guests = [new("guest-1", DemoPresence.Online), new("guest-3", DemoPresence.Online)],
    };

    internal static readonly DemoMeeting Third = new(
        "meeting-3", "bydleni", "Volba předsedy a síť kontaktních míst pro bydlení", -265, new(9, 30), 140, Office, Link, DemoForm.Hybrid,
        DemoState.Closed)
    {
        PresidingKey = "verifier",
        MinuteTakerKeys = ["secretary"],
        VerifierKey = "member-17",
        EndedAfterMinutes = 139,
        NextMeeting = "{{date:meeting-4}} v 9.30 hod., Sklenářov, na pozvání města",
        Agenda =
        [
            new("Zahájení, schválení programu a volba ověřovatele zápisu", "verifier", 10, Decision),
            new("Kontrola úkolů", "secretary", 10, Information),
            new("Volba předsedy pracovní skupiny", "verifier", 20, Election),
            new("Zpráva o činnosti podskupiny Prevence ztráty bydlení", "member-20", 20, Information),
            new("Stanovisko k rozmístění kontaktních míst pro bydlení", "member-6", 30, Decision),
            new("Harmonogram přípravy akčního plánu na období {{plan}}", "secretary", 20, Decision),
            new("Podmínky dotačního programu Podpora udržení bydlení", "member-4", 20, Decision),
            new("Různé a termín dalšího jednání", "verifier", 10, Discussion),
        ],
        Roll = DemoRoll.Of(DemoContent.Group, DemoPresence.InRoom,
            online: ["kraj-osm", "doubravin-os", "sklenarov-2", "nove-javori", "urad-prace-2", "policie", "svazek"],
            excused: ["sos", "zs", "nemocnice"],
            absent: ["lipova-brana"],
            standIns: [("urad-prace-1", "alternate-3")],
            standInsOnline: true),
        Guests = [new("guest-1", DemoPresence.InRoom)],
        Votes = DemoVotes.OfThird,
        Tasks = DemoTasks.OfThird,
    };

    internal static readonly DemoMeeting Fourth = new(
        "meeting-4", "bydleni", "Východiska akčního plánu", -120, new(9, 30), 135,
        "Městský úřad Sklenářov, Tovární náměstí 3, velká zasedací síň", null, DemoForm.InPerson, DemoState.Closed)
    {
        PresidingKey = "chair",
        MinuteTakerKeys = ["secretary"],
        VerifierKey = "verifier",
        EndedAfterMinutes = 131,
        NextMeeting = "{{date:live}}, projednání návrhu akčního plánu",
        Agenda =
        [
            new("Zahájení, schválení programu a volba ověřovatele zápisu", "chair", 10, Decision),
            new("Kontrola úkolů", "secretary", 15, Information),
            new("Východiska akčního plánu na období {{plan}}", "secretary", 35, Decision),
            new("Kapacity krizového bydlení", "member-18", 20, Discussion),
            new("Využití obecních bytů – vyjádření obcí", "chair", 25, Discussion),
            new("Pacienti bez zajištěného bydlení", "member-22", 20, Discussion),
            new("Různé a termín dalšího jednání", "chair", 10, Discussion),
        ],
        Roll = DemoRoll.Of(DemoContent.Group, DemoPresence.InRoom,
            excused: ["kraj-radni", "kraj-osm", "urad-prace-2", "sos", "doubravin-os"],
            absent: ["policie", "svazek"],
            standIns: [("novy-prah-1", "alternate-4")]),
        Guests = [new("guest-1", DemoPresence.InRoom), new("guest-2", DemoPresence.InRoom)],
        Votes = DemoVotes.OfFourth,
        Tasks = DemoTasks.OfFourth,
    };

    internal static readonly DemoMeeting OfSubGroup = new(
        "sub-1", "ztrata-bydleni", "Doporučený postup při prvních nedoplatcích", -62, new(10, 0), 90, null,
        "https://schuzky.kraj-doubravin.example/prevence", DemoForm.Online, DemoState.Closed)
    {
        PresidingKey = "member-20",
        MinuteTakerKeys = ["secretary"],
        EndedAfterMinutes = 84,
        NextMeeting = "svolá vedoucí podskupiny, nejdříve po schválení akčního plánu",
        Agenda =
        [
            new("Zahájení a schválení programu", "member-20", 5, Decision),
            new("Doporučený postup při prvních nedoplatcích na nájemném", "member-20", 40, Discussion),
            new("Podněty k návrhu akčního plánu na období {{plan}}", "member-20", 30, Discussion),
            new("Různé a termín dalšího jednání", "member-20", 10, Discussion),
        ],
        Roll = DemoRoll.Of(DemoContent.SubGroup, DemoPresence.Online, excused: ["sub-sklenarov"]),
    };
}
