using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Minutes;

namespace Workspace.Web.Tests.Minutes;

/// <summary>Minutes of invented groups, and the writers as the program has them.</summary>
internal static class SampleMinutes
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddLogging()
        .AddLocalization()
        .AddSingleton(new WorkspaceSettings(DatabaseKind.Sqlite, "", "", false, false, null, null, null))
        .AddExports()
        .BuildServiceProvider();

    public static readonly MinutesDocument Full = new(new CultureInfo("cs-CZ"), "Pracovní skupina Dostupné bydlení", "02/2026", new DateOnly(2026, 6, 11))
    {
        HeaderLine = "Odbor sociálních věcí",
        TitleLine = "ze zasedání pracovní skupiny Dostupné bydlení",
        ParentBody = "Regionální stálé konference Podhorského kraje",
        Start = new TimeOnly(10, 0),
        End = new TimeOnly(12, 30),
        Place = "Krajský úřad, zasedací místnost č. 5, Horní Lhota",
        Form = MinutesForm.Hybrid,
        Counts = new MinutesCounts(3, 5),
        AttendanceNote = "viz prezenční listina, příloha č. 1",
        Present =
        [
            new("Mgr. Jana Dvorská", "předsedkyně", "Město Horní Lhota"),
            new("Tomáš Beneš", null, "Charita Podlesí", StandingInFor: "Marie Havlíková"),
            new("Lucie Ježková", "tajemnice"),
        ],
        Excused = [new("Marie Havlíková", "Charita Podlesí", StandIn: "Tomáš Beneš"), new("Oldřich Vrba")],
        Guests = ["zástupci obcí"],
        Items =
        [
            new("1", "Zahájení a schválení programu", "Předsedkyně přivítala přítomné v sále.") { Presenter = "J. Dvorská", Kind = MinutesItemKind.Decision },
            new("2", "Kontrola úkolů", "| Úkol | Termín |\n|---|---|\n| Rozeslat návrh | 30. 6. 2026 |\n\n- [x] splněno\n- [ ] zbývá"),
            new("3", "Akční plán", "# Diskuse\n\nP. Malina: souhlasí.\n\n4. čtvrtý podnět\n5. pátý podnět\n   - podrobnost\n\nViz [portál](https://www.example.cz/plan)."),
            new("3.1", "Financování", "Bez připomínek.", Level: 2),
        ],
        NextMeeting = "17. 9. 2026 v 10.00 hod.",
        WrittenAt = "V Horní Lhotě",
        WrittenOn = new DateOnly(2026, 6, 15),
        Signatures = [new("Zapsala", "Lucie Ježková", "tajemnice", IsSigned: true), new("Ověření zápisu", "Ing. Karel Šťastný, Ph.D.")],
        Publicity = "Projekt je spolufinancován z veřejných prostředků.",
        Author = "Lucie Ježková",
    };

    /// <summary>Nothing but what there must be.</summary>
    public static readonly MinutesDocument Bare = new(new CultureInfo("cs-CZ"), "Pracovní skupina Doprava", "", new DateOnly(2026, 1, 2));

    public static readonly MinutesDocument English = Full with { Culture = new CultureInfo("en-GB"), IsDraft = true };

    /// <summary>The same text, as bad as given, in every place where people type.</summary>
    public static MinutesDocument Filled(string text) => Full with
    {
        GroupName = text,
        Number = text,
        HeaderLine = text,
        TitleLine = text,
        ParentBody = text,
        Place = text,
        AttendanceNote = text,
        Present = [new(text, text, text, text)],
        Excused = [new(text, text, text)],
        Guests = [text],
        AgendaChanges = [new(MinutesAgendaChangeKind.Added, text, text, default), new(MinutesAgendaChangeKind.Removed, "", text, default)],
        Items = [new(text, text, text) { Presenter = text }, new("2", "Bod", "Text.")],
        NextMeeting = text,
        WrittenAt = text,
        Signatures = [new(text, text, text)],
        Publicity = text,
        Author = text,
    };

    public static T Writer<T>() where T : notnull => Services.GetRequiredService<T>();
}
