using System.Globalization;
using NodaTime;

namespace Parallax.Annotate;

/// <summary>Reads times that are said in relation to another: weekdays, "last week", "two days ago", "the following day", "since Monday".</summary>
internal sealed class TimePhrases(TimeWords words, NumberReader numbers, TimeDates dates)
{
    /// <summary>The longest time that begins at <paramref name="at"/>; null where none does.</summary>
    public TimeRead? Read(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        TimeRead? found = Open(tokens, at, first, end) ?? Set(tokens, at, end) ?? Counted(tokens, at, first, end) ?? Single(tokens, at, first, end);
        if (found is not { } from)
            return null;
        // "from Monday to Friday", "1998 to 1999", "between May 3 and June 1"
        if (from.End + 1 < end && from.Expression is not (Repeated or Stretch or TimeRange or FromNarrative or BesideEvent) && from.Part is null
            && IsRangeStart(tokens, from, first) && TimeDates.IsRangeWord(tokens, at, from.End)
            && Single(tokens, from.End + 1, first, end) is { } to && to.Expression.GetType() == from.Expression.GetType())
            return new TimeRead(at, to.End, new TimeRange(from.Expression, to.Expression));
        return from;
    }

    /// <summary>One time without a range: with "early", "late on", "the end of" before it and a part of day after it.</summary>
    public TimeRead? Single(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        string word = tokens[at].Lower;
        if (word is "early" or "late" or "mid" or "mid-" or "earlier" or "later")
            return Modified(tokens, at, first, end, word);
        if (word.StartsWith("mid-", StringComparison.Ordinal) && word.Length > 4)
            return MidCompound(tokens, at);
        if (word is "the" or "end" or "beginning" or "start" or "middle" && Edge(tokens, at, first, end) is { } edge)
            return edge;
        return Chosen(tokens, at, first, end) ?? Day(tokens, at, first, end) ?? Narrative(tokens, at, end) ?? Clock(tokens, at, end) ?? dates.Read(tokens, at, first, end);
    }

    private static bool IsRangeStart(IReadOnlyList<Token> tokens, TimeRead from, int first)
    {
        string before = from.First > first ? tokens[from.First - 1].Lower : "";
        return before is "from" or "between" || tokens[from.End].Text is "-" or "–" or "through" or "until" || from.Expression is CalendarDate;
    }

    private static TimeRead? MidCompound(IReadOnlyList<Token> tokens, int at)
    {
        string rest = tokens[at].Lower[4..];
        if (rest.Length == 4 && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1000 and <= 2100)
            return new TimeRead(at, at + 1, new PartOfTime(TimePart.Middle, new CalendarDate(Text.EdtfDate.Year(year))));
        string[] months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        int month = Array.IndexOf(months, rest) + 1;
        return month > 0 ? new TimeRead(at, at + 1, new PartOfTime(TimePart.Middle, new NamedMonth(month, TimeChoice.Nearest))) : null;
    }

    // since Monday
    private TimeRead? Open(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        if (tokens[at].Lower != "since" || at + 1 >= end)
            return null;
        return Single(tokens, at + 1, first, end) is { Expression: not (Stretch or Repeated or FromNarrative) } from
            ? new TimeRead(at, from.End, new TimeRange(from.Expression, null), from.Part, TimeDirection.Past)
            : null;
    }

    // every Monday, each year, on Mondays, daily
    private TimeRead? Set(IReadOnlyList<Token> tokens, int at, int end)
    {
        string word = tokens[at].Lower;
        if (words.Is(word, "set") && tokens[at].Tag is Upos.Adv or Upos.Adj)
            return new TimeRead(at, at + 1, new Repeated());
        if (words.Is(word, "weekdays"))
            return new TimeRead(at, at + 1, new Repeated());
        if (word is not ("every" or "each") || at + 1 >= end)
            return null;
        int next = at + 1;
        if (tokens[next].Lower is "other" or "single" or "few" or "second" || numbers.Word(tokens[next].Lower) is not null)
            next++;
        if (next < end && (words.Unit(tokens[next].Lower) is not null || words.Weekday(tokens[next]) is not null || words.Month(tokens[next]) is not null
            || words.PartOfDay(tokens[next].Lower) is not null || words.Is(tokens[next].Lower, "season")))
            return new TimeRead(at, next + 1, new Repeated());
        return null;
    }

