namespace Parallax.Annotate;

/// <summary>A counted unit of time: "three days", "several bloody weeks", "a year".</summary>
/// <param name="UnitAt">Index of the unit.</param>
/// <param name="Value">How many; null where vague.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Each">How many of the unit the word means.</param>
internal readonly record struct TimeCount(int UnitAt, decimal? Value, TimeUnit Unit, int Each);

/// <summary>Reads lengths and what is counted by them: "two days ago", "three days later", "a day after Monday's clashes", "for three days", "23-year-old".</summary>
internal sealed class TimeCounts(TimeWords words, NumberReader numbers, TimeReader reader)
{
    public TimeRead? Read(TimeLine line, int at)
    {
        if (words.Phrase(line, at, "compare") is { } compared && line.Has(compared.End) && Length(line, compared.End, at) is { } narrowed)
        {
            TimeModifier modifier = ModifierOf(compared.Value);
            return narrowed.Inner is [{ Expression: Stretch } length, ..]
                ? narrowed with { First = at, Modifier = modifier, Inner = [length with { First = at, Modifier = modifier }, .. narrowed.Inner.Skip(1)] }
                : narrowed with { First = at, Modifier = modifier };
        }
        return Length(line, at, at);
    }

    /// <summary>The number of a counted unit at <paramref name="at"/>, without an article: "three days", "24-hour", "few weeks", "two and a half years".</summary>
    public static TimeCount? CountOf(TimeLine line, int at, TimeWords words, NumberReader numbers)
    {
        if (!line.Has(at))
            return null;
        string word = line.Lower(at);
        decimal? value;
        int next;
        if (word is "many" or "several" or "few" or "some" or "countless" or "numerous")
        {
            (value, next) = (null, at + 1);
        }
        else if (word == "half" || (word == "quarter" && line.IsHyphen(at + 1)))
        {
            (value, next) = (word == "half" ? 0.5m : 0.25m, at + 1);
            if (line.Lower(next) is "a" or "an")
                next++;
        }
        else if (word is "couple" or "dozen" or "handful")
        {
            (value, next) = (word switch { "couple" => 2, "dozen" => 12, _ => null }, at + 1);
            if (line.Lower(next) == "of")
                next++;
        }
        else if (word is "dozens" or "tens" or "hundreds" or "thousands" or "scores" && line.Lower(at + 1) == "of")
        {
            (value, next) = (null, at + 2);
        }
        else if (line[at].Tag == Upos.Det || numbers.Read(line.Words, at, line.End) is not { } number || TimeDates.Year(line[at]) is not null && line.Lower(number.End) is not ("years" or "-"))
        {
            return null;
        }
        else
        {
            (value, next) = (number.Vague ? null : number.Value, number.End);
            // two to three weeks, 10-15 years, two or three days
            if (line.Lower(next) is "to" or "or" or "-" or "–" && line.Has(next + 1) && numbers.Read(line.Words, next + 1, line.End) is { Vague: false } upper && upper.Value > number.Value && IsUnit(line, line.AfterHyphen(upper.End), words))
                (value, next) = (null, upper.End);
            else if (line.Lower(next) == "and" && line.Lower(next + 1) == "half")
                (value, next) = (value + 0.5m, next + 2);
            else if (line.Lower(next) == "and" && line.Lower(next + 1) is "a" or "one" && line.Lower(next + 2) is "half" or "quarter")
                (value, next) = (value + (line.Lower(next + 2) == "half" ? 0.5m : 0.25m), next + 3);
            else if (line.Lower(next) == "-" && line.Lower(next + 1) == "and" && line.Lower(next + 3) == "a" && line.Lower(next + 5) == "half")
                (value, next) = (value + 0.5m, next + 6);
            else if (line.Has(next) && line.Lower(next) is "½" or "1/2")
                (value, next) = (value + 0.5m, next + 1);
        }
        next = line.AfterHyphen(next);
        // "two more weeks", "three consecutive days", "many more months": one or two words that tell how the units are
        for (int skipped = 0; skipped < 2 && !IsUnit(line, next, words) && line.Tag(next) is Upos.Adj && !line.IsCapital(next); skipped++)
            next++;
        if (!IsUnit(line, next, words))
            return null;
        (TimeUnit unit, int each) = words.Unit(line.Lower(next))!.Value;
        return new TimeCount(next, value, unit, each);
    }

    private static bool IsUnit(TimeLine line, int at, TimeWords words) =>
        line.Has(at) && words.Unit(line.Lower(at)) is not null && line.Tag(at) is not (Upos.Verb or Upos.Aux);

