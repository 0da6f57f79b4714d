using Workspace.Web.People;

namespace Workspace.Web.Demo;

/// <summary>Days count from today: -30 is thirty days ago. A missing end means that it still holds.</summary>
public sealed record DemoTerm(int FromDay, int? ToDay = null)
{
    public bool Holds(int day) => FromDay <= day && (ToDay is null || day <= ToDay);
}

public enum DemoOrganisationKind { Region, Town, State, Police, School, NonProfit, Association, Health, LocalActionGroup, University }

public sealed record DemoUnit(string Key, string Name, string ShortName);

public sealed record DemoOrganisation(string Key, string Name, string ShortName, DemoOrganisationKind Kind, params DemoUnit[] Units);

/// <summary>The key is what the demo sign-in takes; people whose key begins with "former" appear in old meetings only.</summary>
public sealed record DemoPerson(
    string Key,
    string Name,
    string? TitleBefore,
    string Email,
    string OrganisationKey,
    string Function,
    Gender Gender,
    string? UnitKey = null);

public sealed record DemoHolder(string PersonKey, DemoTerm Term);

/// <summary>A seat of an organisation, of one of its units, or (with <see cref="IsNamedPerson"/>) of its holder in person.</summary>
public sealed record DemoSeat(
    string Key,
    string OrganisationKey,
    string? UnitKey,
    bool IsNamedPerson,
    IReadOnlyList<DemoHolder> Holders,
    IReadOnlyList<DemoHolder> Alternates)
{
    public string? HolderOn(int day) => Holders.FirstOrDefault(h => h.Term.Holds(day))?.PersonKey;
}

public enum DemoOffice { Chair, ViceChair, Secretary }

public sealed record DemoOfficer(DemoOffice Office, string PersonKey, DemoTerm Term);

/// <summary>A standing guest: an organisation or one unit of it, and who comes for it.</summary>
public sealed record DemoGroupGuest(string OrganisationKey, string? UnitKey, string PersonKey, DemoTerm Term, bool DeclinedMembership);

public enum DemoBasis { Members, Present, Cast, Valid }

public enum DemoSilence { NotCounted, Abstained, Against, Agreed }

/// <summary>
/// Rules of procedure from <paramref name="FromDay"/> on. The quorum is a share of all seats; the majority is always more than half
/// of the basis.
/// </summary>
public sealed record DemoRules(
    int FromDay,
    int QuorumNumerator,
    int QuorumDenominator,
    bool QuorumMustExceedShare,
    DemoBasis MajorityBasis,
    int NoticeDays,
    bool NoticeInWorkingDays,
    int CommentDays,
    bool PerRollamAllowed,
    int PerRollamDays,
    DemoSilence PerRollamSilence,
    bool GuestsMayComment,
    bool VerifierNeeded,
    string NumberFormat);

public sealed record DemoStandingItem(string Title, string PresenterKey, int Minutes, DemoItemKind Kind, bool AtEnd);

public sealed record DemoGroup(
    string Key,
    string? ParentGroupKey,
    string Name,
    string ShortName,
    string ParentBody,
    string Department,
    int FoundedDay,
    IReadOnlyList<DemoSeat> Seats,
    IReadOnlyList<DemoOfficer> Officers,
    IReadOnlyList<DemoGroupGuest> Guests,
    IReadOnlyList<DemoRules> Rules,
    IReadOnlyList<DemoStandingItem> StandingItems)
{
    public DemoRules RulesOn(int day) => Rules.Last(r => r.FromDay <= day);
}

public sealed record DemoAbbreviation(string Short, string Meaning);