    // early May, late on Monday, earlier this week, early Monday morning
    private TimeRead? Modified(IReadOnlyList<Token> tokens, int at, int first, int end, string word)
    {
        int next = at + 1;
        if (next < end && tokens[next].Text == "-")
            next++;
        bool turned = false;
        if (next + 1 < end && tokens[next].Lower is "on" or "in" or "of")
        {
            turned = tokens[next].Lower == "in";
            next++;
        }
        if (turned && next < end && tokens[next].Lower == "the")
            next++;
        if (next >= end || tokens[next].Lower is "early" or "late" or "earlier" or "later")
            return null;
        if (word == "early" && next < end && tokens[next].Lower is "hours")
            return null;
        if (word is "early" or "late" && words.PartOfDay(tokens[next].Lower) is { } part)
        {
            // "late evening" alone belongs to the day spoken of.
            int after = next + 1;
            if (after + 1 < end && tokens[after].Lower is "on" or "of" && Single(tokens, after + 1, first, end) is { Part: null } named && IsDay(named.Expression))
                return named with { First = at, Part = part };
            return null;
        }
        if (Single(tokens, next, first, end) is not { } inner || inner.Expression is Repeated or Stretch or BesideEvent)
            return turned ? null : word is "earlier" or "later" ? null : null;
        if (word is "earlier" or "later")
        {
            TimeDirection ahead = word == "earlier" ? TimeDirection.Past : TimeDirection.Future;
            if (inner.Expression is UnitFromPublication { Shift: 0 } unit)
                return new TimeRead(at, inner.End, new StretchAtPublication(1, unit.Unit, word == "later", true), inner.Part, ahead);
            if (IsDay(inner.Expression))
                return inner with { First = at, Direction = word == "earlier" ? TimeDirection.Past : null };
            return inner.Expression is UnitFromPublication or NamedMonth or CalendarDate ? inner with { First = at, Direction = word == "earlier" ? TimeDirection.Past : null } : null;
        }
        if (IsDay(inner.Expression))
            return inner with { First = at, Part = inner.Part ?? (word == "early" ? "early" : "late") };
        TimePart which = word switch { "early" => TimePart.Early, "late" => TimePart.Late, _ => TimePart.Middle };
        return inner.Expression is PartOfTime or TimeRange or DaysFromPublication ? null : new TimeRead(at, inner.End, new PartOfTime(which, inner.Expression), inner.Part, inner.Direction);
    }

    // the end of May, the beginning of 2023, the end of the year, the night of May 5, the morning of the 24th
    private TimeRead? Edge(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        int next = tokens[at].Lower == "the" ? at + 1 : at;
        if (next + 2 >= end || tokens[next + 1].Lower is not "of")
            return null;
        string edge = tokens[next].Lower;
        string? part = words.PartOfDay(edge);
        if (part is null && edge is not ("end" or "beginning" or "start" or "middle"))
            return null;
        int inner = next + 2;
        TimeRead? whole = Single(tokens, inner, first, end);
        if (whole is null && part is null && tokens[inner].Lower == "the" && inner + 1 < end && words.Unit(tokens[inner + 1].Lower) is { Unit: not (TimeUnit.Hour or TimeUnit.Day), Count: 1 } unit)
            whole = new TimeRead(inner, inner + 2, new UnitFromPublication(unit.Unit, 0));
        if (whole is not { } found)
            return null;
        if (part is not null)
            return IsDay(found.Expression) ? found with { First = at, Part = part } : null;
        if (IsDay(found.Expression) || found.Expression is not (CalendarDate or NamedMonth or UnitFromPublication))
            return null;
        return new TimeRead(at, found.End, new PartOfTime(edge switch { "end" => TimePart.Late, "middle" => TimePart.Middle, _ => TimePart.Early }, found.Expression), null, found.Direction);
    }