    private TimeCount? Counted(TimeLine line, int at)
    {
        string word = line.Lower(at);
        if (word is "a" or "an" or "one" or "another" or "the" && line.Has(at + 1))
        {
            int next = word == "the" || word == "one" ? line.AfterHyphen(at + 1) : at + 1;
            if (word is "a" or "an" or "another" && line.Lower(next) is "full" or "whole" or "entire" or "single" or "further" or "additional" or "solid" or "mere" or "good" or "long" or "calendar" or "second" or "third" && IsUnit(line, next + 1, words) && !TimeWords.IsPlural(line.Lower(next + 1)) && !line.IsHyphen(next + 1))
                next++;
            if (IsUnit(line, next, words) && !TimeWords.IsPlural(line.Lower(next)))
            {
                (TimeUnit unit, int each) = words.Unit(line.Lower(next))!.Value;
                // "a quarter of the houses", "a day laborer"
                if (word == "a" && unit >= TimeUnit.Day && line.Tag(at - 1) == Upos.Aux && line.Lower(next + 1) is "that" or "to" or "of" or "for" or "when")
                    return null;
                return unit == TimeUnit.Quarter || word == "the" && unit < TimeUnit.Day ? null : new TimeCount(next, 1, unit, each);
            }
            // "a three-day visit": the article is the visit's, but "a ten year period" is one length.
            return word is "a" or "an" or "another" && CountOf(line, at + 1, words, numbers) is { } more ? IsModifier(line, more) ? null : more : word == "one" ? CountOf(line, at, words, numbers) : null;
        }
        if (IsUnit(line, at, words) && (TimeWords.IsPlural(line.Lower(at)) || line.IsHyphen(at + 1) && line.Lower(at + 2) == "long"))
        {
            (TimeUnit unit, int each) = words.Unit(line.Lower(at))!.Value;
            return unit is TimeUnit.Quarter or TimeUnit.Weekend || line.IsCapital(at) && at > line.First ? null : new TimeCount(at, TimeWords.IsPlural(line.Lower(at)) ? null : 1, unit, each);
        }
        return CountOf(line, at, words, numbers);
    }

    private static bool IsModifier(TimeLine line, TimeCount count) =>
        !TimeWords.IsPlural(line.Lower(count.UnitAt)) && line.Lower(count.UnitAt + 1) != "period" && line.Lower(count.UnitAt + 1) is not ("later" or "ago" or "before" or "earlier" or "after");

    private TimeRead? Length(TimeLine line, int at, int outer)
    {
        if (Counted(line, at) is not { } count)
            return null;
        int next = count.UnitAt + 1;
        (decimal? value, TimeUnit unit) = (count.Value * count.Each, count.Unit);
        bool the = line.Lower(at) == "the";
        if (the)
            return line.Lower(next) is "after" or "before" or "earlier" or "later" && line.Lower(at - 1) is not "this" ? After(line, at, next, 1, unit, the: true) : null;
        // "a year and a half", "two years and three months"
        if (line.Lower(next) == "and" && line.Lower(next + 1) is "a" && line.Lower(next + 2) == "half")
            (value, next) = (value + 0.5m, next + 3);
        else if (line.Lower(next) is "and" or "," && CountOf(line, next + 1, words, numbers) is { Value: not null } smaller && smaller.Unit < unit && value is not null)
            (value, unit, next) = Joined(value.Value, unit, smaller);
        // "A decade later" is a year.
        (decimal? moved, TimeUnit step) = unit switch { TimeUnit.Decade => (value * 10, TimeUnit.Year), TimeUnit.Century => (value * 100, TimeUnit.Year), _ => (value, unit) };
        int? later = moved is { } plain && plain == decimal.Truncate(plain) && plain <= 10_000 ? (int)plain : null;
        int? whole = value is { } known && known == decimal.Truncate(known) && known <= 10_000 ? (int)known : null;
        int years = line.AfterHyphen(next);
        if (line.Lower(years) is "old" or "olds")
            return new TimeRead(at, years + 1, new Stretch(value, unit));
        if (line.Lower(years) == "long" && (value is not null || line.IsHyphen(next)))
            return new TimeRead(at, years + 1, new Stretch(value, unit));
        if (line.Lower(next) == "of" && line.Lower(next + 1) == "age")
            return new TimeRead(at, next + 2, new Stretch(value, unit));
        if (line.Lower(next) == "period" && line.Lower(at) is "a" or "an" || line.IsHyphen(count.UnitAt - 1) && line.Lower(next) == "period")
            return new TimeRead(at, next + 1, new Stretch(value, unit));
        switch (line.Lower(next))
        {
            case "ago":
                return new TimeRead(at, next + 1, Ago(whole, value, unit), null, TimeDirection.Past);
            case "later" or "afterwards" or "afterward" or "thereafter" or "hence":
                return new TimeRead(at, next + 1, new FromNarrative(later, step), null, later is null ? TimeDirection.Future : null);
            case "earlier" or "previously" or "beforehand":
                return new TimeRead(at, next + 1, new FromNarrative(-later, step), null, later is null ? TimeDirection.Past : null);
            case "after" or "before":
                return After(line, at, next, whole, unit, the: false);
            case "from" when line.Lower(next + 1) is "now" or "today":
                return new TimeRead(at, next + 2, FromNow(whole, unit), null, TimeDirection.Future);
            case "and" when line.Lower(next + 1) == "counting":
                return null;
        }
        if (!IsLength(line, at, outer, count, next))
            return null;
        return new TimeRead(at, next, new Stretch(value, unit));
    }

