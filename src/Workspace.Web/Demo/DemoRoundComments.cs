using Workspace.Web.Rounds.Settling;
using static Workspace.Web.Rounds.Settling.SettlementOutcome;

namespace Workspace.Web.Demo;

internal static class DemoRoundComments
{
    /// <summary>As many and as they were settled as the minutes say: 38 of eleven organisations, 24 accepted, 8 partly, 4 not, 2 explained.</summary>
    public static readonly IReadOnlyList<DemoRoundComment> OnMain =
    [
        Of("member-4", "I/4", "Fond musí mít jistotu, že se mu prostředky vrátí. Splátky lze doložit, možnosti klienta nikoli.", Accepted) with
        {
            IsEssential = true, Change = ("vrací podle svých možností", "vrací ve splátkách"),
        },
        Of("member-17", "I/4", "Uvést, že je fond zajištěn na oba roky. Jinak si nikdo netroufne podepsat první smlouvu.", Accepted, "Doplněno do zdrojů financování."),
        Of("member-20", "II/1", "Bez lhůty si povinnost každé město vyloží jinak.", Accepted) with { IsEssential = true, Change = ("co nejdříve", "nejpozději třicátý den po splatnosti") },
        Of("member-20", "II/1", "Nesledovat počet upomínek, ale podíl dluhů vyřešených do 60 dnů. Upomínek se dá poslat libovolně mnoho.", Accepted, "Indikátor byl změněn."),
        Of("member-20", "II/2", "Mezi spolupracující doplnit soukromé pronajímatele.", Accepted),
        Of("member-20", "II/4", "Sloučit s opatřením V/1, obě se týkají sdílení údajů.", Accepted, "Opatření byla sloučena pod číslem V/1."),
        Of("member-20", null, "Chybí opatření, které by lidi doprovodilo až k oddlužení.", Accepted, "Doplněno jako opatření III/5."),
        Of("member-9", "I/2", "Projektová dokumentace ještě není hotová, termín prosíme posunout o dva roky.", PartlyAccepted, "Termín posunut o rok, do konce října druhého roku plánu."),
        Of("member-9", "I/2", "Doplnit, kolik z opravených bytů bude sociálních.", Accepted, "Doplněno do indikátoru."),
        Of("member-9", "II/1", "Jaké údaje smí bytový odbor předat sociálnímu odboru bez souhlasu nájemníka?", Explained, "Uvnitř jednoho městského úřadu jde o postup podle vnitřního předpisu města; vzor připraví odbor sociálních věcí."),
        Of("verifier", "I/5", "Doplnit stálou přítomnost sociálního pracovníka, bez ní krizové lůžko svůj účel neplní.", Accepted),
        Of("verifier", "I/5", "Zvýšit kapacitu na dvacet lůžek.", PartlyAccepted, "Zůstává nejméně dvanáct lůžek; o rozšíření se rozhodne po prvním roce provozu."),
        Of("verifier", "I/3", "Upřesnit, že jde o dva domy v každém městě.", Accepted),
        Of("member-10", null, "Malá obec potřebuje vidět, která opatření se jí týkají.", PartlyAccepted, "Obce jsou nově uvedeny ve spolupráci u každého opatření, které se jich týká; zvláštní značka se nezavádí."),
        Of("member-10", "II/3", "Město naší velikosti si vlastního zabydlovacího pracovníka nemůže dovolit. Žádáme příspěvek kraje obcím do 5 000 obyvatel.", NotAccepted,
            "Tým zřizuje a hradí kraj, obcím náklady nevznikají.") with { IsEssential = true, Answer = SettlementAnswer.Settled },
        Of("member-10", "III/1", "Mezi místa úředních dnů zařadit Lipovou Bránu.", Accepted),
        Of("member-12", "III/2", "Přehled obnovovat čtvrtletně, měsíční obnova je nad naše možnosti.", Accepted),
        Of("member-12", "III/3", "Doplnit, že součástí úvazku je zaučení.", Accepted),
        Of("member-12", "III/3", "Cílovou hodnotu snížit na polovinu.", PartlyAccepted, "Cíl byl snížen ze 60 na 45 osob."),
        Of("member-12", "V/1", "Sjednotit text souhlasu klienta pro všechny úřady.", PartlyAccepted, "Text je společný, každý úřad k němu připojí vlastní poučení."),
        Of("member-14", "II/1", "Zařadit Policii ČR mezi ty, kdo se o dluhu dozvědí.", NotAccepted, "Pro předávání těchto údajů policii není právní důvod."),
        Of("member-14", null, "V úvodu zmínit spolupráci s manažery prevence kriminality.", Accepted),
        Of("member-14", "I/5", "Bude v objektu zajištěna noční služba?", Explained, "Ano, nepřetržitá služba je součástí pověření sociální služby."),
        Of("member-17", "II/3", "Udržení bydlení hodnotit po dvanácti měsících, šest je málo.", Accepted),
        Of("member-17", "II/3", "Zvýšit cíl na 60 domácností.", PartlyAccepted, "Zůstává 40 domácností pro první rok; zvýšení se posoudí podle skutečných kapacit."),
        Of("member-17", "III/4", "Kontakt omezit na půl roku po skončení splátkového kalendáře.", Accepted),
        Of("member-18", "IV/2", "Doplnit úhradu dojíždění, jinak rodina dítě stejně přehlásí.", Accepted),
        Of("member-1", "III/1", "Jako zdroj uvést krajský program Podpora udržení bydlení.", Accepted),
        Of("member-2", "I/1", "Pravidla mají být nejen schválená, ale i zveřejněná.", Accepted),
        Of("member-3", "IV/1", "Upozornění škol vázat na souhlas rodičů.", Accepted),
        Of("member-3", "IV/2", "Příspěvek na dojíždění vyplácet školám, ne rodinám.", PartlyAccepted, "Způsob výplaty určí pravidla příspěvku, opatření obě možnosti připouští."),
        Of("member-6", "I/3", "Rozhodování o domech patří do samostatné působnosti města, opatření navrhujeme vypustit.", NotAccepted,
            "Opatření městům neukládá postup, pouze sleduje, kde se nájemníci zapojili.") with
        {
            IsEssential = true, Answer = SettlementAnswer.Settled, AnswerWords = "Po vysvětlení na jednání souhlasíme.",
        },
        Of("member-6", "II/1", "Lhůtu počítat ode dne splatnosti, den doručení upomínky se nedá zjistit.", Accepted),
        Of("member-6", "I/1", "Indikátor nahradit počtem přidělených bytů.", NotAccepted, "Počet přidělených bytů závisí na uvolněných bytech, ne na pravidlech."),
        Of("member-21", "II/3", "Mezi spolupracující doplnit svazek obcí.", Accepted),
        Of("member-21", "V/1", "Přehled ubytovacích kapacit vést pro celý kraj, ne zvlášť v každém městě.", Accepted),
        Of("member-22", "V/2", "Do dohody přizvat i odbor zdravotnictví.", Accepted),
        Of("member-22", "V/2", "Výchozí hodnotu uvést za všechny nemocnice v kraji.", PartlyAccepted, "Uvedena je hodnota za Nemocnici Doubravín, ostatní se doplní po prvním roce.") with { IsEssential = true },
    ];