    // last week, this month, next Tuesday, the past three days, last night, this morning, last May
    private TimeRead? Chosen(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        int next = tokens[at].Lower == "the" ? at + 1 : at;
        if (next + 1 >= end)
            return null;
        string choice = tokens[next].Lower;
        bool definite = next > at;
        if (choice is not ("last" or "past" or "previous" or "this" or "next" or "coming" or "recent" or "current" or "upcoming"))
            return null;
        Token following = tokens[next + 1];
        int shift = choice switch { "last" or "past" or "previous" or "recent" => -1, "next" or "coming" or "upcoming" => 1, _ => 0 };
        TimeDirection? way = shift < 0 ? TimeDirection.Past : shift > 0 ? TimeDirection.Future : null;
        if (words.Weekday(following) is { } day)
        {
            TimeChoice which = shift < 0 ? TimeChoice.Last : shift > 0 && choice == "next" ? TimeChoice.Next : choice == "this" || shift > 0 ? TimeChoice.This : TimeChoice.Nearest;
            int after = next + 2;
            string? part = After(tokens, ref after, end);
            return new TimeRead(at, after, new Weekday(day, which), part, way);
        }
        if (!definite && words.Month(following) is { } month && choice is "last" or "next" or "this")
            return new TimeRead(at, next + 2, new NamedMonth(month, shift < 0 ? TimeChoice.Last : shift > 0 ? TimeChoice.Next : TimeChoice.This), null, way);
        if (!definite && words.PartOfDay(following.Lower) is { } partOfDay && choice is "last" or "this")
            return new TimeRead(at, next + 2, choice == "last" ? new DaysFromPublication(-1, -1) : new DaysFromPublication(0, 0), partOfDay, way);
        if (words.Unit(following.Lower) is { } unit)
        {
            bool plural = following.Lower.EndsWith('s');
            if (plural)
                return choice is "last" or "past" or "recent" or "next" or "coming" ? new TimeRead(at, next + 2, new StretchAtPublication(null, unit.Unit, shift > 0, false), null, way) : null;
            if (definite && choice is "previous" or "next")
                return new TimeRead(at, next + 2, new FromNarrative(choice == "next" ? unit.Count : -unit.Count, unit.Unit));
            if (unit.Unit is TimeUnit.Hour or TimeUnit.Day && choice is "this" or "current" or "last")
                return null;
            // "over the past year" ends today; "last year" was the calendar's.
            if (choice is "past" or "coming" || (definite && choice is "last"))
                return new TimeRead(at, next + 2, new StretchAtPublication(unit.Count, unit.Unit, shift > 0, false), null, way);
            return new TimeRead(at, next + 2, new UnitFromPublication(unit.Unit, shift * unit.Count), null, way);
        }
        if (numbers.Read(tokens, next + 1, end) is { } count && count.End < end && words.Unit(tokens[count.End].Lower) is { } units && shift != 0)
            return new TimeRead(at, count.End + 1, new StretchAtPublication(Whole(count, units.Count), units.Unit, shift > 0, false), null, way);
        _ = first;
        return null;
    }

