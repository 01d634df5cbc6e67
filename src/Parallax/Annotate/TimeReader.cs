using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Reads one time of any form: ranges, narrowed times ("early May", "the end of 2023") and, through the readers of each form, the times in them.</summary>
internal sealed class TimeReader
{
    private readonly TimeWords _words;
    private readonly TimeDates _dates;
    private readonly TimeDays _days;
    private readonly TimeChoices _choices;
    private readonly TimeCounts _counts;
    private readonly TimeClocks _clocks;
    private readonly TimeSets _sets;
    private readonly TimePointers _pointers;

    public TimeReader(TimeWords words, NumberReader numbers)
    {
        _words = words;
        _dates = new TimeDates(words, numbers);
        _days = new TimeDays(words, numbers, _dates);
        _choices = new TimeChoices(words, numbers, _days, _dates);
        _clocks = new TimeClocks(words, numbers, _days, _dates);
        _counts = new TimeCounts(words, numbers, this);
        _sets = new TimeSets(words, numbers);
        _pointers = new TimePointers(words);
    }

    /// <summary>The time that begins at <paramref name="at"/>; null where none does.</summary>
    public TimeRead? Read(TimeLine line, int at)
    {
        // "Vietnam-era", "Anne-May": the second half of a compound is no time of its own, but "pre-2008" and "post-1990" are.
        if (line.IsJoined(at) && line.IsHyphen(at - 1) && !char.IsAsciiDigit(line[at].Text[0]) && _words.Kind(line.Lower(at - 2)) is not ("month" or "season" or "weekday"))
            return null;
        TimeRead? found = Open(line, at) ?? _sets.Read(line, at) ?? (char.IsAsciiDigit(line[at].Text[0]) ? _clocks.Read(line, at) : null) ?? _counts.Read(line, at) ?? Single(line, at) ?? _pointers.Read(line, at);
        return found is { } from ? Range(line, from) ?? from : null;
    }

    /// <summary>One time without a range: with "early", "late on", "the end of" before it and a part of day after it.</summary>
    public TimeRead? Single(TimeLine line, int at)
    {
        if (!line.Has(at))
            return null;
        string word = line.Lower(at);
        if (word is "early" or "late" or "mid" or "earlier" or "later" or "very" || (word == "the" && line.Lower(at + 1) is "early" or "late" or "mid" or "very"))
            return Modified(line, at);
        if (word.StartsWith("mid-", StringComparison.Ordinal) && word.Length > 4)
            return MidCompound(line, at);
        if (Edge(line, at) is { } edge)
            return edge;
        if (word == "the" && _dates.Read(line, at + 1) is { Expression: CalendarDate { Date.Precision: DatePrecision.Decade } } decade)
            return decade with { First = at };
        TimeRead? found = _choices.Read(line, at) ?? _days.Read(line, at) ?? _clocks.Read(line, at) ?? _dates.Read(line, at);
        return found is { Part: null, Inner: null } day && IsDay(day.Expression) && day.Expression is not FromNarrative ? WithClock(line, day) : found;
    }

    // "Friday at 8 p.m.", "Saturday 8:00 p.m."
    private TimeRead WithClock(TimeLine line, TimeRead day)
    {
        int at = line.Lower(day.End) is "at" or "around" or "about" ? day.End + 1 : day.End;
        if (line.Lower(day.End) == "at" && line.Lower(at) is "about" or "around")
            at++;
        if (!line.Has(at) || _clocks.Clock(line, at) is not (int end, string clock))
            return day;
        TimeRead joined = day with { End = end, Part = clock };
        return at == day.End ? joined : joined with { Inner = [day, joined with { First = at }] };
    }

    /// <summary>Whether the expression names one day.</summary>
    public static bool IsDay(TimeExpression expression) =>
        expression is Weekday or DayInMonth or DayOfMonth or FeastDay or DaysFromPublication or CalendarDate { Date.Precision: DatePrecision.Day }
            or FromNarrative { Unit: TimeUnit.Day };

    // "from Monday to Friday", "1998 to 1999", "between May 3 and June 1"
    private TimeRead? Range(TimeLine line, TimeRead start)
    {
        if (start.End + 1 >= line.End || start.Part is not null || start.Inner is not null || start.Expression is Repeated or Stretch or TimeRange or FromNarrative or BesideEvent or VagueTime or StretchAtPublication)
            return null;
        if (!TimeDates.IsRangeWord(line, start.First, start.End))
            return null;
        string before = line.Lower(start.First - 1);
        if (!(before is "from" or "between" || line.Lower(start.End) is "-" or "–" or "—" or "through" or "until" || start.Expression is CalendarDate))
            return null;
        if (Single(line, start.End + 1) is not { } to || to.Part is not null || to.Inner is not null || !IsSameSort(start.Expression, to.Expression))
            return null;
        return new TimeRead(start.First, to.End, new TimeRange(Dated(start.Expression, to.Expression), to.Expression)) { Inner = [start with { Expression = Dated(start.Expression, to.Expression) }, to] };
    }