    // Whether the bare words are a length: "May 3, 20 minutes into the game" is, "weeks" of "the weeks" is not.
    private static bool IsLength(TimeLine line, int at, int outer, TimeCount count, int next)
    {
        string before = line.Lower(outer - 1);
        bool bare = count.UnitAt == at;
        if (bare)
            return line.Tag(at) == Upos.Noun && before is not ("the" or "his" or "her" or "its" or "their" or "my" or "our" or "your" or "'s" or "these" or "those" or "recent" or "early" or "late" or "old" or "young" or "both" or "all" or "-" or "working" or "school" or "golden" or "teenage" or "office" or "business" or "opening");
        // "one day he came", "a second later" are handled above; "min" and "hr" need figures.
        if (line.Lower(count.UnitAt) is "min" or "hr" or "yr" && !char.IsAsciiDigit(line[at].Text[0]))
            return false;
        // Money and measures: "$50 years" does not occur, "a minute amount" does.
        return !(line.Lower(at) is "a" or "the" && line.Lower(count.UnitAt) == "minute" && line.Tag(count.UnitAt) == Upos.Adj) && before != "$" && next > at;
    }

    private static (decimal Value, TimeUnit Unit, int End) Joined(decimal value, TimeUnit unit, TimeCount smaller)
    {
        decimal per = (unit, smaller.Unit) switch
        {
            (TimeUnit.Year, TimeUnit.Month) => 12,
            (TimeUnit.Week, TimeUnit.Day) => 7,
            (TimeUnit.Day, TimeUnit.Hour) => 24,
            (TimeUnit.Hour, TimeUnit.Minute) or (TimeUnit.Minute, TimeUnit.Second) => 60,
            _ => 0,
        };
        return per == 0 ? (value, unit, smaller.UnitAt + 1) : (value * per + smaller.Value!.Value * smaller.Each, smaller.Unit, smaller.UnitAt + 1);
    }

    private TimeRead After(TimeLine line, int at, int word, int? count, TimeUnit unit, bool the)
    {
        bool after = line.Lower(word) is "after" or "later";
        int? shift = after ? count : -count;
        if (line.Lower(word) is "later" or "earlier")
            return new TimeRead(at, word + 1, new FromNarrative(shift, unit));
        TimeRead length = new(at, word, new Stretch(count, unit));
        // "a day after Monday's clashes", "two days after the April 16 vote": the time that what follows is named by.
        int limit = Math.Min(line.End, word + 5);
        for (int next = word + 1; next < limit; next++)
        {
            if (line.Tag(next) is Upos.Verb or Upos.Aux || line.Lower(next) is "," or ";")
                break;
            if (reader.Single(line, next) is { Expression: not (FromNarrative or Repeated or Stretch or VagueTime or StretchAtPublication), Inner: null } named)
                return new TimeRead(at, named.End, new FromTime(shift, unit, named.Expression)) { Inner = named.Expression is DaysFromPublication ? null : the ? [new TimeRead(at, word, new FromTime(shift, unit, named.Expression)), named] : [length, named] };
        }
        if (!line.Has(word + 1) || line.Tag(word + 1) == Upos.Punct || line.Lower(word + 1) == "that")
            return new TimeRead(at, word + 1, new FromNarrative(shift, unit));
        return new TimeRead(at, word + 1, new BesideEvent(shift, unit, null, TimeDirection.Unknown)) { Inner = the ? null : [length] };
    }

    private static TimeExpression Ago(int? count, decimal? value, TimeUnit unit) => (count, unit) switch
    {
        (null, TimeUnit.Year or TimeUnit.Century) when value is { } part and <= 10_000 => new UnitFromPublication(unit == TimeUnit.Century ? TimeUnit.Year : unit, -(int)decimal.Ceiling(part * (unit == TimeUnit.Century ? 100 : 1))),
        (null, _) => new VagueTime(TimexValue.Past),
        ({ } hours, TimeUnit.Hour) => new DaysFromPublication(-((hours + 12) / 24), -((hours + 12) / 24)),
        (_, TimeUnit.Second or TimeUnit.Minute) => new DaysFromPublication(0, 0),
        ({ } days, TimeUnit.Day) => new DaysFromPublication(-days, -days),
        ({ } many, TimeUnit.Century or TimeUnit.Decade) => new UnitFromPublication(TimeUnit.Year, -many * (unit == TimeUnit.Decade ? 10 : 100)),
        ({ } many, _) => new UnitFromPublication(unit, -many),
    };

    private static TimeExpression FromNow(int? count, TimeUnit unit) => (count, unit) switch
    {
        (null, _) => new VagueTime(TimexValue.Future),
        (_, < TimeUnit.Day) => new DaysFromPublication(0, 0),
        ({ } days, TimeUnit.Day) => new DaysFromPublication(days, days),
        ({ } many, _) => new UnitFromPublication(unit, many),
    };

    /// <summary>The modifier that a word of comparison makes.</summary>
    public static TimeModifier ModifierOf(string value) => value switch
    {
        "more" => TimeModifier.MoreThan,
        "less" => TimeModifier.LessThan,
        "least" => TimeModifier.AtLeast,
        "most" => TimeModifier.AtMost,
        _ => TimeModifier.Approximately,
    };
}