    // Monday, Friday evening, Friday, May 26, yesterday morning, overnight, the weekend, the day before yesterday
    private TimeRead? Day(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        Token token = tokens[at];
        if (words.Weekday(token) is { } weekday && (char.IsUpper(token.Text[0]) || token.Text.Length > 5))
        {
            int next = at + 1;
            string? part = After(tokens, ref next, end);
            int dateAt = next;
            bool bracket = dateAt < end && tokens[dateAt].Text == "(";
            if (dateAt < end && (tokens[dateAt].Text == "," || bracket))
                dateAt++;
            if (dateAt < end && tokens[dateAt].Lower == "the")
                dateAt++;
            if (dateAt < end && dates.Read(tokens, dateAt, first, end) is { Expression: CalendarDate { Date.Precision: Text.DatePrecision.Day } or DayInMonth } date)
            {
                int close = bracket && date.End < end && tokens[date.End].Text == ")" ? date.End + 1 : date.End;
                return new TimeRead(at, close, date.Expression, part);
            }
            if (dateAt < end && dateAt > next && numbers.Ordinal(tokens[dateAt].Lower) is { } ordinal && ordinal is >= 1 and <= 31 && tokens[dateAt - 1].Lower == "the")
                return new TimeRead(at, dateAt + 1, new DayOfMonth(ordinal), part);
            if (next + 1 < end && tokens[next].Lower == "last" && tokens[next + 1].Lower == "week")
                return new TimeRead(at, next + 2, new Weekday(weekday, TimeChoice.Last), part, TimeDirection.Past);
            return new TimeRead(at, next, new Weekday(weekday, TimeChoice.Nearest), part);
        }
        if (words.DayWord(token.Lower) is { } dayWord)
        {
            int next = at + 1;
            string? part = dayWord.Part ?? After(tokens, ref next, end);
            return new TimeRead(at, next, new DaysFromPublication(dayWord.Days, dayWord.Days), part, dayWord.Days < 0 ? TimeDirection.Past : dayWord.Days > 0 ? TimeDirection.Future : null);
        }
        if (token.Lower == "overnight" && token.Tag is Upos.Adv or Upos.Noun or Upos.Adj)
        {
            if (at + 1 < end && words.Weekday(tokens[at + 1]) is { } night)
                return new TimeRead(at, at + 2, new Weekday(night, TimeChoice.Nearest), "night");
            return at + 1 < end && tokens[at + 1].Lower is "from" or "into" or "on" ? null : new TimeRead(at, at + 1, new DaysFromPublication(-1, 0), "night");
        }
        if (token.Lower == "the" && at + 3 < end && tokens[at + 1].Lower == "day" && tokens[at + 2].Lower is "before" or "after" && tokens[at + 3].Lower is "yesterday" or "tomorrow")
        {
            int days = tokens[at + 3].Lower == "yesterday" ? -2 : 2;
            return new TimeRead(at, at + 4, new DaysFromPublication(days, days));
        }
        if (token.Lower == "the" && at + 1 < end && tokens[at + 1].Lower == "weekend" && !(at + 2 < end && tokens[at + 2].Lower is "before" or "after" or "of"))
            return new TimeRead(at, at + 2, new NearestWeekend());
        // the 24th: only where no counted noun follows
        if (token.Lower == "the" && at + 1 < end && at > first && tokens[at - 1].Lower is "on" or "of" or "until" or "by" or "since" && tokens[at + 1].Lower.Length > 0 && char.IsAsciiDigit(tokens[at + 1].Lower[0])
            && numbers.Ordinal(tokens[at + 1].Lower) is { } number && number is >= 1 and <= 31
            && (at + 2 >= end || tokens[at + 2].Tag is Upos.Punct or Upos.Cconj or Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Adp && tokens[at + 2].Lower != "of"))
            return new TimeRead(at, at + 2, new DayOfMonth(number));
        if (words.Holiday(tokens, at, end) is { } feast)
        {
            int next = feast.End;
            if (next < end && TimeDates.Year(tokens[next]) is { } year)
                return new TimeRead(at, next + 1, new CalendarDate(Text.EdtfDate.Day(new LocalDate(year, feast.Month, feast.Day))));
            return new TimeRead(at, next, new DayInMonth(feast.Month, feast.Day));
        }
        return null;
    }

