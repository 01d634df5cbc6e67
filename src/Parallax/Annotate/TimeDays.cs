using NodaTime;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Reads days named by themselves: "Monday", "Friday, May 26", "yesterday morning", "overnight", "the weekend", "the 24th", "Christmas".</summary>
internal sealed class TimeDays(TimeWords words, NumberReader numbers, TimeDates dates)
{
    // Names that are not the day: "Bloody Sunday", "Super Tuesday".
    private static readonly HashSet<string> s_naming = new(StringComparer.Ordinal) { "bloody", "black", "super", "cyber", "green", "red", "giving", "casual" };

    public TimeRead? Read(TimeLine line, int at)
    {
        Token token = line[at];
        switch (words.Kind(token.Lower))
        {
            case "weekday":
                return words.Weekday(token) is { } weekday ? OnWeekday(line, at, weekday) : null;
            case "day" when words.DayWord(token.Lower) is { } day && !(line.Lower(at - 1) == "usa" && line.IsCapital(at)):
                int next = at + 1;
                string? part = day.Part ?? PartAfter(line, ref next);
                return new TimeRead(at, next, new DaysFromPublication(day.Days, day.Days), part, day.Days < 0 ? TimeDirection.Past : day.Days > 0 ? TimeDirection.Future : null);
            case "fixed" or "holiday" or "lunar":
                break;
            default:
                if (token.Lower == "overnight")
                    return Overnight(line, at);
                if (token.Lower == "the")
                    return AfterThe(line, at);
                break;
        }
        return Named(line, at);
    }

    /// <summary>A part of day behind a day: "Monday morning", "Monday early in the morning"; moves <paramref name="next"/> behind it.</summary>
    public string? PartAfter(TimeLine line, ref int next)
    {
        int at = next;
        if (line.Lower(at) is "early" or "late")
            at++;
        if (line.Lower(at) is "in" && line.Lower(at + 1) == "the" && line.Has(at + 2) && words.PartOfDay(line.Lower(at + 2)) is { } long_)
        {
            next = at + 3;
            return long_;
        }
        if (line.Lower(at) == "at" && line.Lower(at + 1) is "night" or "noon" or "midnight" or "midday" or "dawn" or "dusk")
            at++;
        if (line.Has(at) && line.Lower(at) == "-")
            at++;
        if (!line.Has(at) || words.PartOfDay(line.Lower(at)) is not { } part)
            return null;
        next = at + 1;
        return part;
    }

    private TimeRead? OnWeekday(TimeLine line, int at, IsoDayOfWeek weekday)
    {
        if (s_naming.Contains(line.Lower(at - 1)) && line.IsCapital(at - 1))
            return null;
        int next = at + 1;
        // "the Sunday Times" is a newspaper, "Friday Harbor" a place.
        if (line.IsCapital(next) && words.Is(line.Lower(next), "paper"))
            return null;
        string? part = PartAfter(line, ref next);
        int date = next;
        bool bracket = line.Lower(date) == "(";
        if (line.Lower(date) == "," || bracket)
            date++;
        if (line.Lower(date) is "the")
            date++;
        if (line.Has(date) && dates.Read(line, date) is { Expression: CalendarDate { Date.Precision: DatePrecision.Day } or DayInMonth, Inner: null } full)
            return new TimeRead(at, bracket && line.Lower(full.End) == ")" ? full.End + 1 : full.End, full.Expression is DayInMonth day ? day with { On = weekday } : full.Expression, part);
        if (date > next && line.Lower(date - 1) == "the" && line.Has(date) && numbers.Ordinal(line.Lower(date)) is >= 1 and <= 31 and { } ordinal
            // "on Monday, the first strike in years": what is counted is no day.
            && !(line.Tag(date + 1) is Upos.Noun or Upos.Adj or Upos.Propn && words.Month(line[date + 1]) is null))
            return new TimeRead(at, date + 1, new DayOfMonth(ordinal), part);
        if (part is null && line.Has(next) && dates.DayNumber(line[next]) is { } bare && line.Tag(next + 1) is Upos.X or Upos.Punct && line.Lower(next + 1) is not ("-" or "–" or "%" or "/"))
            return new TimeRead(at, next + 1, new DayOfMonth(bare));
        if (line.Lower(next) == "last" && line.Lower(next + 1) == "week")
            return new TimeRead(at, next + 2, new NthDay((int)weekday, new UnitFromPublication(TimeUnit.Week, -1)), part, TimeDirection.Past);
        if (line.Lower(next) == "of" && line.Lower(next + 1) == "last" && line.Lower(next + 2) == "week")
            return new TimeRead(at, next + 3, new NthDay((int)weekday, new UnitFromPublication(TimeUnit.Week, -1)), part, TimeDirection.Past);
        if (line.Lower(next) == "of" && line.Lower(next + 1) is "next" or "this" && line.Lower(next + 2) == "week")
            return new TimeRead(at, next + 3, new NthDay((int)weekday, new UnitFromPublication(TimeUnit.Week, line.Lower(next + 1) == "next" ? 1 : 0)), part, line.Lower(next + 1) == "next" ? TimeDirection.Future : null);
        if (line.Lower(next) == "next" && line.Lower(next + 1) == "week")
            return new TimeRead(at, next + 2, new NthDay((int)weekday, new UnitFromPublication(TimeUnit.Week, 1)), part, TimeDirection.Future);
        return new TimeRead(at, next, new Weekday(weekday, TimeChoice.Nearest), part);
    }

