using static Workspace.Web.Demo.DemoOrganisationKind;

namespace Workspace.Web.Demo;

public static partial class DemoContent
{
    /// <summary>Fifteen organisations with seats, then those that only send guests.</summary>
    public static IReadOnlyList<DemoOrganisation> Organisations { get; } =
    [
        new("kraj", "Doubravínský kraj", "DK", Region,
            new("osv", "Odbor sociálních věcí", "OSV"),
            new("osm", "Odbor školství a mládeže", "OŠM"),
            new("orr", "Odbor regionálního rozvoje", "ORR"),
            new("oz", "Odbor zdravotnictví", "OZ")),
        new("doubravin", "Statutární město Doubravín", "Doubravín", Town,
            new("doubravin-osp", "Odbor sociální péče", "OSP"),
            new("doubravin-ob", "Odbor bydlení", "OB"),
            new("doubravin-os", "Odbor školství", "OŠ")),
        new("sklenarov", "Město Sklenářov", "Sklenářov", Town),
        new("rudnik", "Město Rudník nad Mlýnicí", "Rudník nad Mlýnicí", Town),
        new("lipova-brana", "Město Lipová Brána", "Lipová Brána", Town),
        new("nove-javori", "Město Nové Javoří", "Nové Javoří", Town),
        new("urad-prace", "Úřad práce České republiky, krajská pobočka v Doubravíně", "ÚP ČR", State),
        new("policie", "Policie České republiky, Krajské ředitelství policie Doubravínského kraje", "PČR", Police),
        new("sos", "Střední odborná škola služeb a řemesel Doubravín", "SOŠ Doubravín", School),
        new("zs", "Základní škola Sklenářov, Nádražní ulice", "ZŠ Sklenářov", School),
        new("novy-prah", "Nový práh, z. ú.", "Nový práh", NonProfit),
        new("spolecny-dvorek", "Společný dvorek, z. s.", "Společný dvorek", NonProfit),
        new("poradna-vahy", "Poradna Váhy, z. ú.", "Poradna Váhy", NonProfit),
        new("svazek", "Svazek obcí Mlýnicko", "SO Mlýnicko", Association),
        new("nemocnice", "Nemocnice Doubravín, příspěvková organizace", "Nemocnice Doubravín", Health),
        new("mas", "MAS Podmlýnicko, z. s.", "MAS Podmlýnicko", LocalActionGroup),
        new("univerzita", "Doubravínská univerzita, Fakulta sociálních studií", "DU", University),
    ];

    public static IReadOnlyList<DemoAbbreviation> Abbreviations { get; } =
    [
        new("PS", "pracovní skupina"),
        new("RSK", "Regionální stálá konference"),
        new("DK", "Doubravínský kraj"),
        new("KÚ DK", "Krajský úřad Doubravínského kraje"),
        new("OSV", "odbor sociálních věcí krajského úřadu"),
        new("OŠM", "odbor školství a mládeže krajského úřadu"),
        new("ORR", "odbor regionálního rozvoje krajského úřadu"),
        new("OZ", "odbor zdravotnictví krajského úřadu"),
        new("ÚP ČR", "Úřad práce České republiky"),
        new("KMB", "kontaktní místo pro bydlení – obecní poradna pro lidi, kteří bydlení hledají nebo jsou ohroženi jeho ztrátou"),
        new("ORP", "obec s rozšířenou působností"),
        new("NNO", "nestátní nezisková organizace"),
        new("MAS", "místní akční skupina"),
        new("SAS", "sociálně aktivizační služby pro rodiny s dětmi"),
        new("NZDM", "nízkoprahové zařízení pro děti a mládež"),
    ];
}
