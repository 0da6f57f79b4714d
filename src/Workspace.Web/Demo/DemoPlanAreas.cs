using Workspace.Web.Plans;

namespace Workspace.Web.Demo;

/// <summary>What the demo's plan says.</summary>
internal static class DemoPlanAreas
{
    private static readonly string[] Towns = ["doubravin", "sklenarov", "rudnik", "lipova-brana", "nove-javori"];

    public static readonly DemoPlanArea Housing = new("I", "Dostupné a sociální bydlení", "Doubravínský kraj a jeho města usilují o to, aby v letech {0} a {1}",
    [
        new("1", "mělo každé z pěti měst schválená a zveřejněná pravidla pro přidělování sociálních bytů, kterým žadatel porozumí bez cizí pomoci,",
            "Počet měst se schválenými a zveřejněnými pravidly (cíl: 5)", "6/{0}")
        {
            Owners = ["osv"], Cooperating = Towns, AuthorKey = "member-2",
        },
        new("2", "se čtrnáct dosud neobyvatelných bytů v Rudníku nad Mlýnicí vrátilo do nájmu a nejméně polovina z nich sloužila jako sociální,",
            "Počet opravených bytů (cíl: 14), z toho sociálních (cíl: 7)", "31. 10. {1}")
        {
            Owners = ["rudnik"], Cooperating = ["orr"], Funding = "výzva na sociální bydlení, rozpočet města", AuthorKey = "member-9",
        },
        new("3", "se o změnách v obecních domech rozhodovalo společně s nájemníky, a to nejméně ve dvou domech v každém z pěti měst,",
            "Počet domů, kde nájemníci o změnách spolurozhodovali (cíl: 10)", "průběžně do 12/{1}")
        {
            Owners = ["doubravin-ob"], Cooperating = ["obce", "spolecny-dvorek"], AuthorKey = "member-19",
        },
        new("4", "působil společný fond kaucí, ze kterého si domácnost vypůjčí na složení kauce a prostředky vrací ve splátkách,",
            "Počet podpořených domácností za rok (cíl: 60); podíl vrácených prostředků (cíl: 80 %)", "do tří měsíců od schválení pravidel fondu Radou kraje")
        {
            Owners = ["orr"], Cooperating = ["osv", "novy-prah"], Funding = "rozpočet kraje, 1 200 000 Kč v každém roce", AuthorKey = "member-4",
            Edit = new("member-4", "vrací podle svých možností", "vrací ve splátkách"),
        },
        new("5", "nabídla bývalá ubytovna v ulici U Skláren nejméně dvanáct lůžek krizového bydlení se stálou přítomností sociálního pracovníka.",
            "Počet zřízených lůžek (cíl: 12)", "12/{0}")
        {
            Owners = ["sklenarov"], Cooperating = ["osv", "novy-prah"], Funding = "rozpočet města, odhad 3 900 000 Kč; krajská síť sociálních služeb", AuthorKey = "verifier",
        },
    ]);

    public static readonly DemoPlanArea Prevention = new("II", "Prevence ztráty bydlení", "Pomoc má přijít dřív než výpověď z nájmu. Proto v letech {0} a {1}",
    [
        new("1", "zavedou města jednotný postup při prvních nedoplatcích na nájemném, podle něhož se sociální odbor o dluhu dozví nejpozději třicátý den po splatnosti,",
            "Podíl dluhů vyřešených do 60 dnů (cíl: 65 %)", "průběžně do 12/{1}")
        {
            Owners = ["osv"], Cooperating = [.. Towns, "poradna-vahy"], AuthorKey = "member-20", Edit = new("member-20", "co nejdříve", "nejpozději třicátý den po splatnosti"),
            IndicatorBefore = "Počet odeslaných upomínek (cíl: 1 200 ročně)",
        },
        new("2", "získá nájemce nabídku splátkového kalendáře již s první upomínkou, ať bydlí v obecním, nebo soukromém bytě,",
            "Podíl upomínek s nabídkou splátkového kalendáře (cíl: 100 % u obcí, 40 % u ostatních)", "12/{0}")
        {
            Owners = ["poradna-vahy"], Cooperating = ["obce", "soukromí pronajímatelé"], AuthorKey = "member-20",
        },
        new("3", "bude v kraji působit zabydlovací tým, který domácnost doprovodí od podpisu nájemní smlouvy přes celý první rok bydlení.",
            "Počet domácností, které si bydlení udržely 12 měsíců (cíl: 40)", "do 30. 6. {0}")
        {
            Owners = ["osv"], Cooperating = ["novy-prah", "svazek", "nno"], Funding = "Evropský sociální fond plus (prvních 18 měsíců), poté rozpočet kraje", AuthorKey = "member-17",
        },
        new("4", "budou si města, úřad práce a poradny předávat údaje o ohrožených domácnostech podle společného vzoru souhlasu.",
            "Počet zapojených organizací", "12/{0}")
        {
            Owners = ["urad-prace"], Cooperating = ["obce", "poradna-vahy"], IsRemoved = true,
        },
    ]);

