using System.Globalization;
using NodaTime;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Finds dates with years as pages print them, in one pass.</summary>
internal static class PrintedDates
{
    // "5th", "1er", "3ος": what is written on a day's number.
    private static readonly HashSet<string> Ordinals = new(StringComparer.Ordinal) { "st", "nd", "rd", "th", "er", "re", "o", "a", "e", "ste", "de", "ter", "η", "ος", "го", "е", "일", "日" };

    // "5 of May", "5 de mayo de 2023", "den 5 maj": small words inside a date.
    private static readonly HashSet<string> BeforeMonth = new(StringComparer.Ordinal) { "of", "de", "d", "di", "del", "den", "no", "gada", "thang" };
    private static readonly HashSet<string> BeforeYear = new(StringComparer.Ordinal) { "de", "del", "di", "of", "nam", "ден", "anul", "ano", "année", "do", "в" };

    // "2022 m. sausio 5 d.", "2022. gada 5. janvaris": words behind a year.
    private static readonly HashSet<string> BehindYear = new(StringComparer.Ordinal) { "m", "gada", "g", "r", "года", "год", "ж" };

    /// <summary>The dates in <paramref name="text"/> with four-digit years and, where they name the month, English names, in order.</summary>
    public static List<PrintedDate> Find(string text) => [.. Find(text, MonthNames.English, null).Where(date => !date.ShortYear)];

    /// <summary>The dates with years in <paramref name="text"/>, in order; <paramref name="language"/> settles names of months that languages differ about.</summary>
    public static List<PrintedDate> Find(string text, MonthNames months, string? language)
    {
        List<PrintedDate> found = [];
        int at = 0;
        while (at < text.Length)
        {
            PrintedDate? date = null;
            int end = at + 1;
            if (IsDigit(text[at]))
            {
                end = DigitsEnd(text, at);
                if (StartsFresh(text, at))
                    date = end - at == 4 ? YearFirst(text, at, end, months, language) : end - at <= 2 ? DayFirst(text, at, end, months, language) : null;
            }
            else if (IsWord(text[at]))
            {
                end = WordEnd(text, at);
                if (end - at >= 2 && StartsFresh(text, at))
                    date = MonthFirst(text, at, end, months, language);
            }
            if (date is { } read && (read.Day(true) ?? read.Day(false)) is not null)
            {
                found.Add(read);
                end = read.Span.End;
            }
            at = end;
        }
        return found;
    }

