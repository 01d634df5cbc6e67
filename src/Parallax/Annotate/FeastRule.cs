using NodaTime;

namespace Parallax.Annotate;

/// <summary>When a feast is kept: on a day of a month, on the nth weekday of a month, or some days from Easter.</summary>
/// <param name="Month">1 to 12; 0 where it moves with Easter.</param>
/// <param name="Day">The day of the month, or the days after Easter.</param>
/// <param name="Weekday">The weekday it falls on; null where the day is fixed.</param>
/// <param name="Nth">Which such weekday of the month, -1 for the last.</param>
public sealed record FeastRule(int Month, int Day, IsoDayOfWeek? Weekday = null, int Nth = 0)
{
    /// <summary>Its day in <paramref name="year"/>; null where that year has none.</summary>
    public LocalDate? In(int year)
    {
        if (year is < 1 or > 9990)
            return null;
        if (Month == 0)
            return year < 1583 ? null : Easter(year).PlusDays(Day);
        if (Weekday is not { } weekday)
            return Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month) ? new LocalDate(year, Month, Day) : null;
        if (Nth < 0)
        {
            LocalDate last = new(year, Month, CalendarSystem.Iso.GetDaysInMonth(year, Month));
            return last.PlusDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
        }
        LocalDate first = new(year, Month, 1);
        return first.PlusDays(((int)weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (Nth - 1));
    }

    // The Gregorian rule: the Sunday after the first full moon of spring, by the church's tables.
    private static LocalDate Easter(int year)
    {
        int golden = year % 19, century = year / 100;
        int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        moon -= moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        int days = moon - weekday;
        int month = 3 + (days + 40) / 44;
        return new LocalDate(year, month, days + 28 - 31 * (month / 4));
    }
}