    // two days ago, three days later, a day after, a week before Monday's vote, days earlier, for three days, within 48 hours
    private TimeRead? Counted(IReadOnlyList<Token> tokens, int at, int first, int end)
    {
        int unitAt;
        int? count;
        if (tokens[at].Lower is "a" or "an" or "one" or "the" && at + 1 < end && words.Unit(tokens[at + 1].Lower) is not null && !tokens[at + 1].Lower.EndsWith('s'))
            (unitAt, count) = (at + 1, 1);
        else if (words.Unit(tokens[at].Lower) is not null && tokens[at].Lower.EndsWith('s'))
            (unitAt, count) = (at, null);
        else if (numbers.Read(tokens, at, end) is { } number && number.End < end && words.Unit(tokens[number.End].Lower) is not null)
            (unitAt, count) = (number.End, Whole(number, 1));
        else
            return null;
        (TimeUnit unit, int each) = words.Unit(tokens[unitAt].Lower)!.Value;
        if (count is { } many)
            count = many * each;
        int next = unitAt + 1;
        string word = next < end ? tokens[next].Lower : "";
        bool the = tokens[at].Lower == "the";
        if (word == "ago" && !the)
            return new TimeRead(at, next + 1, Ago(count, unit), null, TimeDirection.Past);
        if (word is "later" or "earlier" or "afterwards" or "afterward" or "thereafter" && !the)
            return new TimeRead(at, next + 1, new FromNarrative(word == "earlier" ? -count : count, unit));
        if (word is "after" or "before" && !(at > first && tokens[at - 1].Lower is "the" or "this" && unitAt == at))
            return AfterOrBefore(tokens, at, first, end, next, word == "after" ? count : -count, unit);
        if (the || count is null)
            return null;
        string before = at > first ? tokens[at - 1].Lower : "";
        if (before is "for" or "within" or "in" or "during" or "lasted" or "over" or "after")
            return new TimeRead(at, next, new Stretch(count, unit));
        return null;
    }

    private TimeRead AfterOrBefore(IReadOnlyList<Token> tokens, int at, int first, int end, int word, int? count, TimeUnit unit)
    {
        // "a day after Monday's clashes", "two days after the April 16 vote": the time that what follows is named by.
        int limit = Math.Min(end, word + 5);
        for (int next = word + 1; next < limit; next++)
        {
            if (tokens[next].Tag is Upos.Verb or Upos.Aux || tokens[next].Text is "," or ";")
                break;
            if (Single(tokens, next, first, end) is { Expression: not (FromNarrative or Repeated or Stretch) } named)
                return new TimeRead(at, named.End, new FromTime(count, unit, named.Expression));
        }
        if (word + 1 >= end || tokens[word + 1].Tag == Upos.Punct)
            return new TimeRead(at, word + 1, new FromNarrative(count, unit));
        return new TimeRead(at, word + 1, new BesideEvent(count, unit, null, TimeDirection.Unknown));
    }

    private static TimeExpression Ago(int? count, TimeUnit unit) => (count, unit) switch
    {
        (null, _) => new StretchAtPublication(null, unit, false, false),
        ({ } hours, TimeUnit.Hour) => new DaysFromPublication(-((hours + 12) / 24), -((hours + 12) / 24)),
        ({ } days, TimeUnit.Day) => new DaysFromPublication(-days, -days),
        ({ } many, _) => new UnitFromPublication(unit, -many),
    };

    // the following day, the same day, that night, the next morning
    private TimeRead? Narrative(IReadOnlyList<Token> tokens, int at, int end)
    {
        int next = at;
        if (tokens[next].Lower is "the" or "that" or "on")
            next++;
        if (next == at || next >= end || tokens[at].Lower == "on")
            return null;
        if (tokens[at].Lower == "that")
        {
            if (tokens[next].Lower == "day" || words.PartOfDay(tokens[next].Lower) is "night" or "evening" or "morning" or "afternoon")
                return new TimeRead(at, next + 1, new FromNarrative(0, TimeUnit.Day), words.PartOfDay(tokens[next].Lower));
            return tokens[next].Lower is "year" or "month" or "week"
                ? new TimeRead(at, next + 1, new FromNarrative(0, words.Unit(tokens[next].Lower)!.Value.Unit))
                : null;
        }
        string choice = tokens[next].Lower;
        if (choice is not ("following" or "next" or "previous" or "same" or "preceding") || next + 1 >= end)
            return null;
        int shift = choice switch { "following" or "next" => 1, "same" => 0, _ => -1 };
        string noun = tokens[next + 1].Lower;
        if (words.PartOfDay(noun) is { } part)
            return new TimeRead(at, next + 2, new FromNarrative(shift, TimeUnit.Day), part);
        if (words.Unit(noun) is { } unit && !noun.EndsWith('s'))
            return new TimeRead(at, next + 2, new FromNarrative(shift * unit.Count, unit.Unit));
        return null;
    }

