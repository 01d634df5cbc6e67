using System.Globalization;
using NodaTime;

namespace Parallax.Read;

/// <summary>A date as machines write it, often with a time: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or a printed form.</summary>
/// <param name="Day">The day in the stamp's own zone.</param>
/// <param name="Other">The other reading where day and month may be exchanged (then <paramref name="Day"/> is the month-first one); else null.</param>
/// <param name="Minute">Minute of the day; null where no time is given.</param>
/// <param name="IsUtc">Whether it says that it is in universal time, so that the day where it was published may be another.</param>
internal readonly record struct DateStamp(LocalDate Day, LocalDate? Other, int? Minute, bool IsUtc)
{
    private const int LongestStamp = 100;

    /// <summary>Reads <paramref name="value"/>; null where it holds no day.</summary>
    public static DateStamp? Parse(string? value, MonthNames months, string? language)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > LongestStamp)
            return null;
        string text = value.Trim();
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits == text.Length && digits is 10 or 13)
            return FromUnix(text);
        if (digits is 12 or 14 && digits == text.Length)
            text = $"{text[..4]}-{text[4..6]}-{text[6..8]} {text[8..10]}:{text[10..12]}";
        else if (digits == 8)
            text = $"{text[..4]}-{text[4..6]}-{text[6..8]}{Compact(text[8..])}";
        List<PrintedDate> dates = PrintedDates.Find(text, months, language);
        if (dates.Count == 0)
            return null;
        PrintedDate date = dates[0];
        if ((date.Day(true) ?? date.Day(false)) is not { } day)
            return null;
        (int? minute, int end) = Clock(text, date.Span.End);
        string zone = text[Math.Max(end, 0)..].Trim();
        bool utc = minute is not null && (zone is "Z" or "+00:00" or "+0000" or "-00:00" or "+00" or "GMT" or "UTC" || zone.StartsWith("UTC", StringComparison.Ordinal)
            || (zone.Length > 1 && zone[0] == '.' && (zone.EndsWith('Z') || zone.EndsWith("+00:00", StringComparison.Ordinal) || zone.EndsWith("+0000", StringComparison.Ordinal))));
        return new DateStamp(day, date.Ambiguous ? date.Day(false) : null, minute, utc);
    }

    private static string Compact(string time) =>
        time.Length >= 5 && time[0] is 'T' or ' ' && char.IsAsciiDigit(time[1]) && char.IsAsciiDigit(time[2]) && char.IsAsciiDigit(time[3]) && char.IsAsciiDigit(time[4])
            ? $"T{time[1..3]}:{time[3..5]}{time[5..]}" : time;

    /// <summary>The first "14:30" behind <paramref name="from"/>, as a minute of the day, and where it with its seconds ends.</summary>
    private static (int? Minute, int End) Clock(string text, int from)
    {
        int colon = text.IndexOf(':', from);
        if (colon < from + 1 || colon + 2 >= text.Length || !char.IsAsciiDigit(text[colon - 1]) || !char.IsAsciiDigit(text[colon + 1]) || !char.IsAsciiDigit(text[colon + 2]))
            return (null, text.Length);
        int start = colon - (colon - 2 >= from && char.IsAsciiDigit(text[colon - 2]) ? 2 : 1);
        int hour = int.Parse(text.AsSpan(start, colon - start), CultureInfo.InvariantCulture), minute = int.Parse(text.AsSpan(colon + 1, 2), CultureInfo.InvariantCulture);
        int end = colon + 3;
        if (end < text.Length && text[end] == ':')
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
        }
        string rest = text[end..].TrimStart();
        if (rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase) && hour < 12)
            hour += 12;
        return hour < 24 && minute < 60 ? ((hour * 60) + minute, end) : (null, text.Length);
    }

    private static DateStamp? FromUnix(string digits)
    {
        long number = long.Parse(digits, CultureInfo.InvariantCulture);
        LocalDateTime moment = Instant.FromUnixTimeSeconds(digits.Length == 13 ? number / 1000 : number).InUtc().LocalDateTime;
        return moment.Year is >= 1990 and <= 2199 ? new DateStamp(moment.Date, null, (moment.Hour * 60) + moment.Minute, true) : null;
    }
}
