using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Reads units, weekdays, months and seasons chosen by a word before them: "last week", "this month", "next Tuesday", "the past three days",
/// "that year", "the following morning", "the first half", "the 19th century".
/// </summary>
internal sealed class TimeChoices(TimeWords words, NumberReader numbers, TimeDays days, TimeDates dates)
{
    public TimeRead? Read(TimeLine line, int at)
    {
        string word = line.Lower(at);
        bool the = word == "the";
        int choice = the ? at + 1 : at;
        switch (line.Lower(choice))
        {
            case "last" or "past" or "previous" or "this" or "next" or "coming" or "recent" or "current" or "upcoming":
                return Relative(line, at, choice) ?? (the ? Told(line, at, choice) : null);
            case "following" or "same" or "preceding" or "subsequent" or "succeeding" or "ensuing" or "intervening" or "prior" when the:
            case "previous" or "following" or "subsequent":
                return Told(line, at, choice);
            case "that" or "those" or "these":
                return That(line, at);
        }
        return Ordinal(line, at, choice) ?? (the ? OnTheEve(line, at) ?? TheUnit(line, at) : null) ?? SeasonAt(line, at);
    }

    // "the night before", "the day after", where the clause ends with it
    private TimeRead? OnTheEve(TimeLine line, int at)
    {
        int way = at + 2;
        if (!line.Has(way) || line.Lower(way) is not ("before" or "after") || !(way + 1 >= line.End || line.Tag(way + 1) == Upos.Punct || line.Lower(way + 1) is "and" or "but"))
            return null;
        int shift = line.Lower(way) == "before" ? -1 : 1;
        string noun = line.Lower(at + 1);
        if (words.PartOfDay(noun) is { } part && !TimeWords.IsPlural(noun))
            return new TimeRead(at, way + 1, new FromNarrative(shift, TimeUnit.Day), part);
        return words.Unit(noun) is { Unit: >= TimeUnit.Day } unit && !TimeWords.IsPlural(noun) ? new TimeRead(at, way + 1, new FromNarrative(shift * unit.Count, unit.Unit)) : null;
    }

    // last week, this month, next Tuesday, the past three days, last night, this morning, last May
    private TimeRead? Relative(TimeLine line, int at, int choiceAt)
    {
        string choice = line.Lower(choiceAt);
        bool definite = choiceAt > at;
        int next = choiceAt + 1;
        if (!line.Has(next))
            return null;
        int shift = choice switch { "last" or "past" or "previous" or "recent" => -1, "next" or "coming" or "upcoming" => 1, _ => 0 };
        TimeDirection? way = shift < 0 ? TimeDirection.Past : shift > 0 ? TimeDirection.Future : null;
        Token following = line[next];
        if (words.Weekday(following) is { } day && choice is not ("recent" or "current"))
        {
            TimeChoice which = shift < 0 ? TimeChoice.Last : choice == "next" ? TimeChoice.Next : TimeChoice.This;
            int after = next + 1;
            string? part = days.PartAfter(line, ref after);
            return new TimeRead(at, after, new Weekday(day, which), part, way);
        }
        TimeChoice chosen = shift < 0 ? TimeChoice.Last : shift > 0 ? TimeChoice.Next : TimeChoice.This;
        if (words.Month(following) is { } month && choice is "last" or "next" or "this" or "previous")
            return new TimeRead(at, next + 1, definite && choice == "previous" ? new NamedMonth(month, TimeChoice.Last) : new NamedMonth(month, chosen), null, way);
        if (words.SeasonOf(following.Lower) is { } season && choice is "last" or "next" or "this" or "past" or "coming" && !(following.Lower == "fall" && following.Tag == Upos.Verb))
            return new TimeRead(at, next + 1, new NamedSeason(season, chosen), null, way);
        if (!definite && words.PartOfDay(following.Lower) is { } partOfDay && choice is "last" or "this")
            return new TimeRead(at, next + 1, choice == "last" ? new DaysFromPublication(-1, -1) : new DaysFromPublication(0, 0), partOfDay, way);
        if (choice == "this" && following.Lower is "period" && !definite)
            return new TimeRead(at, next + 1, new VagueTime(null));
        if (words.Unit(following.Lower) is { } unit && following.Tag != Upos.Verb)
            return OfUnit(line, at, next, choice, definite, shift, unit, way);
        if (shift == 0 && choice != "this")
            return null;
        // the past three days, the next two or three weeks, the last half-century, the past several months
        if (TimeCounts.CountOf(line, next, words, numbers) is { } count)
        {
            bool half = choice == "this";
            return half ? null : WithDate(line, new TimeRead(at, count.UnitAt + 1, new StretchAtPublication(Whole(count.Value, count.Each), count.Unit, shift > 0, false), null, way));
        }
        return null;
    }