    // 3 p.m., 10:30, 11pm on Monday, noon: the time of the day spoken of
    private TimeRead? Clock(IReadOnlyList<Token> tokens, int at, int end)
    {
        string word = tokens[at].Lower;
        if (word is "noon" or "midnight" or "midday")
            return WithDay(tokens, at, at + 1, end, word);
        if (!char.IsAsciiDigit(word.Length > 0 ? word[0] : ' '))
            return null;
        int digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is ':' or '.'))
            digits++;
        string figure = word[..digits];
        string suffix = word[digits..];
        int next = at + 1;
        // "03:00hrs" is one token, "03:00 hrs" two.
        if (suffix is "h" or "hrs" or "hours")
            suffix = "";
        if (suffix.Length == 0 && next < end && tokens[next].Lower is "a.m." or "p.m." or "am" or "pm" or "a.m" or "p.m")
            suffix = tokens[next++].Lower.Replace(".", "", StringComparison.Ordinal);
        string[] parts = figure.Split(':', '.');
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int hour) || hour > 24)
            return null;
        int minute = 0;
        if (parts.Length == 2 && (parts[1].Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute) || minute > 59))
            return null;
        bool zone = next < end && tokens[next].Lower is "gmt" or "utc" or "cet" or "est" or "edt" or "local" or "hours" or "hrs" && parts.Length == 2;
        if (suffix is not ("am" or "pm") && !(suffix.Length == 0 && parts.Length == 2 && (figure.Contains(':', StringComparison.Ordinal) || zone)))
            return null;
        if (suffix == "pm" && hour < 12)
            hour += 12;
        else if (suffix == "am" && hour == 12)
            hour = 0;
        if (zone)
            next += tokens[next].Lower == "local" && next + 1 < end && tokens[next + 1].Lower == "time" ? 2 : 1;
        return WithDay(tokens, at, next, end, string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}"));
    }

    private TimeRead WithDay(IReadOnlyList<Token> tokens, int at, int next, int end, string part)
    {
        int day = next;
        if (day < end && tokens[day].Lower is "on" or "of" or ",")
            day++;
        if (day < end && (words.Weekday(tokens[day]) is not null || words.Month(tokens[day]) is not null || words.DayWord(tokens[day].Lower) is not null || dates.DayNumber(tokens[day]) is not null)
            && (Day(tokens, day, day, end) ?? dates.Read(tokens, day, day, end)) is { } named && IsDay(named.Expression))
            return named with { First = at, Part = part };
        return new TimeRead(at, next, new FromNarrative(0, TimeUnit.Day), part);
    }

    // "Monday morning", "Friday at noon" are one time.
    private string? After(IReadOnlyList<Token> tokens, ref int next, int end)
    {
        int at = next;
        if (at < end && tokens[at].Lower is "early" or "late" && at + 1 < end)
            at++;
        if (at >= end || words.PartOfDay(tokens[at].Lower) is not { } part)
            return null;
        next = at + 1;
        return part;
    }

    /// <summary>Whether the expression names one day.</summary>
    public static bool IsDay(TimeExpression expression) =>
        expression is Weekday or DayInMonth or DayOfMonth or DaysFromPublication or CalendarDate { Date.Precision: Text.DatePrecision.Day }
            or FromNarrative { Unit: TimeUnit.Day };

    private static int? Whole(NumberRead number, int each) =>
        !number.Vague && number.Value == decimal.Truncate(number.Value) && number.Value <= 10_000 ? (int)number.Value * each : null;
}