    private static bool IsSameSort(TimeExpression from, TimeExpression to) =>
        from.GetType() == to.GetType() || (from is DayInMonth && to is CalendarDate { Date.Precision: DatePrecision.Day }) || (from is NamedMonth && to is CalendarDate { Date.Precision: DatePrecision.Month });

    /// <summary>"from April to September 1957", "May 3 to June 1, 2023": the year of the last holds for the first.</summary>
    private static TimeExpression Dated(TimeExpression from, TimeExpression to)
    {
        if (to is not CalendarDate { Date: { } last })
            return from;
        return from switch
        {
            DayInMonth day => TimeDates.DayOf(day.MonthNumber > last.Start.Month ? last.Start.Year - 1 : last.Start.Year, day.MonthNumber, day.DayNumber),
            NamedMonth month => new CalendarDate(EdtfDate.Month(month.MonthNumber > last.Start.Month ? last.Start.Year - 1 : last.Start.Year, month.MonthNumber)),
            _ => from,
        };
    }

    private static TimeRead? MidCompound(TimeLine line, int at)
    {
        string rest = line.Lower(at)[4..];
        TimeExpression? of = TimeDates.PlainYear(rest) is { } year ? new CalendarDate(EdtfDate.Year(year))
            : TimeDates.PlainDecade(rest) is { } decade ? new CalendarDate(EdtfDate.Decade(decade))
            : null;
        int end = at + 1;
        if (of is null && TimeDates.PlainMonth(rest) is { } month)
        {
            int? said = TimeDates.YearAfter(line, ref end);
            of = said is { } known ? new CalendarDate(EdtfDate.Month(known, month)) : new NamedMonth(month, TimeChoice.Nearest);
        }
        return of is null ? null : new TimeRead(at, end, new PartOfTime(TimePart.Middle, of)) { Modifier = TimeModifier.Mid };
    }

    // since Monday
    private TimeRead? Open(TimeLine line, int at)
    {
        if (line.Lower(at) != "since" || Single(line, at + 1) is not { Expression: not (Stretch or Repeated or FromNarrative or VagueTime or StretchAtPublication), Inner: null } from)
            return null;
        return new TimeRead(at, from.End, new TimeRange(from.Expression, null), from.Part, TimeDirection.Past) { Inner = [from], Modifier = from.Modifier };
    }

    // early May, late on Monday, earlier this week, early Monday morning, the late 1990s, early in the morning of May 5
    private TimeRead? Modified(TimeLine line, int at)
    {
        int wordAt = line.Lower(at) == "the" ? at + 1 : at;
        if (line.Lower(wordAt) == "very")
            wordAt++;
        string word = line.Lower(wordAt);
        if (word is not ("early" or "late" or "mid" or "earlier" or "later"))
            return null;
        int next = wordAt + 1;
        bool hyphen = line.IsHyphen(next);
        if (line.Lower(next) == "-" || line.Lower(next) == "to" && line.Lower(next + 1) is "mid" or "late")
            next = line.Lower(next) == "to" ? next + 2 : next + 1;
        bool turned = false;
        if (line.Lower(next) is "on" or "in" or "of" && line.Has(next + 1))
        {
            turned = line.Lower(next) == "in";
            next++;
        }
        if (!line.Has(next) || line.Lower(next) is "early" or "late" or "earlier" or "later")
            return null;
        if (word is "early" or "late" && Hours(line, at, next) is { } hours)
            return hours;
        TimeRead? found = turned && line.Lower(next) == "the" && line.Has(next + 1) ? InThe(line, next) ?? Single(line, next) : Single(line, next);
        if (found is not { } inner || inner.Expression is Repeated or Stretch or BesideEvent or VagueTime || inner.Inner is not null)
            return null;
        if (word is "earlier" or "later")
            return Compared(at, inner, word == "earlier");
        TimePart which = word switch { "early" => TimePart.Early, "late" => TimePart.Late, _ => TimePart.Middle };
        TimeModifier modifier = which switch { TimePart.Early => TimeModifier.Start, TimePart.Late => TimeModifier.End, _ => TimeModifier.Mid };
        if (IsDay(inner.Expression))
            return inner with { First = at, Part = inner.Part ?? (word == "mid" ? null : word), Modifier = inner.Part is null ? TimeModifier.None : modifier };
        if (hyphen && inner.Expression is not (CalendarDate or NamedMonth or NamedSeason))
            return null;
        return inner.Expression is PartOfTime or TimeRange or DaysFromPublication or StretchAtPublication
            ? null
            : new TimeRead(at, inner.End, new PartOfTime(which, inner.Expression), inner.Part, inner.Direction) { Modifier = modifier };
    }