    public static readonly DemoPlanArea Debts = new("III", "Dluhová problematika a zaměstnanost", "Zadlužený člověk má mít v každém městě kraje na koho se obrátit. K tomu v letech {0} a {1}",
    [
        new("1", "rozšíří dluhová poradna úřední dny v Rudníku nad Mlýnicí, Lipové Bráně a Novém Javoří alespoň na jeden den v týdnu,",
            "Počet měst s týdenním úředním dnem (cíl: 5); čekací doba na první schůzku (cíl: nejvýše 3 týdny)", "6/{0}")
        {
            Owners = ["osv"], Cooperating = ["poradna-vahy", "rudnik", "lipova-brana", "nove-javori"], Funding = "krajský program Podpora udržení bydlení", AuthorKey = "member-20",
        },
        new("2", "vydá úřad práce s městy přehled dluhových poraden a jejich úředních dnů a každé čtvrtletí jej obnoví,",
            "Přehled je na webech všech měst (ano/ne)", "průběžně")
        {
            Owners = ["urad-prace"], Cooperating = ["obce", "poradna-vahy"], Status = PlanStatus.Ongoing, Comment = "První přehled je hotový, zveřejnila jej čtyři města.", AuthorKey = "member-12",
        },
        new("3", "nabídnou úřad práce a zaměstnavatelé zkrácené úvazky se zaučením lidem, kteří se po ztrátě bydlení vracejí do práce,",
            "Počet osob zaměstnaných alespoň 6 měsíců (cíl: 45)", "12/{1}")
        {
            Owners = ["urad-prace"], Cooperating = ["sos", "doubravin-osp"], AuthorKey = "member-12",
        },
        new("4", "zůstanou pracovníci obcí ještě půl roku v kontaktu s domácnostmi, kterým skončil splátkový kalendář, aby se dluh nevrátil,",
            "Podíl domácností bez nového dluhu po 6 měsících (cíl: 75 %)", "12/{1}")
        {
            Cooperating = ["obce", "novy-prah"], AuthorKey = "member-18",
        },
        new("5", "doprovodí dva terénní pracovníci s působností v celém kraji ročně nejméně 80 lidí od prvního rozhovoru až k podání návrhu na oddlužení.",
            "Počet podaných návrhů na oddlužení (cíl: 80 ročně)", "průběžně do 12/{1}")
        {
            Owners = ["osv"], Cooperating = ["poradna-vahy", "novy-prah"], Funding = "rozpočet kraje, dva úvazky", AuthorKey = "member-1",
            Edit = new("member-1", "dva terénní pracovníci ročně", "dva terénní pracovníci s působností v celém kraji ročně"), IsAdded = true,
        },
    ]);

    public static readonly DemoPlanArea Children = new("IV", "Děti, rodiny a škola", "Stěhování rodiny nemá dítěti vzít školu. Kraj, města a školy proto v letech {0} a {1}",
    [
        new("1", "převezmou krajské doporučení, podle něhož škola se souhlasem rodičů včas upozorní sociální odbor na rodinu ohroženou ztrátou bydlení,",
            "Počet škol, které doporučení převzaly (cíl: 60)", "9/{0}")
        {
            Owners = ["osm"], Cooperating = ["zs", "sos", "doubravin-os"], AuthorKey = "member-3",
        },
        new("2", "umožní žákovi, jehož rodina přišla o byt, dokončit školní rok v téže škole včetně úhrady dojíždění,",
            "Počet přestupů souvisejících se ztrátou bydlení (výchozí stav: 143; cíl: méně než 100)", "po schválení pravidel příspěvku na dojíždění Zastupitelstvem kraje")
        {
            Owners = ["osm"], Cooperating = ["obce", "zs"], Funding = "rozpočet kraje", AuthorKey = "owner-2",
        },
        new("3", "využijí zápis do prvních tříd k nenápadnému navázání kontaktu s rodinami, které se nově přistěhovaly.",
            "Počet rodin, které přijaly nabídku podpory (cíl: 50)", "30. 4. {0}")
        {
            Cooperating = ["zs", "doubravin-os", "spolecny-dvorek"], AuthorKey = "member-7",
        },
    ]);

    public static readonly DemoPlanArea Sharing = new("V", "Spolupráce a sdílení údajů", "Úřady, školy, nemocnice a neziskové organizace si mají předávat jen to, co potřebují, a včas. V letech {0} a {1} proto",
    [
        new("1", "zavedou města, úřad práce a poradny společný přehled volných ubytovacích kapacit a jednotný souhlas klienta, na jehož základě si sdělují nezbytné údaje,",
            "Počet organizací, které přehled i souhlas používají (cíl: 20)", "12/{0}")
        {
            Owners = ["orr"], Cooperating = ["urad-prace", "obce", "poradna-vahy", "svazek"], AuthorKey = "member-21",
        },
        new("2", "uzavřou nemocnice a sociální odbory dohodu o postupu při propouštění pacientů, kteří se nemají kam vrátit.",
            "Počet dnů, o které se hospitalizace prodlouží kvůli chybějícímu bydlení (výchozí stav: 16; cíl: 8)", "3/{0}")
        {
            Owners = ["nemocnice"], Cooperating = ["osv", "oz", "doubravin-osp"], Status = PlanStatus.Ongoing, Comment = "Dotazník se ověřuje na dvou odděleních.", AuthorKey = "member-22",
        },
    ]);
}
