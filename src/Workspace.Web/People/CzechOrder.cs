using System.Globalization;

namespace Workspace.Web.People;

/// <summary>The order of names as Czech readers look for them: č after c, ch after h. Neither database sorts so by itself.</summary>
public static class CzechOrder
{
    public static readonly StringComparer Names = StringComparer.Create(CultureInfo.GetCultureInfo("cs-CZ"), ignoreCase: true);
}
