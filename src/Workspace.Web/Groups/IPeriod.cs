namespace Workspace.Web.Groups;

/// <summary>What holds in a group from one day to another: a seat, who sits on it, an office, a guest.</summary>
public interface IPeriod
{
    /// <summary>The first day.</summary>
    DateOnly From { get; }

    /// <summary>The last day; null while no end is known.</summary>
    DateOnly? To { get; }
}

public static class Periods
{
    public static bool Covers(this IPeriod period, DateOnly day) => period.From <= day && (period.To is null || day <= period.To);

    /// <summary>Whether it and another, open at its end where <paramref name="to"/> is null, have a day in common.</summary>
    public static bool Overlaps(this IPeriod period, DateOnly from, DateOnly? to) => (period.To is null || from <= period.To) && (to is null || period.From <= to);

    /// <summary>Those in force on a day.</summary>
    public static IQueryable<T> On<T>(this IQueryable<T> periods, DateOnly day)
        where T : class, IPeriod => periods.Where(p => p.From <= day && (p.To == null || day <= p.To));
}
