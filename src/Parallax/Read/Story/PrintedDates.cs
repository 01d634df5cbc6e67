using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>How a date with year is written.</summary>
internal enum DateStyle
{
    /// <summary>2023-05-26: year first, never in doubt.</summary>
    YearFirst,

    /// <summary>May 26, 2023.</summary>
    MonthDay,

    /// <summary>26 May 2023.</summary>
    DayMonth,

    /// <summary>5/6/2023: which part is the month has to be found out.</summary>
    Numeric,
}

/// <summary>A date with a year found in text; for <see cref="DateStyle.Numeric"/> <c>First</c> and <c>Second</c> are the parts as printed.</summary>
internal readonly record struct PrintedDate(TextSpan Span, DateStyle Style, int Year, int First, int Second)
{
    /// <summary>Written with dots, which only day-first countries do.</summary>
    public bool Dotted { get; init; }

    /// <summary>The day, reading a numeric date month first or day first; null where there is no such day.</summary>
    public LocalDate? Day(bool monthFirst)
    {
        (int month, int day) = Style != DateStyle.Numeric || (monthFirst && !Dotted) ? (First, Second) : (Second, First);
        return PrintedDates.DayOrNull(Year, month, day);
    }

    /// <summary>Whether the printed form leaves the order of day and month open.</summary>
    public bool Ambiguous => Style == DateStyle.Numeric && !Dotted && First <= 12 && Second <= 12 && First != Second;
}

/// <summary>Finds dates with years as pages print them. Regular expressions here never backtrack.</summary>
internal static class PrintedDates
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    private const string MonthName =
        "(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static readonly Regex Any = new(
        $@"\b{MonthName}\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d\d)\b"
        + $@"|\b(?<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s\-]+{MonthName.Replace("<m>", "<m2>", StringComparison.Ordinal)}\.?,?[\s\-]+(?<y2>(?:19|20)\d\d)\b"
        + @"|\b(?<y3>(?:19|20)\d\d)[\-/.](?<m3>\d{1,2})[\-/.](?<d3>\d{1,2})(?:\b|T)"
        + @"|\b(?<a>\d{1,2})[/.\-](?<b>\d{1,2})[/.\-](?<y4>(?:19|20)\d\d)\b", Options);

    /// <summary>The dates with years in <paramref name="text"/>, in order.</summary>
    public static List<PrintedDate> Find(string text)
    {
        List<PrintedDate> found = [];
        foreach (Match match in Any.Matches(text))
        {
            TextSpan span = new(match.Index, match.Length);
            GroupCollection g = match.Groups;
            PrintedDate date = g["y"].Success
                ? new(span, DateStyle.MonthDay, Number(g["y"]), Month(g["m"].Value), Number(g["d"]))
                : g["y2"].Success
                ? new(span, DateStyle.DayMonth, Number(g["y2"]), Month(g["m2"].Value), Number(g["d2"]))
                : g["y3"].Success
                ? new(span, DateStyle.YearFirst, Number(g["y3"]), Number(g["m3"]), Number(g["d3"]))
                : new(span, DateStyle.Numeric, Number(g["y4"]), Number(g["a"]), Number(g["b"])) { Dotted = match.ValueSpan.Contains('.') };
            if (date.Day(true) is not null || date.Day(false) is not null)
                found.Add(date);
        }
        return found;
    }

    /// <summary>The day, or null where the calendar has none.</summary>
    public static LocalDate? DayOrNull(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>The day that metadata such as <c>2023-05-26T10:00:00+02:00</c> or <c>26 May 2023</c> names, as printed: no conversion between zones.</summary>
    public static EdtfDate? FromMetadata(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 100)
            return null;
        string text = value.Trim();
        if (text.Length >= 8 && text[..8].All(char.IsAsciiDigit) && (text.Length == 8 || !char.IsAsciiDigit(text[8])))
            text = $"{text[..4]}-{text[4..6]}-{text[6..8]}";
        if (text.Length is 10 or 13 && text.All(char.IsAsciiDigit))
            return FromUnix(text);
        List<PrintedDate> dates = Find(text);
        if (dates.Count == 0)
            return null;
        PrintedDate date = dates[0];
        if (date.Ambiguous)
            return Unresolved(date);
        return (date.Day(true) ?? date.Day(false)) is { } day ? EdtfDate.Day(day) : null;
    }

    /// <summary>Both readings of an ambiguous date as the span between them: never more exact than what was written.</summary>
    public static EdtfDate Unresolved(PrintedDate date)
    {
        LocalDate one = date.Day(true)!.Value;
        LocalDate other = date.Day(false)!.Value;
        return EdtfDate.Interval(LocalDate.Min(one, other), LocalDate.Max(one, other));
    }

    private static EdtfDate? FromUnix(string digits)
    {
        long number = long.Parse(digits, CultureInfo.InvariantCulture);
        long seconds = digits.Length == 13 ? number / 1000 : number;
        LocalDate day = Instant.FromUnixTimeSeconds(seconds).InUtc().Date;
        return day.Year is >= 1990 and <= 2199 ? EdtfDate.Day(day) : null;
    }

    private static int Number(Group group)
    {
        // The patterns take the digits of every script, and so does this.
        int number = 0;
        foreach (char digit in group.ValueSpan)
            number = (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(digit);
        return number;
    }

    private static int Month(string name) => (name.ToLowerInvariant()[..3]) switch
    {
        "jan" => 1,
        "feb" => 2,
        "mar" => 3,
        "apr" => 4,
        "may" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "oct" => 10,
        "nov" => 11,
        _ => 12,
    };
}