    private static TimeRead? Compared(int at, TimeRead inner, bool earlier)
    {
        if (inner.Expression is UnitFromPublication { Shift: 0 } unit && inner.Part is null)
            return new TimeRead(at, inner.End, new StretchAtPublication(1, unit.Unit, !earlier, true), null, earlier ? TimeDirection.Past : TimeDirection.Future);
        return IsDay(inner.Expression) || inner.Expression is UnitFromPublication or NamedMonth or NamedSeason or CalendarDate or FromNarrative
            ? inner with { First = at, Direction = earlier ? TimeDirection.Past : null }
            : null;
    }

    // "late in the year": that of the report; in a history, the one told of.
    private TimeRead? InThe(TimeLine line, int the) =>
        _words.Unit(line.Lower(the + 1)) is { Unit: TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century, Count: 1 } unit && !TimeWords.IsPlural(line.Lower(the + 1)) && line.Lower(the + 2) != "of"
            ? new TimeRead(the, the + 2, new UnitFromPublication(unit.Unit, 0))
            : null;

    // the early hours of Friday, the early morning hours of November 1, early in the morning on Monday, late at night, late evening
    private TimeRead? Hours(TimeLine line, int at, int next)
    {
        int end = next;
        if (line.Lower(end) == "at")
            end++;
        if (line.Lower(end) == "the")
            end++;
        string? part = line.Has(end) ? _words.PartOfDay(line.Lower(end)) : null;
        if (part is not null)
            end++;
        bool hours = line.Lower(end) == "hours";
        if (hours)
            end++;
        if (part is null && !hours)
            return null;
        TimeModifier modifier = line.Lower(at) == "late" || line.Lower(at + 1) == "late" ? TimeModifier.End : TimeModifier.Start;
        int day = line.Lower(end) is "on" or "of" ? end + 1 : end;
        if (line.Has(day) && Single(line, day) is { Part: null, Inner: null } named && IsDay(named.Expression))
            return named with { First = at, Part = part ?? "morning", Modifier = modifier };
        if (hours && line.Lower(end) is "on" or "of" && part is null)
            return null;
        return new TimeRead(at, end, new FromNarrative(0, TimeUnit.Day), part ?? "morning") { Modifier = modifier };
    }

    // the end of May, the beginning of 2023, the end of the year, the night of May 5, the second half of 2007, the rest of the day, month's end
    private TimeRead? Edge(TimeLine line, int at)
    {
        if (_words.Unit(line.Lower(at)) is { Unit: > TimeUnit.Day, Count: 1 } ended && line.Lower(at + 1) is "'s" or "’s" or "-" && line.Lower(at + 2) == "end")
            return new TimeRead(at, at + 3, new PartOfTime(TimePart.Late, new UnitFromPublication(ended.Unit, 0))) { Modifier = TimeModifier.End };
        int next = line.Lower(at) == "the" ? at + 1 : at;
        if (line.Lower(next) == "very")
            next++;
        string edge = line.Lower(next);
        string? part = null;
        TimePart? which = edge switch
        {
            "end" or "close" => TimePart.Late,
            "beginning" or "start" or "turn" => TimePart.Early,
            "middle" => TimePart.Middle,
            _ => null,
        };
        bool rest = edge is "rest" or "remainder";
        if (edge is "early" or "latter" or "later" or "first" or "last" && line.Lower(next + 1) is "part" or "months" or "weeks" or "days" or "years" && line.Lower(next + 2) == "of")
        {
            which = edge is "early" or "first" ? TimePart.Early : TimePart.Late;
            next++;
        }
        if (which is null && !rest && (part = _words.PartOfDay(edge)) is null)
            return null;
        if (line.Lower(next + 1) != "of" || !line.Has(next + 2))
            return null;
        int inner = next + 2;
        TimeRead? whole = line.Lower(inner) == "the" ? OfThe(line, inner) ?? Single(line, inner) : Single(line, inner);
        if (whole is not { Inner: null } found)
            return null;
        if (part is not null)
            return IsDay(found.Expression) ? found with { First = at, Part = part } : null;
        if (rest)
            return found with { First = at };
        TimeModifier modifier = which switch { TimePart.Early => TimeModifier.Start, TimePart.Late => TimeModifier.End, _ => TimeModifier.Mid };
        if (IsDay(found.Expression))
            return found with { First = at, Modifier = modifier };
        return found.Expression is CalendarDate or NamedMonth or NamedSeason or NamedQuarter or UnitFromPublication or FromNarrative or NearestWeekend
            ? new TimeRead(at, found.End, new PartOfTime(which!.Value, found.Expression), null, found.Direction) { Modifier = modifier }
            : null;
    }

    // the end of the year: the year of the report, as "this year" is
    private TimeRead? OfThe(TimeLine line, int the) =>
        _words.Unit(line.Lower(the + 1)) is { Unit: > TimeUnit.Day, Count: 1 } unit && !TimeWords.IsPlural(line.Lower(the + 1)) && line.Lower(the + 2) is not ("before" or "after")
            ? new TimeRead(the, the + 2, unit.Unit == TimeUnit.Weekend ? new NearestWeekend() : new UnitFromPublication(unit.Unit, 0))
            : null;
}