    private TimeRead? Overnight(TimeLine line, int at)
    {
        if (line[at].Tag is not (Upos.Adv or Upos.Noun or Upos.Adj))
            return null;
        if (line.Has(at + 1) && words.Weekday(line[at + 1]) is { } night)
            return new TimeRead(at, at + 2, new Weekday(night, TimeChoice.Nearest), "night");
        return line.Lower(at + 1) is "from" or "into" or "on" ? null : new TimeRead(at, at + 1, new DaysFromPublication(-1, 0), "night");
    }

    private TimeRead? AfterThe(TimeLine line, int at)
    {
        string next = line.Lower(at + 1);
        if (next == "day" && line.Lower(at + 2) is "before" or "after" && line.Lower(at + 3) is "yesterday" or "tomorrow")
        {
            int days = line.Lower(at + 3) == "yesterday" ? -2 : 2;
            return new TimeRead(at, at + 4, new DaysFromPublication(days, days));
        }
        if (next == "weekend" && line.Lower(at + 2) is not ("before" or "after" or "of"))
            return new TimeRead(at, at + 2, new NearestWeekend());
        // the 24th: only where no counted noun follows
        string before = line.Lower(at - 1);
        if (next.Length > 0 && numbers.Ordinal(next) is >= 1 and <= 31 and { } number)
        {
            // the 9th of May, the 26 September
            if (dates.Read(line, at + 1) is { Expression: CalendarDate { Date.Precision: DatePrecision.Day } or DayInMonth } full)
                return full with { First = at };
            if (char.IsAsciiDigit(next[0]) && before is "on" or "of" or "until" or "by" or "since" or "from" or "to" or "night" or "morning"
                && line.Tag(at + 2) is Upos.X or Upos.Punct or Upos.Cconj or Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Adp && line.Lower(at + 2) != "of")
                return new TimeRead(at, at + 2, new DayOfMonth(number));
        }
        else if (next.Length is 1 or 2 && char.IsAsciiDigit(next[0]) && dates.Read(line, at + 1) is { Expression: CalendarDate { Date.Precision: DatePrecision.Day } or DayInMonth } full && full.End > at + 2)
        {
            return full with { First = at };
        }
        return null;
    }

    // Christmas, Christmas Eve 2022, the September 11 attacks, Ramadan
    private TimeRead? Named(TimeLine line, int at)
    {
        if (words.Feast(line, at) is { } feast)
        {
            int next = feast.End;
            int year = line.Lower(next) is "," or "of" or "in" ? next + 1 : next;
            if (line.Has(year) && TimeDates.Year(line[year]) is { } said)
                return new TimeRead(at, year + 1, new FeastDay(feast.Rule, said));
            return new TimeRead(at, next, feast.Rule is { Month: > 0, Weekday: null } fixedDay ? new DayInMonth(fixedDay.Month, fixedDay.Day) : new FeastDay(feast.Rule, null));
        }
        if (words.Phrase(line, at, "fixed") is { } named && (line.IsCapital(at) || char.IsAsciiDigit(line[at].Text[0])))
        {
            string[] parts = named.Value.Split('-');
            LocalDate day = new(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
            // "the Sept. 11 attacks" is the day's own name; the words for the attacks are not part of the time.
            int end = line.Lower(named.End - 1) is "attack" or "attacks" ? named.End - 1 : named.End;
            while (line.Lower(end - 1) is "terrorist" or "terror")
                end--;
            return new TimeRead(at, end, new CalendarDate(EdtfDate.Day(day)), null, TimeDirection.Past);
        }
        return line.IsCapital(at) && words.Phrase(line, at, "lunar") is { } moving && line.Tag(moving.End) is not (Upos.Propn or Upos.Noun) ? new TimeRead(at, moving.End, new VagueTime(null)) : null;
    }
}
