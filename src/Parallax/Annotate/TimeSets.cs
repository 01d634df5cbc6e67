using System.Globalization;

namespace Parallax.Annotate;

/// <summary>Reads repeated times: "every Friday", "each year", "twice a week", "daily", "on Mondays", "per month".</summary>
internal sealed class TimeSets(TimeWords words, NumberReader numbers)
{
    public TimeRead? Read(TimeLine line, int at)
    {
        string word = line.Lower(at);
        if (words.Value(word, "set") is { } known)
            return line.Tag(at) is Upos.Adv or Upos.Adj or Upos.Noun && !(line.IsCapital(at) && at > line.First) ? new TimeRead(at, at + 1, new Repeated(known)) : null;
        if (words.Value(word, "weekdays") is { } day && line.IsCapital(at))
            return line.Lower(at + 1) is "'" or "’" ? null : new TimeRead(at, at + 1, new Repeated("XXXX-WXX-" + day));
        if (word is "per" && line.Has(at + 1) && words.Unit(line.Lower(at + 1)) is { } each && each.Unit >= TimeUnit.Day && !TimeWords.IsPlural(line.Lower(at + 1)))
            return new TimeRead(at, at + 2, new Repeated(TimexValue.Length(each.Count, each.Unit)));
        if (word is "once" or "twice" && line.Lower(at + 1) is "a" or "each" or "every" && line.Has(at + 2) && words.Unit(line.Lower(at + 2)) is { } often)
            return new TimeRead(at, at + 3, new Repeated(TimexValue.Length(often.Count, often.Unit)));
        return word is "every" or "each" && line.Has(at + 1) ? Every(line, at) : null;
    }

    private TimeRead? Every(TimeLine line, int at)
    {
        int next = at + 1;
        decimal? step = 1;
        if (line.Lower(next) is "other" or "second")
            (step, next) = (2, next + 1);
        else if (line.Lower(next) is "single" or "last")
            next++;
        else if (line.Has(next) && char.IsAsciiDigit(line[next].Text[0]) && numbers.Ordinal(line.Lower(next)) is { } nth)
            (step, next) = (nth, next + 1);
        else if (TimeCounts.CountOf(line, next, words, numbers) is { } count)
            return new TimeRead(at, count.UnitAt + 1, new Repeated(TimexValue.Length(count.Value * count.Each, count.Unit)));
        if (!line.Has(next))
            return null;
        string noun = line.Lower(next);
        if (words.Unit(noun) is { } unit && !TimeWords.IsPlural(noun))
            return new TimeRead(at, next + 1, new Repeated(TimexValue.Length(step * unit.Count, unit.Unit)));
        string? value = null;
        int end = next + 1;
        if (words.Weekday(line[next]) is { } weekday)
        {
            value = string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{(int)weekday}");
            if (line.Has(end) && words.PartOfDay(line.Lower(end)) is { } part)
                (value, end) = (value + TimexValue.WithClock(null, part)![TimexValue.AnyDay.Length..], end + 1);
        }
        else if (words.Month(line[next]) is { } month)
        {
            value = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}");
        }
        else if (words.SeasonOf(noun) is { } season)
        {
            value = "XXXX-" + TimexValue.Code(season);
        }
        else if (words.PartOfDay(noun) is { } part)
        {
            value = TimexValue.WithClock(null, part);
        }
        return value is null ? null : new TimeRead(at, end, new Repeated(value));
    }
}
