namespace Workspace.Web.Plans;

/// <summary>How an item is cited: <c>IX/2</c> (R38), and its area named.</summary>
public static class PlanCitation
{
    /// <param name="area">The area's number; may be empty.</param>
    /// <param name="number">The item's number in it; may be empty.</param>
    public static string Of(string area, string number) => area.Length == 0 ? number : number.Length == 0 ? area : $"{area}/{number}";

    /// <summary>An area's heading: <c>IX. Housing</c>, or what there is of it.</summary>
    public static string OfArea(string number, string title) => string.Join(". ", new[] { number, title }.Where(part => part.Length > 0));
}
