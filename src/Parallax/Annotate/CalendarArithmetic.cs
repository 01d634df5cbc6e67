using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Counting on the calendar that gives null instead of leaving the years 1 to 9999.</summary>
internal static class CalendarArithmetic
{
    private const int DaysOfAllYears = 3_700_000;

    public static EdtfDate? Day(LocalDate from, int days) => Plus(from, days, TimeUnit.Day) is { } day ? EdtfDate.Day(day) : null;

    public static EdtfDate? Month(int year, int month) => year is >= 1 and <= 9999 ? EdtfDate.Month(year, month) : null;

    /// <summary><paramref name="count"/> units after <paramref name="from"/>; null outside the calendar.</summary>
    public static LocalDate? Plus(LocalDate from, long count, TimeUnit unit)
    {
        if (count is > DaysOfAllYears or < -DaysOfAllYears)
            return null;
        long years = unit switch
        {
            TimeUnit.Hour => count / 8766,
            TimeUnit.Day => count / 365,
            TimeUnit.Week or TimeUnit.Weekend => count / 52,
            TimeUnit.Month => count / 12,
            TimeUnit.Year => count,
            _ => count * 10,
        };
        // One year of slack on either side keeps the arithmetic below inside NodaTime's range.
        if (from.Year + years is < 2 or > 9997)
            return null;
        return unit switch
        {
            TimeUnit.Hour => from.PlusDays((int)(count / 24)),
            TimeUnit.Day => from.PlusDays((int)count),
            TimeUnit.Week or TimeUnit.Weekend => from.PlusWeeks((int)count),
            TimeUnit.Month => from.PlusMonths((int)count),
            TimeUnit.Year => from.PlusYears((int)count),
            _ => from.PlusYears((int)count * 10),
        };
    }

    /// <summary>The unit of the calendar in which <paramref name="day"/> lies; weeks begin on Monday, a weekend is that of the week.</summary>
    public static EdtfDate? Around(LocalDate day, TimeUnit unit)
    {
        int sinceMonday = (int)day.DayOfWeek - 1;
        return unit switch
        {
            TimeUnit.Hour or TimeUnit.Day => EdtfDate.Day(day),
            TimeUnit.Week => Span(day, -sinceMonday, 6 - sinceMonday),
            TimeUnit.Weekend => Span(day, 5 - sinceMonday, 6 - sinceMonday),
            TimeUnit.Month => Month(day.Year, day.Month),
            TimeUnit.Year => day.Year >= 1 ? EdtfDate.Year(day.Year) : null,
            _ => day.Year >= 1 && day.Year / 10 * 10 >= 1 ? EdtfDate.Decade(day.Year / 10 * 10) : null,
        };
    }

    /// <summary>A known date moved by whole units. Counting days from a month or a year would pretend to know its day, so that gives null.</summary>
    public static EdtfDate? Shift(EdtfDate from, int count, TimeUnit unit)
    {
        if (count == 0)
            return from;
        bool exact = from.Precision is DatePrecision.Day or DatePrecision.Interval;
        if (!exact && unit is TimeUnit.Hour or TimeUnit.Day or TimeUnit.Week or TimeUnit.Weekend)
            return null;
        if (from.Precision is DatePrecision.Year or DatePrecision.Decade && unit == TimeUnit.Month)
            return null;
        if (Plus(from.Start, count, unit) is not { } start || Plus(from.End, count, unit) is not { } end)
            return null;
        if (!exact)
            return Around(start, from.Precision == DatePrecision.Month && unit == TimeUnit.Month ? TimeUnit.Month : TimeUnit.Year);
        return unit switch
        {
            TimeUnit.Hour or TimeUnit.Day => EdtfDate.Interval(start, end),
            TimeUnit.Week or TimeUnit.Weekend => EdtfDate.Interval(start, end) with { Approximate = true },
            // "two months later" seldom means the very day.
            _ => Around(start, unit),
        };
    }

    private static EdtfDate? Span(LocalDate day, int first, int last) =>
        Plus(day, first, TimeUnit.Day) is { } start && Plus(day, last, TimeUnit.Day) is { } end ? EdtfDate.Interval(start, end) : null;
}
