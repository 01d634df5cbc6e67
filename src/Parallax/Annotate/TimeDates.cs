using System.Globalization;
using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Reads calendar dates: days with a month, months, years, decades and dates in figures.</summary>
internal sealed partial class TimeDates(TimeWords words, NumberReader numbers)
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 2100;
    private static readonly string[] s_months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>A date that begins at <paramref name="at"/>.</summary>
    public TimeRead? Read(TimeLine line, int at)
    {
        if (!line.Has(at))
            return null;
        char first = line[at].Text[0];
        if (char.IsAsciiDigit(first))
            return Figures(line, at) ?? DayMonth(line, at) ?? Decade(line, at) ?? Years(line, at);
        if (first is '\'' or '’' || char.IsAsciiLetter(first))
            return MonthDay(line, at) ?? MonthAlone(line, at) ?? DayMonth(line, at) ?? Decade(line, at) ?? YearWords(line, at);
        return null;
    }

    /// <summary>A year from 1000 to 2100 in four digits; null for any other word.</summary>
    public static int? Year(Token token) => PlainYear(token.Text);

    /// <summary>See <see cref="Year"/>.</summary>
    public static int? PlainYear(string text) =>
        text.Length == 4 && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
        && int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is >= EarliestYear and <= LatestYear and int year
            ? year
            : null;

    /// <summary>The first year of a decade in figures: "1990s", "'90s", "90s".</summary>
    public static int? PlainDecade(string lower)
    {
        if (lower.Length == 5 && lower[3..] == "0s" && PlainYear(lower[..4]) is { } year)
            return year;
        return lower.Length == 4 && lower[0] is '\'' or '’' && lower[2..] == "0s" && char.IsAsciiDigit(lower[1]) ? (lower[1] == '0' ? 2000 : 1900) + 10 * (lower[1] - '0') : null;
    }

    /// <summary>A month in its full name, in any case.</summary>
    public static int? PlainMonth(string lower) => Array.IndexOf(s_months, lower) + 1 is > 0 and int month ? month : null;

    /// <summary>A day of a month: "26", "26th"; null for any other token.</summary>
    public int? DayNumber(Token token)
    {
        if (numbers.Ordinal(token.Lower) is { } ordinal)
            return char.IsAsciiDigit(token.Lower[0]) && ordinal is >= 1 and <= 31 ? ordinal : null;
        return token.Text.Length <= 2 && !token.Text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && int.Parse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture) is >= 1 and <= 31 and int day
                ? day
                : null;
    }

    private static TimeRead? Figures(TimeLine line, int at)
    {
        string text = line[at].Text;
        int end = at + 1;
        // The tokenizer cuts "2013-05-01T10:00" and "2013-05-01" where letters follow.
        int stamp = text.IndexOf('T', StringComparison.Ordinal);
        if (stamp == 10)
            text = text[..stamp];
        if (text.Length == 4 && line.IsHyphen(at + 1) && line.IsHyphen(at + 3) && line[at + 2].Text.Length == 2 && line[at + 4].Text.Length >= 2)
            (text, end) = (text + "-" + line[at + 2].Text + "-" + line[at + 4].Text[..2], at + 5);
        if (text.Length is < 6 or > 10)
            return null;
        char mark = text.Contains('/', StringComparison.Ordinal) ? '/' : text.Contains('.', StringComparison.Ordinal) ? '.' : '-';
        string[] parts = text.Split(mark);
        if (parts.Length != 3 || !parts.All(part => part.Length is 1 or 2 or 4 && !part.AsSpan().ContainsAnyExceptInRange('0', '9')))
            return null;
        int[] values = Array.ConvertAll(parts, part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture));
        if (parts[0].Length == 4)
            return Valid(values[0], values[1], values[2]) ? new TimeRead(at, end, OnDay(values[0], values[1], values[2])) : null;
        if (parts[2].Length == 4 ? values[2] is < EarliestYear or > LatestYear : parts[2].Length != 2 || mark == '-')
            return null;
        int year = parts[2].Length == 4 ? values[2] : values[2] + (values[2] < 70 ? 2000 : 1900);
        bool european = Valid(year, values[1], values[0]);
        bool american = mark != '.' && Valid(year, values[0], values[1]);
        if (european && american && values[0] != values[1])
            return new TimeRead(at, end, new AmbiguousDate(new LocalDate(year, values[0], values[1]), new LocalDate(year, values[1], values[0])));
        if (european)
            return new TimeRead(at, end, OnDay(year, values[1], values[0]));
        return american ? new TimeRead(at, end, OnDay(year, values[0], values[1])) : null;
    }

    // May 26; May 26th, 2023; May 3-5; June 1 to 3, 2023
    private TimeRead? MonthDay(TimeLine line, int at)
    {
        if (MonthAt(line, at, line.Has(at + 1) && DayNumber(line[at + 1]) is not null && IsPreposition(line.Lower(at - 1))) is not { } month || IsMisplaced(line, at))
            return null;
        int number = line.Lower(at + 1) == "the" ? at + 2 : at + 1;
        if (!line.Has(number) || DayNumber(line[number]) is not { } day || !IsDayOf(month, day))
            return null;
        // "May 20 soldiers" is not a date, "May 20 talks" is: a counted person or thing would need a verb before it.
        int next = number + 1;
        int first = next;
        (int LastDay, int End)? range = RangeOfDays(line, at, next, month, day);
        if (range is { } through)
            next = through.End;
        int? year = YearAfter(line, ref next);
        if (range is not { } days)
            return year is null && OfThatYear(line, next) is { } told ? new TimeRead(at, told, new DayInMonth(month, day, TimeAnchor.Narrative)) : new TimeRead(at, next, DayOf(year, month, day));
        TimeExpression from = DayOf(year, month, day), to = DayOf(year, month, days.LastDay);
        return new TimeRead(at, next, new TimeRange(from, to)) { Inner = [new TimeRead(at, first, from), new TimeRead(days.End - 1, next, to)] };
    }

    // 26 May; 26th of May 2023; 3 to 5 May; 3-5 May
    private TimeRead? DayMonth(TimeLine line, int at)
    {
        bool written = !char.IsAsciiDigit(line[at].Text[0]);
        if ((written ? numbers.Ordinal(line.Lower(at)) : DayNumber(line[at])) is not { } day || day is < 1 or > 31)
            return null;
        int next = at + 1;
        if (line.Has(next + 1) && DayNumber(line[next + 1]) is { } last && last > day && (IsRangeWord(line, at, next) || line.Lower(next) == "and" && last == day + 1))
        {
            int monthAt = line.Lower(next + 2) == "of" ? next + 3 : next + 2;
            if (MonthAt(line, monthAt, true) is { } shared && IsDayOf(shared, last))
            {
                int second = next + 1;
                next = monthAt + 1;
                int? sharedYear = YearAfter(line, ref next);
                TimeExpression from = DayOf(sharedYear, shared, day), to = DayOf(sharedYear, shared, last);
                return new TimeRead(at, next, new TimeRange(from, to)) { Inner = [new TimeRead(at, at + 1, from), new TimeRead(second, next, to)] };
            }
        }
        bool of = line.Lower(next) == "of";
        if (of)
            next++;
        // "05-Aug-2016"
        next = line.AfterHyphen(next);
        bool plain = !of && line.Lower(next) is not ("may" or "march" or "mar" or "sun");
        if (written && !of || MonthAt(line, next, of || plain || IsYearAt(line, next + 1)) is not { } month || !IsDayOf(month, day))
            return null;
        // "20 March": a day; "20 May 26" keeps the nearer.
        next++;
        int? year = YearAfter(line, ref next);
        if (year is null && OfThatYear(line, next) is { } told)
            return new TimeRead(at, told, new DayInMonth(month, day, TimeAnchor.Narrative));
        return new TimeRead(at, next, DayOf(year, month, day));
    }

    private TimeRead? MonthAlone(TimeLine line, int at)
    {
        int next = at + 1;
        if (MonthAt(line, at, IsYearAt(line, next)) is not { } month || IsMisplaced(line, at))
            return null;
        if (EraYear(line, line.Lower(next) is "," or "of" ? next + 1 : next) is { } old)
            return new TimeRead(at, old.End, new CalendarDate(EdtfDate.Month(old.Year, month)));
        if (YearAfter(line, ref next) is { } year)
            return new TimeRead(at, next, new CalendarDate(EdtfDate.Month(year, month)));
        if (OfThatYear(line, next) is { } told)
            return new TimeRead(at, told, new NamedMonth(month, TimeChoice.Nearest, TimeAnchor.Narrative));
        if (line.Lower(next) == "of" && line.Lower(next + 1) is "this" or "last" or "next" && line.Lower(next + 2) == "year")
            return new TimeRead(at, next + 3, new NamedMonth(month, line.Lower(next + 1) switch { "last" => TimeChoice.Last, "next" => TimeChoice.Next, _ => TimeChoice.This }));
        string before = line.Lower(at - 1);
        // Abbreviations and months that are also words or given names need a word of time before them.
        if (line.Lower(at) is "may" or "march" or "mar" or "sun" or "august" or "april" or "june" or "dec" or "sep" or "jan" || line[at].Text[^1] == '.')
        {
            bool introduced = IsPreposition(before) || before is "early" or "late" or "mid" or "-" or "last" or "next" or "this" or "past" or "every" or "around" or "earlier" or "previous" or "end" or "middle" || line.Lower(next) is "-" or "–" or "/" && line.Has(next + 1) && words.Month(line[next + 1]) is not null || (before is "and" or "or" or "/" && at - 2 >= line.First && words.Month(line[at - 2]) is not null);
            bool modifies = line.Lower(at) is "april" or "august" or "june" && line.Tag(next) == Upos.Noun;
            bool named = line.Tag(next) == Upos.Propn && before is not ("in" or "since" or "late" or "early");
            if (named || !(introduced || modifies || (line.Lower(next) == "'s" && line.Lower(at) is not ("may" or "march"))))
                return null;
        }
        return new TimeRead(at, next, new NamedMonth(month, TimeChoice.Nearest));
    }

    // the 1990s, the '90s, the 480s BC, the nineties
    private static TimeRead? Decade(TimeLine line, int at)
    {
        string lower = line.Lower(at);
        int end = at + 1;
        int start = at;
        int year = PlainDecade(lower) ?? -1;
        if (year < 0 && lower.Length == 4 && lower[2..] == "0s" && char.IsAsciiDigit(lower[0]) && char.IsAsciiDigit(lower[1]) && Era(line, ref end) is { } before)
        {
            int hundred = int.Parse(lower.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);
            return new TimeRead(start, end, new CalendarDate(EdtfDate.Decade(before ? 1 - hundred - 9 : hundred)));
        }
        if (year < 0 && lower.Length == 3 && lower[1..] == "0s" && char.IsAsciiDigit(lower[0]) && line.Lower(at - 1) is "the" or "early" or "late" or "mid" or "-" or "his" or "her" or "their")
            year = line.Lower(at - 1) is "his" or "her" or "their" || line.Lower(at - 2) is "his" or "her" or "their" ? -1 : 1900 + 10 * (lower[0] - '0');
        if (year < 0 && line.Lower(at - 1) is "the" or "early" or "late" or "mid")
            year = line.Lower(at - 2) is "his" or "her" or "their" ? -1 : lower switch { "fifties" => 1950, "sixties" => 1960, "seventies" => 1970, "eighties" => 1980, "nineties" => 1990, _ => -1 };
        return year is >= EarliestYear and <= LatestYear ? new TimeRead(start, end, new CalendarDate(EdtfDate.Decade(year))) : null;
    }

    // The index after "of that year", "of the same year".
    private static int? OfThatYear(TimeLine line, int at)
    {
        if (line.Lower(at) != "of" || line.Lower(at + 1) is not ("that" or "the"))
            return null;
        int year = line.Lower(at + 2) == "same" ? at + 3 : at + 2;
        return line.Lower(year) == "year" && (year == at + 3 || line.Lower(at + 1) == "that") ? year + 1 : null;
    }

    private int? MonthAt(TimeLine line, int at, bool sure) =>
        !line.Has(at) ? null
        : words.Month(line[at]) is { } capital ? capital
        : words.AnyMonth(line[at]) is { } small && (sure || line[at].Lower is "january" or "february" or "july" or "september" or "october" or "november" or "december") ? small
        : null;

    // "Theresa May", "the Women's March on": part of a name.
    private static bool IsMisplaced(TimeLine line, int at) =>
        line.Lower(at) is "may" or "march" or "april" or "june" or "august" && line.Tag(at - 1) == Upos.Propn && line.IsJoined(at) is false && line.IsCapital(at - 1) && line.Lower(at - 1) is not ("monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "early" or "late" or "last" or "mid" or "in" or "on" or "since" or "of")
        && !(line.Has(at + 1) && char.IsAsciiDigit(line[at + 1].Text[0]));

    private static bool IsPreposition(string word) =>
        word is "in" or "since" or "of" or "by" or "until" or "till" or "from" or "to" or "during" or "before" or "after" or "through" or "between" or "on" or "for" or "throughout" or "late" or "early";

    private static bool IsYearAt(TimeLine line, int at) => line.Has(line.Lower(at) == "," ? at + 1 : at) && Year(line[line.Lower(at) == "," ? at + 1 : at]) is not null;

    // "May 3-5", "June 1 to 3", "between June 1 and 3"
    private (int LastDay, int End)? RangeOfDays(TimeLine line, int at, int next, int month, int day)
    {
        if (!line.Has(next + 1) || !(IsRangeWord(line, at, next) || line.Lower(next) == "and") || DayNumber(line[next + 1]) is not { } last || last <= day || !IsDayOf(month, last))
            return null;
        if (line.Lower(next) == "and" && line.Lower(at - 1) != "between" && (last != day + 1 || line.Tag(next + 2) is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num))
            return null;
        // "between May 3 and 5 people" would count people.
        if (line.Tag(next + 2) is Upos.Noun or Upos.Adj && line.Lower(next) is not ("-" or "–"))
            return null;
        return line.Has(next + 2) && words.Month(line[next + 2]) is not null ? null : (last, next + 2);
    }

    /// <summary>Whether the word joins two ends of a range; "and" only after "between".</summary>
    public static bool IsRangeWord(TimeLine line, int first, int at) =>
        line.Lower(at) is "to" or "-" or "–" or "—" or "through" or "until" or "till"
        || (line.Lower(at) == "and" && line.Lower(first - 1) == "between");

    private static bool IsDayOf(int month, int day) => day <= CalendarSystem.Iso.GetDaysInMonth(2000, month);

    private static bool Valid(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    /// <summary>The day of the year, or of every year where none is said.</summary>
    public static TimeExpression DayOf(int? year, int month, int day) =>
        year is { } known && day <= CalendarSystem.Iso.GetDaysInMonth(known, month) ? OnDay(known, month, day) : new DayInMonth(month, day);

    private static CalendarDate OnDay(int year, int month, int day) => new(EdtfDate.Day(new LocalDate(year, month, day)));
}
