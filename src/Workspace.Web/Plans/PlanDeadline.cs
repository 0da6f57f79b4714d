using System.Globalization;

namespace Workspace.Web.Plans;

public enum DeadlineKind { None, Continuous, Month, Date, Condition }

/// <summary>Until when an item is to be done, in one of the ways offices write it.</summary>
/// <param name="Kind">How it is set; a year, half or quarter is set as its last month.</param>
/// <param name="Until">The last day; a month's is its last one. None for a condition, and for what goes on without an end.</param>
/// <param name="Text">As written, on one line; what is printed.</param>
public sealed record PlanDeadline(DeadlineKind Kind, DateOnly? Until, string Text) : IComparable<PlanDeadline>
{
    public static readonly PlanDeadline None = new(DeadlineKind.None, null, "");

    /// <summary>The last day on which it is kept; null for what has no date.</summary>
    public DateOnly? LastDay => Until;

    public static PlanDeadline OfMonth(int year, int month) =>
        new(DeadlineKind.Month, EndOf(year, month), string.Create(CultureInfo.InvariantCulture, $"{month}/{year}"));

    public static PlanDeadline OfDate(DateOnly day) =>
        new(DeadlineKind.Date, day, string.Create(CultureInfo.InvariantCulture, $"{day.Day}. {day.Month}. {day.Year}"));

    /// <summary>Reads what stands in a cell or field. Never fails: words that name no day are a condition, nothing is <see cref="None"/>.</summary>
    public static PlanDeadline Parse(string? text) => DeadlineText.Read(text);

    /// <summary>What goes on is not overdue before its end, a condition never (R46).</summary>
    public bool IsOverdue(DateOnly today) => Until < today;

    /// <summary>By the day; on one day a date before a month before what goes on; then what goes on without an end, conditions, and nothing.</summary>
    public int CompareTo(PlanDeadline? other)
    {
        if (other is null)
            return -1;
        var byDay = (Until ?? DateOnly.MaxValue).CompareTo(other.Until ?? DateOnly.MaxValue);
        if (byDay != 0)
            return byDay;
        var byKind = Rank(Kind).CompareTo(Rank(other.Kind));
        return byKind != 0 ? byKind : string.Compare(Text, other.Text, StringComparison.Ordinal);
    }

    public override string ToString() => Text;

    internal static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int Rank(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Date => 0,
        DeadlineKind.Month => 1,
        DeadlineKind.Continuous => 2,
        DeadlineKind.Condition => 3,
        _ => 4,
    };
}
