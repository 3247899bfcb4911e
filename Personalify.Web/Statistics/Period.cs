using System.Globalization;
using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

/// <summary>Whole days in the listener's zone, both included.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>How many months it is long, where it ends the day before its own day of a later month.</summary>
    public int? Months
    {
        get
        {
            var end = To.AddDays(1);
            var months = ((end.Year - From.Year) * 12) + end.Month - From.Month;
            return months > 0 && From.AddMonths(months) == end ? months : null;
        }
    }

    public bool IsCalendarMonth => From.Day == 1 && Months == 1;

    public bool IsCalendarYear => From is { Day: 1, Month: 1 } && Months == 12;

    /// <summary>A calendar month or year as the address names it: <c>2024-05</c>, <c>2024</c>.</summary>
    public string CalendarKey => From.ToString(IsCalendarYear ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture);

    public static Period OfYear(int year) => new(new(year, 1, 1), new(year, 12, 31));

    public static Period OfMonth(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>The days that are in both; <c>null</c> without any.</summary>
    public Period? Within(Period other)
    {
        var (from, to) = (From > other.From ? From : other.From, To < other.To ? To : other.To);
        return from <= to ? new(from, to) : null;
    }

    public PeriodInput ToInput() => new(From, To);

    public override string ToString() => Format.Days(From, To);
}

public sealed record PeriodInput(DateOnly? From, DateOnly? To);
