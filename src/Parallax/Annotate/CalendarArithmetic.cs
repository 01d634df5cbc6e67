using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Counting on the calendar that gives null instead of leaving the calendar.</summary>
internal static class CalendarArithmetic
{
    private const int DaysOfAllYears = 3_700_000;

    // One year of slack on either side keeps the arithmetic inside NodaTime's range.
    private const int EarliestYear = -9990;
    private const int LatestYear = 9990;

    public static EdtfDate? Day(LocalDate from, int days) => Plus(from, days, TimeUnit.Day) is { } day ? EdtfDate.Day(day) : null;

    public static EdtfDate? Month(int year, int month) => year is >= EarliestYear and <= LatestYear ? EdtfDate.Month(year, month) : null;

    /// <summary>
    /// The year in which a history that last spoke of <paramref name="narrative"/> means <paramref name="month"/>: the same, or the next where the
    /// month lies far behind the one last told. Null where the history has named no year.
    /// </summary>
    public static int? YearTold(EdtfDate? narrative, int month)
    {
        if (narrative is not { Precision: not (DatePrecision.Decade or DatePrecision.Century) } told)
            return null;
        bool turned = told.Precision is DatePrecision.Day or DatePrecision.Month && told.Start.Month - month >= MonthsToTurn;
        return turned ? told.Start.Year + 1 : told.Start.Year;
    }

    // "In November … in January": a history goes forward.
    private const int MonthsToTurn = 8;

    /// <summary><paramref name="count"/> units after <paramref name="from"/>; null outside the calendar.</summary>
    public static LocalDate? Plus(LocalDate from, long count, TimeUnit unit)
    {
        if (count is > DaysOfAllYears or < -DaysOfAllYears)
            return null;
        long years = unit switch
        {
            TimeUnit.Second or TimeUnit.Minute => 0,
            TimeUnit.Hour => count / 8766,
            TimeUnit.Day => count / 365,
            TimeUnit.Week or TimeUnit.Weekend => count / 52,
            TimeUnit.Month => count / 12,
            TimeUnit.Quarter => count / 4,
            TimeUnit.Year => count,
            TimeUnit.Decade => count * 10,
            _ => count * 100,
        };
        if (from.Year + years is < EarliestYear or > LatestYear)
            return null;
        return unit switch
        {
            TimeUnit.Second => from.PlusDays((int)(count / 86_400)),
            TimeUnit.Minute => from.PlusDays((int)(count / 1440)),
            TimeUnit.Hour => from.PlusDays((int)(count / 24)),
            TimeUnit.Day => from.PlusDays((int)count),
            TimeUnit.Week or TimeUnit.Weekend => from.PlusWeeks((int)count),
            TimeUnit.Month => from.PlusMonths((int)count),
            TimeUnit.Quarter => from.PlusMonths((int)count * 3),
            TimeUnit.Year => from.PlusYears((int)count),
            TimeUnit.Decade => from.PlusYears((int)count * 10),
            _ => from.PlusYears((int)count * 100),
        };
    }

    /// <summary>The unit of the calendar in which <paramref name="day"/> lies; weeks begin on Monday, a weekend is that of the week.</summary>
    public static EdtfDate? Around(LocalDate day, TimeUnit unit)
    {
        int sinceMonday = (int)day.DayOfWeek - 1;
        switch (unit)
        {
            case TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Day:
                return EdtfDate.Day(day);
            case TimeUnit.Week:
                return Span(day, -sinceMonday, 6 - sinceMonday);
            case TimeUnit.Weekend:
                return Span(day, 5 - sinceMonday, 6 - sinceMonday);
            case TimeUnit.Month:
                return Month(day.Year, day.Month);
            case TimeUnit.Quarter:
                LocalDate first = new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
                return EdtfDate.Interval(first, first.PlusMonths(3).PlusDays(-1));
            case TimeUnit.Year:
                return EdtfDate.Year(day.Year);
            case TimeUnit.Decade:
                return day.Year >= 1 ? EdtfDate.Decade(day.Year / 10 * 10) : null;
            default:
                return day.Year >= 1 ? EdtfDate.Century(day.Year / 100 * 100) : null;
        }
    }

    /// <summary>A known date moved by whole units. Counting days from a month or a year would pretend to know its day, so that gives null.</summary>
    public static EdtfDate? Shift(EdtfDate from, int count, TimeUnit unit)
    {
        bool exact = from.Precision is DatePrecision.Day or DatePrecision.Interval;
        if (count == 0)
            return unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Day || !IsWithin(from.Precision, unit) ? from : Around(from.Start, unit);
        if (!exact && unit < TimeUnit.Month)
            return null;
        if (from.Precision is not (DatePrecision.Day or DatePrecision.Interval or DatePrecision.Month) && unit is TimeUnit.Month or TimeUnit.Quarter)
            return null;
        if (Plus(from.Start, count, unit) is not { } start || Plus(from.End, count, unit) is not { } end)
            return null;
        if (!exact)
            return Around(start, unit < TimeUnit.Decade && from.Precision != DatePrecision.Month ? TimeUnit.Year : unit);
        return unit switch
        {
            < TimeUnit.Week => EdtfDate.Interval(start, end),
            TimeUnit.Week or TimeUnit.Weekend => EdtfDate.Interval(start, end) with { Approximate = true },
            // "two months later" seldom means the very day.
            _ => Around(start, unit),
        };
    }

    // "that year" after "May 5", but not "that month" after "1956".
    private static bool IsWithin(DatePrecision precision, TimeUnit unit) => precision switch
    {
        DatePrecision.Day or DatePrecision.Interval => true,
        DatePrecision.Month => unit >= TimeUnit.Month,
        DatePrecision.Year or DatePrecision.Season => unit >= TimeUnit.Year,
        DatePrecision.Decade => unit >= TimeUnit.Decade,
        _ => unit >= TimeUnit.Century,
    };

    private static EdtfDate? Span(LocalDate day, int first, int last) =>
        Plus(day, first, TimeUnit.Day) is { } start && Plus(day, last, TimeUnit.Day) is { } end ? EdtfDate.Interval(start, end) : null;
}
