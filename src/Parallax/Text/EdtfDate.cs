using System.Globalization;
using NodaTime;

namespace Parallax.Text;

/// <summary>How precisely a date is known.</summary>
public enum DatePrecision
{
    /// <summary>One calendar day.</summary>
    Day,

    /// <summary>A span of days given by its first and last day (also a week or a weekend).</summary>
    Interval,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A decade such as "the 1990s".</summary>
    Decade,

    /// <summary>A century such as "the 19th century".</summary>
    Century,

    /// <summary>A season of a year; its days are those of the northern months, winter from December on, and only bound it.</summary>
    Season,
}

/// <summary>
/// A date that keeps its precision, after EDTF (ISO 8601-2): the earliest and the latest day it can be, never more exact than what was written.
/// </summary>
/// <param name="Start">The earliest day.</param>
/// <param name="End">The latest day, included.</param>
/// <param name="Precision">What was known.</param>
/// <param name="Approximate">Whether the words hedge ("around 1998"); written with <c>~</c>.</param>
public readonly record struct EdtfDate(LocalDate Start, LocalDate End, DatePrecision Precision, bool Approximate = false)
{
    /// <summary>The single day <paramref name="day"/>.</summary>
    public static EdtfDate Day(LocalDate day) => new(day, day, DatePrecision.Day);

    /// <summary>A whole calendar month.</summary>
    public static EdtfDate Month(int year, int month)
    {
        LocalDate first = new(year, month, 1);
        return new(first, new(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month)), DatePrecision.Month);
    }

    /// <summary>A whole calendar year.</summary>
    public static EdtfDate Year(int year) => new(new(year, 1, 1), new(year, 12, 31), DatePrecision.Year);

    /// <summary>The ten years that begin with <paramref name="firstYear"/>.</summary>
    public static EdtfDate Decade(int firstYear) => new(new(firstYear, 1, 1), new(firstYear + 9, 12, 31), DatePrecision.Decade);

    /// <summary>The hundred years that begin with <paramref name="firstYear"/>.</summary>
    public static EdtfDate Century(int firstYear) => new(new(firstYear, 1, 1), new(firstYear + 99, 12, 31), DatePrecision.Century);

    /// <summary>A season of <paramref name="year"/>, 1 for spring to 4 for winter; the winter of a year is the one that begins in it.</summary>
    public static EdtfDate SeasonOf(int year, int season)
    {
        LocalDate first = new(year, 3 * season, 1);
        return new(first, first.PlusMonths(3).PlusDays(-1), DatePrecision.Season);
    }

    /// <summary>From <paramref name="first"/> to <paramref name="last"/>; a single day when they are equal.</summary>
    public static EdtfDate Interval(LocalDate first, LocalDate last) =>
        first == last ? Day(first) : new(first, last, DatePrecision.Interval);

    /// <summary>The number of a season, 1 for spring to 4 for winter; 0 for other dates.</summary>
    public int Season => Precision == DatePrecision.Season ? Start.Month / 3 : 0;

    /// <summary>Whether some day can be meant by both.</summary>
    public bool Overlaps(EdtfDate other) => Start <= other.End && other.Start <= End;

    /// <summary>The EDTF form: <c>2023-05-26</c>, <c>2023-05</c>, <c>2023</c>, <c>199X</c>, <c>18XX</c>, <c>1957-21</c> for its spring, <c>1998/1999</c>, with <c>~</c> where approximate.</summary>
    public override string ToString()
    {
        string text = Precision switch
        {
            DatePrecision.Day => Iso(Start),
            DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-{Start.Month:00}"),
            DatePrecision.Year => Start.Year.ToString("0000", CultureInfo.InvariantCulture),
            DatePrecision.Decade when Start.Year >= 0 => string.Create(CultureInfo.InvariantCulture, $"{Start.Year / 10:000}X"),
            DatePrecision.Century when Start.Year >= 0 => string.Create(CultureInfo.InvariantCulture, $"{Start.Year / 100:00}XX"),
            DatePrecision.Season => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-{20 + Start.Month / 3:00}"),
            _ when IsWholeYears => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}/{End.Year:0000}"),
            _ => Iso(Start) + "/" + Iso(End),
        };
        return Approximate ? text + "~" : text;
    }

    private bool IsWholeYears => Start is { Month: 1, Day: 1 } && End is { Month: 12, Day: 31 };

    private static string Iso(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");
}
