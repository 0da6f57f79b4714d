namespace Workspace.Web.Exports;

/// <summary>Which addresses a document may link to: web, e-mail and telephone, in full.</summary>
internal static class LinkRule
{
    /// <summary>Word refuses longer ones.</summary>
    private const int LongestAddress = 2000;

    /// <returns>The address in canonical form, or null: then only the label may be shown.</returns>
    public static string? Allowed(string? address)
    {
        if (address is null || address.Length > LongestAddress) return null;
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("http" or "https" or "mailto" or "tel")) return null;
        var canonical = uri.AbsoluteUri;
        return canonical.Length <= LongestAddress && Uri.IsWellFormedUriString(canonical, UriKind.Absolute) ? canonical : null;
    }
}
