using System.Globalization;

namespace Parallax.Annotate;

/// <summary>Reads times of the clock: "3 p.m.", "10:30 on Monday", "0300 hours GMT", "five o'clock", "noon", "Friday at 8 p.m.".</summary>
internal sealed class TimeClocks(TimeWords words, NumberReader numbers, TimeDays days, TimeDates dates)
{
    public TimeRead? Read(TimeLine line, int at)
    {
        if (Clock(line, at) is not (int next, string value))
            return null;
        // "3:30 in the morning", "at noon on Monday"
        if (line.Lower(next) == "in" && line.Lower(next + 1) == "the" && line.Has(next + 2) && words.PartOfDay(line.Lower(next + 2)) is { } part)
            (next, value) = (next + 3, part is "afternoon" or "evening" && string.CompareOrdinal(value, "12:00") < 0 ? Later(value) : value);
        int day = line.Lower(next) is "on" or "of" or "," ? next + 1 : next;
        if (line.Has(day) && IsDayStart(line, day)
            && (days.Read(line, day) ?? dates.Read(line, day)) is { Inner: null } named && TimeReader.IsDay(named.Expression) && (named.Part is null || named.End > day))
        {
            TimeRead joined = named with { First = at, Part = value };
            // TimeML marks the hour and the day one by one where a word stands between them.
            return day > next && line.Lower(next) != "," ? joined with { Inner = [joined with { End = next }, named] } : joined;
        }
        return new TimeRead(at, next, new FromNarrative(0, TimeUnit.Day), value);
    }

    private bool IsDayStart(TimeLine line, int at) =>
        words.Weekday(line[at]) is not null || words.Month(line[at]) is not null || words.DayWord(line.Lower(at)) is not null || dates.DayNumber(line[at]) is not null
        || (line.Lower(at) == "the" && line.Has(at + 1) && char.IsAsciiDigit(line[at + 1].Text[0]));

    private static string Later(string clock) =>
        string.Create(CultureInfo.InvariantCulture, $"{int.Parse(clock.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture) + 12:00}{clock[2..]}");

    /// <summary>A time of the clock without its day, with the words for the zone.</summary>
    public (int End, string Value)? Clock(TimeLine line, int at)
    {
        string word = line.Lower(at);
        if (word is "noon" or "midnight" or "midday")
            return line.IsHyphen(at + 1) ? null : (at + 1, word);
        // five o'clock, half past nine
        if (line.Lower(at + 1) is "o'clock" or "o’clock" && (numbers.Word(word) ?? numbers.Digits(word)) is >= 1 and <= 12 and { } spoken)
        {
            string told = Value((int)spoken, Half(line, at + 2, out int after));
            return (after, told);
        }
        if (word.Length == 0 || !char.IsAsciiDigit(word[0]))
            return null;
        int digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is ':' or '.'))
            digits++;
        string figure = word[..digits].TrimEnd('.');
        string suffix = word[digits..];
        int next = at + 1;
        bool hours = suffix is "h" or "hrs" or "hours";
        if (hours)
            suffix = "";
        if (suffix.Length == 0 && line.Lower(next) is "a.m." or "p.m." or "am" or "pm" or "a.m" or "p.m" or "a.m.," && !(line.Lower(next) == "am" && !line.IsJoined(next) && line.Tag(next) is Upos.Verb or Upos.Aux))
            suffix = line.Lower(next++).Replace(".", "", StringComparison.Ordinal);
        else if (line.Lower(next) is "hrs" or "hours" or "hr" or "h" && figure.Length >= 4)
            (hours, next) = (true, next + 1);
        bool colon = figure.Contains(':', StringComparison.Ordinal);
        string[] parts = figure.Split(':', '.');
        bool military = hours && parts.Length == 1 && figure.Length == 4 && (figure[0] == '0' || line.Lower(next - 1) is "hrs" or "hr" or "h" || word.Length > 4 || line.Lower(at - 1) is "at" or "until" or "from" or "by");
        bool zone = IsZone(line, next);
        if (parts.Length == 1 && figure.Length == 4 && (military || (zone && line.Lower(next) is not "local")))
            parts = [figure[..2], figure[2..]];
        else if (military)
            return null;
        else if (hours && !colon && parts.Length < 2)
            return null;
        if (parts.Length > 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int hour) || hour > 24)
            return null;
        int minute = 0;
        if (parts.Length >= 2 && (parts[1].Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute) || minute > 59))
            return null;
        bool bare = suffix.Length == 0;
        if (suffix is not ("am" or "pm") && !(bare && parts.Length >= 2 && (colon || zone || hours || military)))
            return null;
        if (!bare && hour > 12 && !colon)
            return null;
        if (suffix == "pm" && hour < 12)
            hour += 12;
        else if (suffix == "am" && hour == 12)
            hour = 0;
        if (IsZone(line, next))
            next += line.Lower(next) == "local" && line.Lower(next + 1) == "time" ? 2 : 1;
        else if (line.Lower(next) == "(" && IsZone(line, next + 1) && line.Lower(next + 2) == ")")
            next += 3;
        // a score or a verse: "won 3:1"
        return bare && colon && parts[0].Length + parts[1].Length < 3 ? null : (next, string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}"));
    }

    private static bool IsZone(TimeLine line, int at) =>
        line.Lower(at) is "gmt" or "utc" or "bst" or "cet" or "cest" or "eet" or "eest" or "est" or "edt" or "et" or "cst" or "cdt" or "ct" or "mst" or "mdt" or "pst" or "pdt" or "pt" or "ist" or "jst" or "msk" or "eastern" or "z"
        || (line.Lower(at) == "local" && line.Lower(at + 1) == "time");

    // "five o'clock in the afternoon"
    private string? Half(TimeLine line, int at, out int end)
    {
        end = at;
        if (line.Lower(at) != "in" || line.Lower(at + 1) != "the" || !line.Has(at + 2) || words.PartOfDay(line.Lower(at + 2)) is not { } part)
            return null;
        end = at + 3;
        return part;
    }

    private static string Value(int hour, string? part)
    {
        int said = part is "afternoon" or "evening" && hour < 12 ? hour + 12 : hour;
        return string.Create(CultureInfo.InvariantCulture, $"{said:00}:00");
    }
}