    private TimeRead? OfUnit(TimeLine line, int at, int unitAt, string choice, bool definite, int shift, (TimeUnit Unit, int Count) unit, TimeDirection? way)
    {
        string word = line.Lower(unitAt);
        int end = unitAt + 1;
        if (TimeWords.IsPlural(word))
            return shift != 0 ? WithDate(line, new TimeRead(at, end, new StretchAtPublication(null, unit.Unit, shift > 0, false), null, way)) : null;
        if (line.IsHyphen(end))
            return null;
        if (definite && choice is "previous" or "next")
            return new TimeRead(at, end, new FromNarrative(choice == "next" ? unit.Count : -unit.Count, unit.Unit));
        if (unit.Unit < TimeUnit.Day)
            return shift != 0 ? new TimeRead(at, end, new StretchAtPublication(1, unit.Unit, shift > 0, false), null, way) : null;
        if (unit.Unit == TimeUnit.Day && choice is "current" or "last" or "recent" or "coming" or "past" or "upcoming" && !(choice == "past" && definite))
            return null;
        if (unit.Unit == TimeUnit.Quarter && line.Lower(end) is "of" or "century")
            return null;
        // "over the past year" ends today; "last year" was the calendar's.
        if (choice is "past" or "coming" || (definite && choice is "last"))
            return WithDate(line, new TimeRead(at, end, new StretchAtPublication(unit.Count, unit.Unit, shift > 0, false), null, way));
        return new TimeRead(at, end, new UnitFromPublication(unit.Unit, shift * unit.Count), null, way);
    }

    // "the last two weeks of February 1918": within that month.
    private TimeRead WithDate(TimeLine line, TimeRead read)
    {
        if (line.Lower(read.First) != "the" || line.Lower(read.End) != "of" || read.Expression is not StretchAtPublication stretch || !line.Has(read.End + 1))
            return read;
        return dates.Read(line, read.End + 1) is { Expression: CalendarDate or NamedMonth, Inner: null } whole && !TimeReader.IsDay(whole.Expression)
            ? new TimeRead(read.First, whole.End, new PartOfTime(stretch.Ahead ? TimePart.Early : TimePart.Late, whole.Expression, TimexValue.Length(stretch.Count, stretch.Unit)), null, whole.Direction)
            : read;
    }