    /// <summary>The day, or null where the calendar has none.</summary>
    public static LocalDate? DayOrNull(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>The day that metadata such as <c>2023-05-26T10:00:00+02:00</c> or <c>26 May 2023</c> names, as printed: no conversion between zones.</summary>
    public static EdtfDate? FromMetadata(string? value) =>
        DateStamp.Parse(value, MonthNames.English, null) is not { } stamp ? null
        : stamp.Other is { } other ? EdtfDate.Interval(LocalDate.Min(stamp.Day, other), LocalDate.Max(stamp.Day, other)) : EdtfDate.Day(stamp.Day);

    /// <summary>Both readings of an ambiguous date as the span between them: never more exact than what was written.</summary>
    public static EdtfDate Unresolved(PrintedDate date)
    {
        LocalDate one = date.Day(true)!.Value;
        LocalDate other = date.Day(false)!.Value;
        return EdtfDate.Interval(LocalDate.Min(one, other), LocalDate.Max(one, other));
    }

    /// <summary>2023-05-26, 2023/5/26, 2023. 5. 26, 2023年5月26日, "2022. január 5.", "2022 m. sausio 5 d."</summary>
    private static PrintedDate? YearFirst(string text, int start, int end, MonthNames months, string? language)
    {
        int year = FullYear(Number(text, start, end));
        if (year == 0)
            return null;
        int at = end;
        bool cjk = at < text.Length && text[at] is '年' or '년';
        char mark = at < text.Length ? text[at] : ' ';
        int next = cjk ? Blanks(text, at + 1) : mark is '-' or '/' or '.' or '\u2013' or '\u2010' ? Blanks(text, at + 1) : Blanks(text, at);
        if (next < text.Length && IsDigit(text[next]) && (cjk || mark is '-' or '/' or '.' or '\u2013' or '\u2010'))
        {
            int monthEnd = DigitsEnd(text, next);
            if (monthEnd - next > 2)
                return null;
            int month = Number(text, next, monthEnd);
            int day = cjk ? Blanks(text, monthEnd + 1) : monthEnd < text.Length && (text[monthEnd] == mark || text[monthEnd] is '-' or '/') ? Blanks(text, monthEnd + 1) : text.Length;
            if (cjk && (monthEnd >= text.Length || text[monthEnd] is not ('月' or '월')))
                return null;
            if (day >= text.Length || !IsDigit(text[day]))
                return null;
            int dayEnd = DigitsEnd(text, day);
            if (dayEnd - day > 2 || !EndsClean(text, dayEnd, cjk))
                return null;
            return new PrintedDate(TextSpan.FromBounds(start, dayEnd), DateStyle.YearFirst, year, month, Number(text, day, dayEnd));
        }
        return NamedBehindYear(text, start, next, year, months, language);
    }

    private static PrintedDate? NamedBehindYear(string text, int start, int next, int year, MonthNames months, string? language)
    {
        // A word for "year" may stand between, and either of month and day come first.
        (int word, int wordEnd) = Word(text, next);
        if (wordEnd > word && BehindYear.Contains(Folding.Fold(text[word..wordEnd])))
        {
            next = Blanks(text, Skip(text, wordEnd, ".,"));
            (word, wordEnd) = Word(text, next);
        }
        if (wordEnd > word && months.Month(text.AsSpan(word, wordEnd - word), language) is > 0 and int named)
        {
            int day = Blanks(text, Skip(text, wordEnd, ".,"));
            int dayEnd = day < text.Length && IsDigit(text[day]) ? DigitsEnd(text, day) : day;
            return dayEnd - day is 1 or 2 && EndsClean(text, dayEnd, false)
                ? new PrintedDate(TextSpan.FromBounds(start, dayEnd), DateStyle.YearFirst, year, named, Number(text, day, dayEnd)) : null;
        }
        if (next < text.Length && IsDigit(text[next]) && DigitsEnd(text, next) is int numberEnd && numberEnd - next <= 2)
        {
            (word, wordEnd) = Word(text, Blanks(text, Skip(text, numberEnd, ".")));
            if (wordEnd > word && months.Month(text.AsSpan(word, wordEnd - word), language) is > 0 and int behind)
                return new PrintedDate(TextSpan.FromBounds(start, wordEnd), DateStyle.YearFirst, year, behind, Number(text, next, numberEnd));
        }
        return null;
    }

    /// <summary>26/05/2023, 26.5.23, 26 May 2023, 26th of May, 2023, 26-May-2023, 26 de mayo de 2023.</summary>
    private static PrintedDate? DayFirst(string text, int start, int end, MonthNames months, string? language)
    {
        int first = Number(text, start, end);
        if (end < text.Length && text[end] is '/' or '.' or '-' or '\u2010' or '\u2011' or '\u2013')
        {
            char mark = text[end];
            int second = mark is '.' or '/' ? Blanks(text, end + 1) : end + 1;
            if (second < text.Length && IsDigit(text[second]) && DigitsEnd(text, second) is int secondEnd && secondEnd - second <= 2
                && secondEnd < text.Length && text[secondEnd] == mark)
            {
                int year = mark is '.' or '/' ? Blanks(text, secondEnd + 1) : secondEnd + 1;
                if (year < text.Length && text[year] is '\'' or '\u2019')
                    year++;
                int yearEnd = year < text.Length && IsDigit(text[year]) ? DigitsEnd(text, year) : year;
                (int read, bool brief) = Year(text, year, yearEnd);
                return read > 0 && EndsClean(text, yearEnd, false) && (!brief || mark is '.' or '/')
                    ? new PrintedDate(TextSpan.FromBounds(start, yearEnd), DateStyle.Numeric, read, first, Number(text, second, secondEnd)) { Dotted = mark == '.', ShortYear = brief }
                    : null;
            }
        }
        int at = end;
        (int suffix, int suffixEnd) = Word(text, at);
        if (suffix == at && suffixEnd > at && Ordinals.Contains(text[suffix..suffixEnd].ToLowerInvariant()))
            at = suffixEnd;
        at = Skip(text, Blanks(text, Skip(text, at, ".,º°ª")), "-/");
        at = Blanks(text, at);
        (int word, int wordEnd) = Word(text, at);
        if (wordEnd > word && BeforeMonth.Contains(Folding.Fold(text[word..wordEnd])))
        {
            (word, wordEnd) = Word(text, Blanks(text, Skip(text, wordEnd, "'\u2019.-")));
            // Vietnamese counts its months.
            if (word == wordEnd && word < text.Length && IsDigit(text[word]) && DigitsEnd(text, word) is int counted && counted - word <= 2)
                return WithYear(text, start, counted, DateStyle.DayMonth, Number(text, word, counted), first);
        }
        if (wordEnd == word || (months.Month(text.AsSpan(word, wordEnd - word), language) is 0 && TwoWords(text, word, ref wordEnd, months, language) == 0))
            return null;
        int month = Math.Max(months.Month(text.AsSpan(word, wordEnd - word), language), 0);
        month = month == 0 ? TwoWords(text, word, ref wordEnd, months, language) : month;
        // "تشرين الثاني/نوفمبر": the month by two names.
        if (wordEnd < text.Length && text[wordEnd] == '/' && Word(text, wordEnd + 1) is (int again, int againEnd) && againEnd > again
            && months.Month(text.AsSpan(again, againEnd - again), language) > 0)
            wordEnd = againEnd;
        return WithYear(text, start, wordEnd, DateStyle.DayMonth, month, first);
    }

    private static int TwoWords(string text, int word, ref int wordEnd, MonthNames months, string? language)
    {
        (int second, int secondEnd) = Word(text, Blanks(text, wordEnd));
        int month = secondEnd > second ? months.Month(text.AsSpan(word, secondEnd - word), language) : 0;
        wordEnd = month > 0 ? secondEnd : wordEnd;
        return month;
    }

    /// <summary>May 26, 2023; May 26th 2023; Fri May 26 10:15:00 EDT 2023; May-26-2023.</summary>
    private static PrintedDate? MonthFirst(string text, int start, int end, MonthNames months, string? language)
    {
        int day = Blanks(text, Skip(text, end, ".-/"));
        if (day >= text.Length || !IsDigit(text[day]))
            return null;
        int dayEnd = DigitsEnd(text, day);
        if (dayEnd - day > 2)
            return null;
        int month = months.Month(text.AsSpan(start, end - start), language);
        if (month == 0)
            return null;
        int number = Number(text, day, dayEnd);
        (int suffix, int suffixEnd) = Word(text, dayEnd);
        if (suffix == dayEnd && suffixEnd > dayEnd && Ordinals.Contains(text[suffix..suffixEnd].ToLowerInvariant()))
            dayEnd = suffixEnd;
        int at = dayEnd;
        // The form of Unix puts the time and its zone before the year.
        int clock = Blanks(text, at);
        int clockEnd = clock;
        while (clockEnd < text.Length && (IsDigit(text[clockEnd]) || (text[clockEnd] == ':' && clockEnd > clock)))
            clockEnd++;
        if (text.AsSpan(clock, clockEnd - clock).Contains(':'))
        {
            at = clockEnd;
            (int zone, int zoneEnd) = Word(text, Blanks(text, at));
            at = zoneEnd > zone && zoneEnd - zone <= 5 ? zoneEnd : at;
        }
        return WithYear(text, start, at, DateStyle.MonthDay, month, number);
    }

    private static PrintedDate? WithYear(string text, int start, int end, DateStyle style, int month, int day)
    {
        int at = Blanks(text, Skip(text, end, ".,"));
        at = Blanks(text, Skip(text, at, "-/,"));
        (int word, int wordEnd) = Word(text, at);
        if (wordEnd > word && BeforeYear.Contains(Folding.Fold(text[word..wordEnd])))
            at = Blanks(text, wordEnd);
        bool elided = at < text.Length && text[at] is '\'' or '\u2019';
        int year = elided ? at + 1 : at;
        int yearEnd = year < text.Length && IsDigit(text[year]) ? DigitsEnd(text, year) : year;
        (int read, bool brief) = Year(text, year, yearEnd);
        return read > 0 && EndsClean(text, yearEnd, false) ? new PrintedDate(TextSpan.FromBounds(start, yearEnd), style, read, month, day) { ShortYear = brief } : null;
    }

    private static (int Year, bool Brief) Year(string text, int start, int end)
    {
        if (end - start == 4)
            return (FullYear(Number(text, start, end)), false);
        if (end - start != 2 || (end < text.Length && text[end] is ':' or 'h' or '%'))
            return (0, false);
        int brief = Number(text, start, end);
        return (brief is >= 90 ? 1900 + brief : brief is < 50 ? 2000 + brief : 0, true);
    }

    // The Buddhist calendar, which Thai pages print, is 543 years ahead.
    private static int FullYear(int year) => year is >= 1900 and < 2100 ? year : year is >= 2500 and < 2600 ? year - 543 : 0;

    /// <summary>Neither inside a word or number nor the second half of a range such as 5–7 May 2023.</summary>
    private static bool StartsFresh(string text, int at)
    {
        if (at == 0)
            return true;
        char before = text[at - 1];
        if (IsDigit(before))
            return false;
        if (IsWord(before))
            return IsDigit(text[at]) && before is '年' or '月' or 'T';
        return before is not ('-' or '\u2013' or '.' or '/' or ',' or ':') || at < 2 || !IsDigit(text[at - 2]) || (before is ',' or '.' or '-' && IsWord(text[at]));
    }

    private static bool EndsClean(string text, int at, bool cjk)
    {
        if (at >= text.Length || cjk)
            return true;
        char c = text[at];
        if (IsDigit(c))
            return false;
        if (IsWord(c))
            return c is 'T' or 'Z' or 'г' or 'р' or 'О' or 'в' || c > '\u2E00';
        return c is not ('-' or '/' or '.' or ',') || at + 1 >= text.Length || !IsDigit(text[at + 1]) || c == ',';
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || (c > '\u0600' && char.IsDigit(c));

    private static bool IsWord(char c) => char.IsAsciiLetter(c) || (c > '\u007F' && (char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));

    private static int DigitsEnd(string text, int at)
    {
        while (at < text.Length && IsDigit(text[at]))
            at++;
        return at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && IsWord(text[at]))
            at++;
        return at;
    }

    private static (int Start, int End) Word(string text, int at) => (at, at < text.Length && IsWord(text[at]) ? WordEnd(text, at) : at);

    private static int Blanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>Past one of <paramref name="marks"/>, where one stands there.</summary>
    private static int Skip(string text, int at, string marks) => at < text.Length && marks.Contains(text[at], StringComparison.Ordinal) ? at + 1 : at;

    private static int Number(string text, int start, int end)
    {
        int number = 0;
        for (int i = start; i < end; i++)
            number = (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(text[i]);
        return number;
    }
}
