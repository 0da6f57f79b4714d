namespace Workspace.Web.Account;

public static class LocalAddress
{
    /// <summary>The address if it leads to a page of ours, else the overview. Browsers read <c>/\</c> and tabs as a way to other hosts.</summary>
    public static string OrHome(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