    // the following day, the same month, the next morning, the following two years, the previous April
    private TimeRead? Told(TimeLine line, int at, int choiceAt)
    {
        int shift = line.Lower(choiceAt) switch { "following" or "next" or "subsequent" or "succeeding" or "ensuing" => 1, "same" => 0, _ => -1 };
        int next = choiceAt + 1;
        if (!line.Has(next))
            return null;
        string noun = line.Lower(next);
        if (words.PartOfDay(noun) is { } part && !TimeWords.IsPlural(noun))
            return new TimeRead(at, next + 1, new FromNarrative(shift, TimeUnit.Day), part);
        if (words.Month(line[next]) is { } month && shift != 0)
            return new TimeRead(at, next + 1, new NamedMonth(month, shift < 0 ? TimeChoice.Last : TimeChoice.Next, TimeAnchor.Narrative));
        if (words.SeasonOf(noun) is { } season && line.Tag(next) != Upos.Verb)
            return new TimeRead(at, next + 1, new NamedSeason(season, TimeChoice.Nearest, TimeAnchor.Narrative));
        if (words.Unit(noun) is { } unit)
        {
            if (TimeWords.IsPlural(noun))
                return shift != 0 ? new TimeRead(at, next + 1, new Stretch(null, unit.Unit)) : null;
            if (unit.Unit < TimeUnit.Hour)
                return null;
            // "day of the year", but "a previous day" is any.
            return at == choiceAt && unit.Unit <= TimeUnit.Day ? null : new TimeRead(at, next + 1, new FromNarrative(shift * unit.Count, unit.Unit));
        }
        if (noun == "period" && at < choiceAt)
            return new TimeRead(at, next + 1, new VagueTime(null));
        return shift != 0 && TimeCounts.CountOf(line, next, words, numbers) is { } count
            ? new TimeRead(at, count.UnitAt + 1, new Stretch(count.Value * count.Each, count.Unit))
            : null;
    }

    // that day, that same night, that year, that time (after "at", "by", "since"…)
    private TimeRead? That(TimeLine line, int at)
    {
        int next = line.Lower(at + 1) is "same" or "very" ? at + 2 : at + 1;
        if (line.Lower(at) != "that" || !line.Has(next))
            return null;
        string noun = line.Lower(next);
        if (noun is "day" || words.PartOfDay(noun) is not null && !TimeWords.IsPlural(noun))
            return new TimeRead(at, next + 1, new FromNarrative(0, TimeUnit.Day), noun == "day" ? null : words.PartOfDay(noun));
        if (noun == "period")
            return new TimeRead(at, next + 1, new VagueTime(null));
        if (words.SeasonOf(noun) is { } season && noun != "fall")
            return new TimeRead(at, next + 1, new NamedSeason(season, TimeChoice.Nearest, TimeAnchor.Narrative));
        return words.Unit(noun) is { Unit: TimeUnit.Year or TimeUnit.Month or TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Decade or TimeUnit.Century } unit && !TimeWords.IsPlural(noun)
            ? new TimeRead(at, next + 1, new FromNarrative(0, unit.Unit))
            : null;
    }

    // the first half of 2007, the fourth quarter, the second week of May, the first two years, the second day, the 19th century, 5th-century
    private TimeRead? Ordinal(TimeLine line, int at, int ordinalAt)
    {
        string word = line.Lower(ordinalAt);
        int number = word is "final" or "last" or "latter" ? -1 : line.Has(ordinalAt) ? numbers.Ordinal(word) ?? (word is "early" or "opening" or "closing" && TimeWords.IsPlural(line.Lower(ordinalAt + 1).PadRight(1)) ? 1 : 0) : 0;
        if (number == 0)
            return null;
        int next = line.AfterHyphen(ordinalAt + 1);
        string noun = line.Lower(next);
        if (noun is "half" or "quarter" && number is >= 1 and <= 4 or -1 && (noun == "quarter" || number <= 2))
            return OfYear(line, at, next, number < 0 ? 2 : number, noun == "half", ordinalAt > at);
        if (noun is "century" or "centuries" && number > 0)
            return Century(line, at, next + 1, number);
        bool bare = ordinalAt == at && !line.IsHyphen(ordinalAt + 1);
        if (bare && !(line.Lower(next + 1) == "of" && noun is "week" or "month" or "day"))
            return null;
        if (words.Unit(noun) is { Unit: >= TimeUnit.Day } unit && !TimeWords.IsPlural(noun) && unit.Unit != TimeUnit.Quarter)
        {
            if (line.Lower(next + 1) == "of" && line.Has(next + 2) && dates.Read(line, next + 2) is { Expression: CalendarDate or NamedMonth, Inner: null } whole && !TimeReader.IsDay(whole.Expression))
                return new TimeRead(at, whole.End, Counted(number, unit.Unit, whole.Expression), null, whole.Direction);
            return !bare && number > 0 && number <= 31 && unit.Unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && line.Tag(next + 1) is not (Upos.Noun or Upos.Propn) && !line.IsHyphen(next + 1)
                ? new TimeRead(at, next + 1, unit.Unit == TimeUnit.Day ? new VagueTime(TimexValue.AnyDay) : new Stretch(1, unit.Unit))
                : null;
        }
        if (bare)
            return null;
        if (words.Unit(noun) is { Unit: >= TimeUnit.Hour } several && TimeWords.IsPlural(noun) && ordinalAt > at)
            return new TimeRead(at, next + 1, new Stretch(null, several.Unit));
        return TimeCounts.CountOf(line, next, words, numbers) is { } count && !line.IsHyphen(ordinalAt + 1)
            ? new TimeRead(at, count.UnitAt + 1, new Stretch(count.Value * count.Each, count.Unit))
            : null;
    }

