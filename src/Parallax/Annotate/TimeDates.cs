using System.Globalization;
using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>What was read from tokens: where it ends, what it means and, where said, the part of day and the way it points.</summary>
internal readonly record struct TimeRead(int First, int End, TimeExpression Expression, string? Part = null, TimeDirection? Direction = null);

/// <summary>Reads calendar dates: days with a month, months, years, decades and dates in figures.</summary>
internal sealed class TimeDates(TimeWords words, NumberReader numbers)
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 2100;

    /// <summary>A date that begins at <paramref name="at"/>.</summary>
    public TimeRead? Read(IReadOnlyList<Token> tokens, int at, int first, int end) =>
        Figures(tokens, at)
        ?? MonthDay(tokens, at, end)
        ?? DayMonth(tokens, at, end)
        ?? MonthAlone(tokens, at, first, end)
        ?? Decade(tokens, at, first, end)
        ?? Years(tokens, at, first, end);

    /// <summary>A year from 1000 to 2100 in four digits; null for any other token.</summary>
    public static int? Year(Token token) =>
        token.Text.Length == 4 && token.Text.All(char.IsAsciiDigit)
        && int.Parse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture) is >= EarliestYear and <= LatestYear and int year
            ? year
            : null;

    /// <summary>A day of a month: "26", "26th"; null for any other token.</summary>
    public int? DayNumber(Token token)
    {
        if (numbers.Ordinal(token.Lower) is { } ordinal)
            return char.IsAsciiDigit(token.Lower[0]) && ordinal is >= 1 and <= 31 ? ordinal : null;
        return token.Text.Length <= 2 && token.Text.All(char.IsAsciiDigit)
            && int.Parse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture) is >= 1 and <= 31 and int day
                ? day
                : null;
    }

    private static TimeRead? Figures(IReadOnlyList<Token> tokens, int at)
    {
        string text = tokens[at].Text;
        if (text.Length is < 6 or > 10 || !char.IsAsciiDigit(text[0]))
            return null;
        char mark = text.Contains('/', StringComparison.Ordinal) ? '/' : text.Contains('.', StringComparison.Ordinal) ? '.' : '-';
        string[] parts = text.Split(mark);
        if (parts.Length != 3 || !parts.All(part => part.Length is 1 or 2 or 4 && part.All(char.IsAsciiDigit)))
            return null;
        int[] values = Array.ConvertAll(parts, part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture));
        if (parts[0].Length == 4)
            return Valid(values[0], values[1], values[2]) ? Day(at, values[0], values[1], values[2]) : null;
        if (parts[2].Length == 4 ? values[2] is < EarliestYear or > LatestYear : parts[2].Length != 2 || mark == '-')
            return null;
        int year = parts[2].Length == 4 ? values[2] : values[2] + (values[2] < 70 ? 2000 : 1900);
        bool european = Valid(year, values[1], values[0]);
        bool american = mark == '/' && Valid(year, values[0], values[1]);
        if (european && american && values[0] != values[1])
            return new TimeRead(at, at + 1, new AmbiguousDate(new LocalDate(year, values[0], values[1]), new LocalDate(year, values[1], values[0])));
        if (european)
            return Day(at, year, values[1], values[0]);
        return american ? Day(at, year, values[0], values[1]) : null;
    }

    // May 26; May 26th, 2023; May 3-5; June 1 to 3, 2023
    private TimeRead? MonthDay(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (words.Month(tokens[at]) is not { } month || at + 1 >= end)
            return null;
        int number = tokens[at + 1].Lower == "the" && at + 2 < end ? at + 2 : at + 1;
        if (DayNumber(tokens[number]) is not { } day || !IsDayOf(month, day))
            return null;
        // "May 20 soldiers" is not a date, "May 20 talks" is: a counted person or thing would need a verb before it.
        int next = number + 1;
        (int LastDay, int End)? range = RangeOfDays(tokens, at, next, end, month, day);
        if (range is { } through)
            next = through.End;
        int? year = YearAfter(tokens, ref next, end);
        if (range is { } days)
            return new TimeRead(at, next, new TimeRange(DayOf(year, month, day), DayOf(year, month, days.LastDay)));
        return new TimeRead(at, next, DayOf(year, month, day));
    }

    // 26 May; 26th of May 2023; 3 to 5 May; 3-5 May
    private TimeRead? DayMonth(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (DayNumber(tokens[at]) is not { } day)
            return null;
        int next = at + 1;
        if (next + 1 < end && IsRangeWord(tokens, at, next) && DayNumber(tokens[next + 1]) is { } last && last > day)
        {
            int monthAt = next + 2 < end && tokens[next + 2].Lower == "of" ? next + 3 : next + 2;
            if (monthAt < end && words.Month(tokens[monthAt]) is { } shared && IsDayOf(shared, last))
            {
                next = monthAt + 1;
                int? sharedYear = YearAfter(tokens, ref next, end);
                return new TimeRead(at, next, new TimeRange(DayOf(sharedYear, shared, day), DayOf(sharedYear, shared, last)));
            }
        }
        if (next < end && tokens[next].Lower == "of")
            next++;
        if (next >= end || words.Month(tokens[next]) is not { } month || !IsDayOf(month, day))
            return null;
        // "20 March": a day; "20 May 26" keeps the nearer.
        next++;
        int? year = YearAfter(tokens, ref next, end);
        return new TimeRead(at, next, DayOf(year, month, day));
    }

    private TimeRead? MonthAlone(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        if (words.Month(tokens[at]) is not { } month)
            return null;
        int next = at + 1;
        if (YearAfter(tokens, ref next, end) is { } year)
            return new TimeRead(at, next, new CalendarDate(EdtfDate.Month(year, month)));
        string before = at > first ? tokens[at - 1].Lower : "";
        bool introduced = before is "in" or "since" or "of" or "by" or "until" or "till" or "from" or "to" or "during" or "before" or "after" or "through" or "between" or "early" or "late" or "mid"
            or "last" or "next" or "this" or "past" or "every" or "around" or "earlier" or "previous";
        // Abbreviations and months that are also words or given names need a word of time before them.
        if (tokens[at].Lower is "may" or "march" or "mar" or "sun" or "august" or "april" or "june" or "dec" or "sep" or "jan" || tokens[at].Text[^1] == '.')
        {
            bool modifies = tokens[at].Lower is "april" or "august" or "june" && next < end && tokens[next].Tag == Upos.Noun;
            bool named = next < end && tokens[next].Tag == Upos.Propn && before is not ("in" or "since" or "late" or "early");
            if (named || !(introduced || modifies || (next < end && tokens[next].Lower == "'s" && tokens[at].Lower != "may" && tokens[at].Lower != "march")))
                return null;
        }
        return new TimeRead(at, at + 1, new NamedMonth(month, TimeChoice.Nearest));
    }

    // the 1990s, the '90s
    private static TimeRead? Decade(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        string lower = tokens[at].Lower;
        int year = -1;
        if (lower.Length == 5 && lower[4] == 's' && lower[3] == '0' && lower.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9') is false)
            year = int.Parse(lower.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        else if (lower.Length == 4 && lower[0] == '\'' && lower[3] == 's' && lower[2] == '0' && char.IsAsciiDigit(lower[1]))
            year = 1900 + 10 * (lower[1] - '0');
        else if (at > first && tokens[at - 1].Lower is "the" or "early" or "late" or "mid")
            year = lower switch { "fifties" => 1950, "sixties" => 1960, "seventies" => 1970, "eighties" => 1980, "nineties" => 1990, _ => -1 };
        _ = end;
        return year is >= EarliestYear and <= LatestYear ? new TimeRead(at, at + 1, new CalendarDate(EdtfDate.Decade(year))) : null;
    }

    // 2008; 1998-99; 1998–1999
    private TimeRead? Years(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        if (Year(tokens[at]) is not { } year || !YearIsMeant(tokens, at, first, end))
            return null;
        CalendarDate from = new(EdtfDate.Year(year));
        if (at + 2 < end && tokens[at + 1].Text is "-" or "–" or "/" && tokens[at + 2].Span.Start == tokens[at + 1].Span.End)
        {
            if (Year(tokens[at + 2]) is { } last && last > year)
                return new TimeRead(at, at + 3, new TimeRange(from, new CalendarDate(EdtfDate.Year(last))));
            if (tokens[at + 2].Text is [>= '0' and <= '9', >= '0' and <= '9'] digits)
            {
                int end2 = year / 100 * 100 + int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
                if (end2 > year)
                    return new TimeRead(at, at + 3, new TimeRange(from, new CalendarDate(EdtfDate.Year(end2))));
            }
        }
        return new TimeRead(at, at + 1, from);
    }

    // Four digits are a year only where the words around say so: "in 1999", "the 1999 war", "(2008)"; never "2000 people".
    private bool YearIsMeant(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        string before = at > first ? tokens[at - 1].Lower : "";
        Token? next = at + 1 < end ? tokens[at + 1] : null;
        bool usual = Year(tokens[at]) is >= 1800;
        if (before is "$" or "€" or "£" or "no" or "no." or "number" or "resolution" or "article" or "flight" or "room" or "section" or "about" or "some" or "over" or "nearly" or "almost" or "least" or "than")
            return false;
        if (next is not null && (next.Text is "%" or "per" or "percent" || words.Kind(next.Lower) == "unit" || next.Lower is "km" or "metres" or "meters" or "miles" or "tonnes" or "tons" or "gmt" or "hours" or "of"))
            return false;
        bool counts = next is { Tag: Upos.Noun } && (next.Lemma != next.Lower || next.Lower is "people" or "personnel" or "police" or "troops" or "others") && !words.Is(next.Lemma, "event");
        if (before is "in" or "since" or "until" or "till" or "early" or "late" or "mid" or "during" or "year")
            return !counts;
        if (words.Kind(before) == "month")
            return true;
        if (!usual)
            return false;
        if (before is "from" or "between" or "to" or "and" or "by" or "of" or "before" or "after" or "through" or "around" or "for" or "than" or "or")
            return !(next is { Tag: Upos.Noun or Upos.Adj or Upos.Propn } && counts) && (next is null || next.Tag is not Upos.Adj || words.Is(next.Lemma, "event"));
        if (before is "-" or "–" or "—")
            return at - 2 >= first && Year(tokens[at - 2]) is not null;
        if (before == "(" || (next is not null && next.Text is "–" or "-" && at + 2 < end && Year(tokens[at + 2]) is not null))
            return true;
        bool determined = before is "the" or "a" or "an" or "'s" or "'" or "its" or "their" or "his" or "her" or "this";
        if (determined)
            return next is not null && (next.Tag is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb || char.IsUpper(next.Text[0])) && !counts;
        return next is { Tag: Upos.Noun } && words.Is(next.Lemma, "event") && next.Lemma == next.Lower;
    }

    private static int? YearAfter(IReadOnlyList<Token> tokens, ref int next, int end)
    {
        int at = next;
        if (at < end && tokens[at].Text == "," && at + 1 < end)
            at++;
        else if (at < end && tokens[at].Lower == "of" && at + 1 < end)
            at++;
        if (at >= end || Year(tokens[at]) is not { } year || year < EarliestYear)
            return null;
        next = at + 1;
        return year;
    }

    // "May 3-5", "June 1 to 3", "between June 1 and 3"
    private (int LastDay, int End)? RangeOfDays(IReadOnlyList<Token> tokens, int at, int next, int end, int month, int day)
    {
        if (next + 1 >= end || !IsRangeWord(tokens, at, next))
            return null;
        if (DayNumber(tokens[next + 1]) is not { } last || last <= day || !IsDayOf(month, last))
            return null;
        // "between May 3 and 5 people" would count people.
        if (next + 2 < end && tokens[next + 2].Tag is Upos.Noun or Upos.Adj && tokens[next].Text is not ("-" or "–"))
            return null;
        return next + 2 < end && words.Month(tokens[next + 2]) is not null ? null : (last, next + 2);
    }

    /// <summary>Whether the token joins two ends of a range; "and" only after "between".</summary>
    public static bool IsRangeWord(IReadOnlyList<Token> tokens, int first, int at) =>
        tokens[at].Lower is "to" or "-" or "through" or "until" or "till"
        || (tokens[at].Lower == "and" && first > 0 && tokens[first - 1].Lower == "between");

    private static bool IsDayOf(int month, int day) => day <= CalendarSystem.Iso.GetDaysInMonth(2000, month);

    private static bool Valid(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static TimeExpression DayOf(int? year, int month, int day) =>
        year is { } known && day <= CalendarSystem.Iso.GetDaysInMonth(known, month)
            ? new CalendarDate(EdtfDate.Day(new LocalDate(known, month, day)))
            : new DayInMonth(month, day);

    private static TimeRead Day(int at, int year, int month, int day) =>
        new(at, at + 1, new CalendarDate(EdtfDate.Day(new LocalDate(year, month, day))));
}
