using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Writes dates, parts of days and lengths in the notation of TIMEX3.</summary>
internal static class TimexValue
{
    /// <summary>A vague reference to what was.</summary>
    public const string Past = "PAST_REF";

    /// <summary>A vague reference to what is.</summary>
    public const string Present = "PRESENT_REF";

    /// <summary>A vague reference to what will be.</summary>
    public const string Future = "FUTURE_REF";

    /// <summary>A day whose date is not known.</summary>
    public const string AnyDay = "XXXX-XX-XX";

    /// <summary>The value of a calendar date; null for a stretch that is no unit of the calendar.</summary>
    public static string? Of(EdtfDate date)
    {
        LocalDate start = date.Start;
        switch (date.Precision)
        {
            case DatePrecision.Day:
                return Year(start.Year) + string.Create(CultureInfo.InvariantCulture, $"-{start.Month:00}-{start.Day:00}");
            case DatePrecision.Month:
                return Year(start.Year) + string.Create(CultureInfo.InvariantCulture, $"-{start.Month:00}");
            case DatePrecision.Year:
                return Year(start.Year);
            case DatePrecision.Season:
                return Year(start.Year) + "-" + Code((Season)(date.Season - 1));
            case DatePrecision.Decade:
                return Year(start.Year < 0 ? date.End.Year : start.Year)[..^1];
            case DatePrecision.Century:
                return Year(start.Year < 0 ? date.End.Year : start.Year)[..^2];
        }
        int days = Period.DaysBetween(start, date.End) + 1;
        if (days == 7 && start.DayOfWeek == IsoDayOfWeek.Monday)
            return Week(start);
        if (days == 2 && start.DayOfWeek == IsoDayOfWeek.Saturday)
            return Week(start) + "-WE";
        if (start.Day == 1 && start.Month % 3 == 1 && days is >= 90 and <= 92 && date.End.PlusDays(1).Day == 1)
            return Year(start.Year) + string.Create(CultureInfo.InvariantCulture, $"-Q{(start.Month + 2) / 3}");
        if (start.Day == 1 && start.Month is 1 or 7 && days is >= 181 and <= 184 && date.End.PlusDays(1).Day == 1)
            return Year(start.Year) + (start.Month == 1 ? "-H1" : "-H2");
        return null;
    }

    /// <summary>The ISO week in which <paramref name="day"/> lies.</summary>
    public static string Week(LocalDate day)
    {
        IWeekYearRule rule = WeekYearRules.Iso;
        return string.Create(CultureInfo.InvariantCulture, $"{rule.GetWeekYear(day):0000}-W{rule.GetWeekOfWeekYear(day):00}");
    }

    /// <summary>The unit of the calendar in which <paramref name="day"/> lies.</summary>
    public static string? Around(LocalDate day, TimeUnit unit) => unit switch
    {
        TimeUnit.Week => Week(day),
        TimeUnit.Weekend => Week(day) + "-WE",
        _ => CalendarArithmetic.Around(day, unit) is { } date ? Of(date) : null,
    };

    /// <summary>A length: <c>P3D</c>, <c>PT2H</c>, <c>PXY</c> where the count is not known.</summary>
    public static string Length(decimal? count, TimeUnit unit)
    {
        string number = count is { } known ? (known / 1.000000m).ToString("0.##", CultureInfo.InvariantCulture) : "X";
        return unit switch
        {
            TimeUnit.Second => "PT" + number + "S",
            TimeUnit.Minute => "PT" + number + "M",
            TimeUnit.Hour => "PT" + number + "H",
            TimeUnit.Day => "P" + number + "D",
            TimeUnit.Week => "P" + number + "W",
            TimeUnit.Weekend => "P" + number + "WE",
            TimeUnit.Month => "P" + number + "M",
            TimeUnit.Quarter => "P" + number + "Q",
            TimeUnit.Year => "P" + number + "Y",
            TimeUnit.Decade => "P" + number + "DE",
            _ => "P" + number + "CE",
        };
    }

    /// <summary>TIMEX3's code of a season.</summary>
    public static string Code(Season season) => season switch { Season.Spring => "SP", Season.Summer => "SU", Season.Autumn => "FA", _ => "WI" };

    /// <summary>Whether a part of day says more than its day: "early" and "late" do not.</summary>
    public static bool IsClock(string? part) => part is not (null or "early" or "late");

    /// <summary>A day's value with the part of day or time of the clock set behind it.</summary>
    public static string? WithClock(string? value, string? part)
    {
        if (!IsClock(part) || value is not null && !IsDay(value))
            return value;
        string code = part switch
        {
            "morning" or "dawn" or "daybreak" or "sunrise" => "MO",
            "midday" or "lunchtime" => "MI",
            "afternoon" => "AF",
            "evening" or "dusk" or "sunset" or "nightfall" => "EV",
            "night" => "NI",
            "daytime" => "DT",
            "noon" => "12:00",
            "midnight" => "24:00",
            _ => part!,
        };
        return (value ?? AnyDay) + "T" + code;
    }

    private static bool IsDay(string value) => value.TrimStart('B', 'C').Length == 10 && value.Count(c => c == '-') == 2 && !value.Contains('W', StringComparison.Ordinal);

    private static string Year(int year) =>
        year > 0 ? year.ToString("0000", CultureInfo.InvariantCulture) : "BC" + (1 - year).ToString("0000", CultureInfo.InvariantCulture);
}