    // the first day of May, the third month of 2021, the second week of 2015
    private static TimeExpression Counted(int number, TimeUnit unit, TimeExpression of) => (unit, of) switch
    {
        (TimeUnit.Day, _) => new NthDay(number, of),
        (TimeUnit.Month, CalendarDate { Date: { Precision: DatePrecision.Year } year }) when number is >= 1 and <= 12 => new CalendarDate(EdtfDate.Month(year.Start.Year, number)),
        (TimeUnit.Week, CalendarDate { Date: { Precision: DatePrecision.Year } year }) when number is >= 1 and <= 52 => new PartOfTime(Third((number + 12) / 13), of, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year.Start.Year:0000}-W{number:00}")),
        _ => new PartOfTime(Third(number), of),
    };

    private static TimePart Third(int number) => number switch { 1 => TimePart.Early, 2 or 3 => TimePart.Middle, _ => TimePart.Late };

    private TimeRead? OfYear(TimeLine line, int at, int noun, int number, bool half, bool definite)
    {
        int of = line.Lower(noun + 1) is "of" or "in" ? noun + 2 : noun + 1;
        if (line.Has(of) && TimeDates.Year(line[of]) is { } year)
            return new TimeRead(at, of + 1, new CalendarDate(NamedQuarter.Of(year, number, half)));
        if (of == noun + 2 && line.Has(of) && dates.Read(line, of) is { Expression: CalendarDate or NamedMonth, Inner: null } whole && !TimeReader.IsDay(whole.Expression) && half)
            return new TimeRead(at, whole.End, new PartOfTime(number == 1 ? TimePart.Early : TimePart.Late, whole.Expression), null, whole.Direction) { Modifier = number == 1 ? TimeModifier.Start : TimeModifier.End };
        if (line.Lower(noun + 1) == "of" && line.Lower(of) is "the" or "this" or "last" or "next" && line.Lower(of + 1) == "year" && !half)
            return new TimeRead(at, of + 2, new NamedQuarter(number, half));
        // A match and a game have halves and quarters too.
        return !half && (definite || line.IsHyphen(noun - 1) || line.Lower(at - 1) is "'s" or "its") && line.Lower(noun + 1) is not "of"
            ? new TimeRead(at, noun + 1, new NamedQuarter(number, half))
            : null;
    }

    private static TimeRead? Century(TimeLine line, int at, int end, int number)
    {
        bool before = TimeDates.Era(line, ref end) == true;
        return number <= 30 ? new TimeRead(at, end, new CalendarDate(EdtfDate.Century(before ? 1 - 100 * number : 100 * (number - 1)))) : null;
    }