    /// <summary>In the round that is open now.</summary>
    public static readonly IReadOnlyList<DemoRoundComment> OnDeposits =
    [
        new("member-17", "I/1", "Lidé, kteří utekli před násilím nebo vyšli z dětského domova, rok pobytu doložit nemohou.")
        {
            IsEssential = true, Change = ("nejméně jeden rok", "nejméně šest měsíců"), SupporterKeys = ["member-18"],
        },
        new("member-9", "II/1", "V Rudníku se kauce u větších bytů blíží padesáti tisícům.") { Change = ("nejvýše však 45 000 Kč", "nejvýše však 50 000 Kč") },
        new("member-20", "II/3", "Tři měsíce na nalezení nové práce často nestačí a dluh vůči fondu by zbytečně zůstal v exekuci.") { Change = ("na tři měsíce", "až na šest měsíců") },
        new("member-6", "II/4", "Pronajímatel není účastníkem smlouvy o půjčce, pravidla mu tedy povinnost uložit nemohou. Navrhujeme trojstrannou dohodu.") { IsEssential = true },
        new("member-12", "III/1", "Lhůtu prosíme sladit s rozhodováním o dávkách, aby žadatel nemusel na úřad dvakrát."),
        new("member-21", null, "Přiložte prosím vzor žádosti, malé obce si jej samy nevytvoří."),
        new("guest-2", "III/2", "Přehled by měl být i na webu kraje."),
        new("member-1", "II/2", "Dva roky jsou pro rodiny s dětmi krátká doba, navrhujeme") { IsDraft = true },
    ];

    /// <summary>From the public.</summary>
    public static readonly IReadOnlyList<DemoRoundComment> OfPublic =
    [
        new("", "I/3", "Majitel mi příslib na papír nedal, stačil by e-mail?") { PublicName = "Renata Součková" },
        new("Klub samoživitelů Sklenářov", "II/2", "Prosíme o možnost první splátky až druhý měsíc po nastěhování.") { PublicName = "Karel Mareš" },
    ];

    /// <summary>In the round that is being settled.</summary>
    public static readonly IReadOnlyList<DemoRoundComment> OnArrears =
    [
        Of("member-6", "I/1", "V Doubravíně se platby párují až patnáctého, dřív nevíme, kdo nezaplatil.", PartlyAccepted,
            "Deset dnů zůstává jako doporučení; město smí lhůtu prodloužit, nejvýše o deset dnů.") with
        {
            IsEssential = true, Change = ("do 10. dne", "do 20. dne"), Answer = SettlementAnswer.Settled,
        },
        new("verifier", "I/1", "Do desátého dne ještě nemáme výpisy z banky.") { Change = ("do 10. dne", "do 20. dne") },
        Of("member-2", "I/2", "Upomínka plná paragrafů lidi od jednání odradí.", Accepted) with { Change = ("odešle písemnou upomínku", "odešle srozumitelnou písemnou upomínku"), IsUntold = true },
        new("nove-javori", "I/3", "Informaci předávat jen se souhlasem nájemníka.") { EnteredFor = "Dana Štočková" },
        Of("member-18", "II/1", "Čtyřicátý den je pozdě, domácnost už má dvě nezaplacená nájemná.", NotAccepted, "Na dřívější návštěvy města nemají dost pracovníků.") with
        {
            IsEssential = true, Change = ("do 40. dne", "do 25. dne"), Answer = SettlementAnswer.Insists, AnswerWords = "Ve třech městech tak už rok pracujeme a daří se to.",
        },
        new("member-13", "II/2", "Na schůzku přizvat i úřad práce, bývá u toho řešena dávka.") { Change = ("bytový odbor a sociální odbor", "bytový odbor, sociální odbor a úřad práce") },
        new("verifier", null, "Doplnit přílohu se spojením na správce domů.") { IsLate = true },
    ];

    private static DemoRoundComment Of(string author, string? citation, string reason, SettlementOutcome outcome, string response = "") =>
        new(author, citation, reason) { Outcome = outcome, Response = response };
}
