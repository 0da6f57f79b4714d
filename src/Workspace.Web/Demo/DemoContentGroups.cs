namespace Workspace.Web.Demo;

public static partial class DemoContent
{
    private const int Founded = -1490;
    private const int SubFounded = -380;

    private static readonly DemoTerm FromStart = new(Founded);

    public static DemoGroup Group { get; } = new(
        Key: "bydleni",
        ParentGroupKey: null,
        Name: "Pracovní skupina Bydlení a sociální soudržnost",
        ShortName: "PS Bydlení a soudržnost",
        ParentBody: "Regionální stálá konference Doubravínského kraje",
        Department: "Krajský úřad Doubravínského kraje, odbor sociálních věcí",
        FoundedDay: Founded,
        Seats:
        [
            new("kraj-osv-1", "kraj", "osv", false,
                [new("former-chair", new(Founded, -330)), new("member-1", new(-329))], [new("alternate-1", new(-329))]),
            Seat("kraj-osv-2", "kraj", "member-2", "osv"),
            Seat("kraj-osm", "kraj", "member-3", "osm"),
            Seat("kraj-orr", "kraj", "member-4", "orr"),
            new("kraj-radni", "kraj", null, true, [new("member-5", FromStart)], []),
            Seat("doubravin-osp", "doubravin", "chair", "doubravin-osp"),
            Seat("doubravin-ob", "doubravin", "member-6", "doubravin-ob"),
            Seat("doubravin-os", "doubravin", "member-7", "doubravin-os"),
            Seat("sklenarov-1", "sklenarov", "verifier"),
            Seat("sklenarov-2", "sklenarov", "member-8"),
            new("rudnik", "rudnik", null, false,
                [new("former-1", new(Founded, -190)), new("member-9", new(-189))], [new("alternate-2", new(-189))]),
            Seat("lipova-brana", "lipova-brana", "member-10"),
            Seat("nove-javori", "nove-javori", "member-11"),
            new("urad-prace-1", "urad-prace", null, false, [new("member-12", FromStart)], [new("alternate-3", new(-900))]),
            Seat("urad-prace-2", "urad-prace", "member-13"),
            Seat("policie", "policie", "member-14"),
            Seat("sos", "sos", "member-15"),
            Seat("zs", "zs", "member-16"),
            new("novy-prah-1", "novy-prah", null, false, [new("member-17", FromStart)], [new("alternate-4", new(-600))]),
            Seat("novy-prah-2", "novy-prah", "member-18"),
            Seat("spolecny-dvorek", "spolecny-dvorek", "member-19"),
            Seat("poradna-vahy", "poradna-vahy", "member-20"),
            Seat("svazek", "svazek", "member-21"),
            Seat("nemocnice", "nemocnice", "member-22"),
        ],
        Officers:
        [
            new(DemoOffice.Chair, "former-chair", new(Founded, -330)),
            new(DemoOffice.Chair, "chair", new(-264)),
            new(DemoOffice.ViceChair, "verifier", FromStart),
            new(DemoOffice.Secretary, "secretary", FromStart),
        ],
        Guests:
        [
            new("kraj", "oz", "guest-1", FromStart, DeclinedMembership: true),
            new("mas", null, "guest-2", new(-900), DeclinedMembership: false),
            new("univerzita", null, "guest-3", new(-700), DeclinedMembership: false),
        ],
        Rules:
        [
            new(Founded, 1, 2, QuorumMustExceedShare: false, DemoBasis.Present, NoticeDays: 7, NoticeInWorkingDays: false, CommentDays: 5,
                PerRollamAllowed: false, PerRollamDays: 0, DemoSilence.NotCounted, GuestsMayComment: false, VerifierNeeded: false,
                NumberFormat: "{number}/{year}"),
            new(-386, 1, 2, QuorumMustExceedShare: true, DemoBasis.Present, NoticeDays: 10, NoticeInWorkingDays: true, CommentDays: 7,
                PerRollamAllowed: true, PerRollamDays: 5, DemoSilence.NotCounted, GuestsMayComment: true, VerifierNeeded: true,
                NumberFormat: "{number:00}/{year}"),
        ],
        StandingItems:
        [
            new("Zahájení, schválení programu a volba ověřovatele zápisu", "chair", 10, DemoItemKind.Decision, AtEnd: false),
            new("Kontrola úkolů", "secretary", 15, DemoItemKind.Information, AtEnd: false),
            new("Různé a termín dalšího jednání", "chair", 10, DemoItemKind.Discussion, AtEnd: true),
        ]);

    public static DemoGroup SubGroup { get; } = new(
        Key: "ztrata-bydleni",
        ParentGroupKey: "bydleni",
        Name: "Podskupina Prevence ztráty bydlení",
        ShortName: "Podskupina Prevence",
        ParentBody: "Pracovní skupina Bydlení a sociální soudržnost",
        Department: "Krajský úřad Doubravínského kraje, odbor sociálních věcí",
        FoundedDay: SubFounded,
        Seats:
        [
            Seat("sub-vahy", "poradna-vahy", "member-20", null, SubFounded),
            Seat("sub-osv", "kraj", "member-2", "osv", SubFounded),
            Seat("sub-doubravin", "doubravin", "member-6", "doubravin-ob", SubFounded),
            Seat("sub-sklenarov", "sklenarov", "verifier", null, SubFounded),
            Seat("sub-urad-prace", "urad-prace", "member-13", null, SubFounded),
            new("sub-novy-prah", "novy-prah", null, false, [new("member-18", new(SubFounded))], [new("alternate-4", new(SubFounded))]),
        ],
        Officers:
        [
            new(DemoOffice.Chair, "member-20", new(SubFounded)),
            new(DemoOffice.Secretary, "secretary", new(SubFounded)),
        ],
        Guests: [],
        Rules:
        [
            new(SubFounded, 1, 2, QuorumMustExceedShare: true, DemoBasis.Present, NoticeDays: 15, NoticeInWorkingDays: false,
                CommentDays: 7, PerRollamAllowed: false, PerRollamDays: 0, DemoSilence.NotCounted, GuestsMayComment: true,
                VerifierNeeded: false, NumberFormat: "{number:00}/{year}"),
        ],
        StandingItems:
        [
            new("Zahájení a schválení programu", "member-20", 5, DemoItemKind.Decision, AtEnd: false),
            new("Různé a termín dalšího jednání", "member-20", 10, DemoItemKind.Discussion, AtEnd: true),
        ]);

    /// <summary>What both groups' minutes say again and again.</summary>
    public static IReadOnlyList<string> Sentences { get; } =
    [
        "Přítomno {počet} z {celkem} členů s hlasovacím právem, skupina je usnášeníschopná.",
        "Program byl schválen bez připomínek.",
        "Ověřovatelem zápisu č. {číslo} byl(a) zvolen(a) {jméno}.",
        "Skupina bere informaci k bodu „{bod}“ na vědomí.",
        "Úkol: {kdo} do {termín} připraví {co}.",
    ];

    public static IReadOnlyList<DemoGroup> Groups { get; } = [Group, SubGroup];

    private static DemoSeat Seat(string key, string organisation, string holder, string? unit = null, int from = Founded) =>
        new(key, organisation, unit, false, [new(holder, new(from))], []);
}
