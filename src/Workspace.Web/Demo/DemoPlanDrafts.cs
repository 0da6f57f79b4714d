namespace Workspace.Web.Demo;

/// <summary>Drafts on which comments are asked for or settled.</summary>
internal static class DemoPlanDrafts
{
    public static readonly IReadOnlyList<DemoPlanArea> Deposits =
    [
        new("I", "Kdo může žádat", "Z fondu si může na složení kauce půjčit domácnost,",
        [
            Rule("1", "která má v kraji trvalé bydliště nebo tu prokazatelně žije nejméně jeden rok,", ["orr"], ["obce"]),
            Rule("2", "které po zaplacení nákladů na bydlení nezbývá více než dvojnásobek životního minima,", ["orr"], ["urad-prace"]),
            Rule("3", "která má příslib nájemní smlouvy nejméně na jeden rok.", ["orr"], ["obce", "novy-prah"]),
        ]),
        new("II", "Výše půjčky a splácení", "Pro každou půjčku platí, že",
        [
            Rule("1", "její výše nepřesáhne trojnásobek měsíčního nájemného, nejvýše však 45 000 Kč,", ["orr"], []),
            Rule("2", "se splácí bez úroku v měsíčních splátkách, a to nejdéle dva roky,", ["orr"], ["poradna-vahy"]),
            Rule("3", "při ztrátě zaměstnání lze splátky na tři měsíce odložit,", ["orr"], ["poradna-vahy", "urad-prace"]),
            Rule("4", "pronajímatel po skončení nájmu vrátí kauci přímo do fondu.", ["orr"], []),
        ]),
        new("III", "Správa fondu", "O fond pečuje kraj, a to tak, že",
        [
            Rule("1", "o žádosti rozhodne odbor sociálních věcí do deseti pracovních dnů,", ["osv"], []) with { Deadline = "průběžně" },
            Rule("2", "pracovní skupina dostane jednou za rok přehled o čerpání a vracení prostředků.", ["orr"], ["osv"]) with { Deadline = "průběžně do 12/{1}" },
        ]),
    ];

    public static readonly IReadOnlyList<DemoPlanArea> Arrears =
    [
        new("I", "První měsíc po splatnosti", "Nájemník se má o nedoplatku dozvědět včas a bez výhrůžek. Proto",
        [
            Step("1", "správce domu nájemníkovi do 10. dne zavolá nebo jej navštíví,", ["doubravin-ob"], ["obce"]),
            Step("2", "bytový odbor do 20. dne odešle srozumitelnou písemnou upomínku s nabídkou splátkového kalendáře,", ["doubravin-ob"], ["poradna-vahy"]) with
            {
                Edit = new("member-2", "odešle písemnou upomínku", "odešle srozumitelnou písemnou upomínku"),
            },
            Step("3", "bytový odbor do 30. dne informuje sociální odbor.", ["doubravin-ob"], ["doubravin-osp"]),
        ]),
        new("II", "Druhý měsíc po splatnosti", "Zůstane-li nájemné nezaplacené,",
        [
            Step("1", "sociální pracovník domácnost do 40. dne navštíví,", ["doubravin-osp"], ["novy-prah"]),
            Step("2", "sejdou se do 60. dne správce domu, bytový odbor a sociální odbor a dohodnou další postup.", ["doubravin-osp"], ["doubravin-ob"]),
        ]),
    ];

    private static DemoPlanItem Rule(string number, string wording, IReadOnlyList<string> owners, IReadOnlyList<string> cooperating) =>
        new(number, wording, "", "po schválení pravidel Radou kraje") { Owners = owners, Cooperating = cooperating, AuthorKey = "member-4" };

    private static DemoPlanItem Step(string number, string wording, IReadOnlyList<string> owners, IReadOnlyList<string> cooperating) =>
        new(number, wording, "", "průběžně") { Owners = owners, Cooperating = cooperating, AuthorKey = "member-20" };
}