    // the year 1941, the years 1941 to 1945, during the year, the day
    private TimeRead? TheUnit(TimeLine line, int at)
    {
        if (words.Unit(line.Lower(at + 1)) is not { } unit)
            return null;
        if (unit.Unit is TimeUnit.Year && line.Has(at + 2) && TimeDates.Year(line[at + 2]) is { } year)
            return new TimeRead(at, at + 3, new CalendarDate(EdtfDate.Year(year)));
        return unit.Unit > TimeUnit.Day && unit.Count == 1 && !TimeWords.IsPlural(line.Lower(at + 1)) && unit.Unit != TimeUnit.Quarter
            && line.Lower(at - 1) is "during" or "throughout" or "earlier" && line.Lower(at + 2) is not ("of" or "before" or "after")
            ? new TimeRead(at, at + 2, new FromNarrative(0, unit.Unit))
            : null;
    }

    // the summer, the spring of 1957, Summer 1942, in winter, the winter of next year
    private TimeRead? SeasonAt(TimeLine line, int at)
    {
        int noun = line.Lower(at) == "the" ? at + 1 : at;
        if (!line.Has(noun) || words.SeasonOf(line.Lower(noun)) is not { } season || line.Tag(noun) is Upos.Verb or Upos.Aux)
            return null;
        int number = (int)season + 1;
        int next = noun + 1;
        int of = line.Lower(next) is "of" or "," or "in" ? next + 1 : next;
        if (line.Has(of) && TimeDates.Year(line[of]) is { } year)
        {
            int end = of + 1;
            return TimeDates.Era(line, ref end) == true
                ? new TimeRead(at, end, new CalendarDate(EdtfDate.SeasonOf(1 - year, number)))
                : new TimeRead(at, end, new CalendarDate(EdtfDate.SeasonOf(year, number)));
        }
        if (line.Lower(next) == "of" && TimeDates.EraYear(line, of) is { } told)
            return new TimeRead(at, told.End, new CalendarDate(EdtfDate.SeasonOf(told.Year, number)));
        if (line.Lower(next) == "of" && line.Lower(of) is "that" or "the" && line.Lower(of + 1) is "year" or "same")
            return new TimeRead(at, line.Lower(of + 1) == "same" ? of + 3 : of + 2, new NamedSeason(season, TimeChoice.Nearest, TimeAnchor.Narrative));
        if (line.Lower(next) == "of" && line.Lower(of) is "last" or "next" or "this" && line.Lower(of + 1) == "year")
            return new TimeRead(at, of + 2, new NamedSeason(season, line.Lower(of) == "last" ? TimeChoice.Last : line.Lower(of) == "next" ? TimeChoice.Next : TimeChoice.This));
        string before = line.Lower(at - 1);
        bool introduced = before is "in" or "during" or "by" or "until" or "since" or "through" or "throughout" or "early" or "late" or "mid" or "-" or "earlier" or "later" or "before" or "after" or "of" or "from" or "to" or "for" or "all" or "over";
        // "the fall of the city", "a hot spring", "the Arab Spring" are none.
        if (season is Season.Spring or Season.Autumn && line.Lower(noun) != "autumn" && (!introduced && !(noun > at && line.Lower(next) is "and" or "or" or "," or "." or "offensive" or "campaign") || line.Lower(next) == "of" || (noun == at && line.Lower(noun) == "fall" && before is not ("in" or "early" or "late" or "mid" or "-"))))
            return null;
        if (noun == at && (before.Length > 0 && line.IsCapital(at) && line.Tag(at - 1) == Upos.Propn))
            return null;
        // "the summer offensive": the article is the offensive's.
        return new TimeRead(line.Tag(next) is Upos.Noun or Upos.Propn ? noun : at, next, new NamedSeason(season, TimeChoice.Nearest));
    }

    private static int? Whole(decimal? value, int each) =>
        value is { } known && known == decimal.Truncate(known) && known <= 10_000 ? (int)known * each : null;
}
