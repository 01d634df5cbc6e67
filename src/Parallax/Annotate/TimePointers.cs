namespace Parallax.Annotate;

/// <summary>Reads times that are only pointed at: "now", "currently", "recent", "the future", "at the time", "at night".</summary>
internal sealed class TimePointers(TimeWords words)
{
    public TimeRead? Read(TimeLine line, int at)
    {
        string before = line.Lower(at - 1);
        string word = line.Lower(at);
        if (Vague(line, at, "present", TimexValue.Present) is { } present)
            return IsPresent(line, present) ? present : null;
        if (Vague(line, at, "past", TimexValue.Past) is { } past)
            return past.End - at == 2 && line.Lower(at) == "the" && line.Tag(past.End) is Upos.Noun or Upos.Propn or Upos.Num ? null : past;
        if (Vague(line, at, "future", TimexValue.Future) is { } future)
            return future;
        if (word == "the" && line.Lower(at + 1) == "moment" && before is "at" or "for" && line.Lower(at + 2) is "" or "," or "." or ";" or "and" or "”" or "\"" or "in" or "is")
            return new TimeRead(at, at + 2, new VagueTime(TimexValue.Present));
        if (word == "all" && line.Has(at + 1) && words.Unit(line.Lower(at + 1)) is { Unit: TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Weekend } whole && !TimeWords.IsPlural(line.Lower(at + 1)) && before != "of")
            return new TimeRead(at, at + 2, new Stretch(whole.Count, whole.Unit));
        if (word == "date" && before == "to" && line.Tag(at + 1) is not (Upos.Noun or Upos.Propn or Upos.Num))
            return new TimeRead(at, at + 1, new VagueTime(TimexValue.Present));
        if (word is "the" or "that" or "this" && line.Lower(at + 1) is "time" && before is "at" or "by" or "from" or "since" or "until" or "around" or "about" or "before" or "during" or "of" && !(word == "the" && line.Lower(at + 2) is "of" or "to" or "the" or "it" or "they" or "he" or "she" or "we" or "being" || word == "the" && before is not "at"))
            return new TimeRead(at, at + 2, new VagueTime(word == "this" ? TimexValue.Present : TimexValue.Past));
        if (words.PartOfDay(word) is { } part && before is "at" or "by" or "the" && line.Tag(at) == Upos.Noun)
            return before == "at" && part is "night" ? new TimeRead(at, at + 1, new VagueTime(TimexValue.WithClock(null, part)))
                : before is "by" or "at" && part is not ("morning" or "afternoon" or "evening" or "night") ? new TimeRead(at, at + 1, new FromNarrative(0, TimeUnit.Day), part)
                : null;
        if (word == "the" && line.Has(at + 1) && words.PartOfDay(line.Lower(at + 1)) is { } definite && !TimeWords.IsPlural(line.Lower(at + 1))
            && before is "in" or "during" or "of" or "throughout" or "by" or "until" or "on" && line.Lower(at + 2) != "of" && line.Tag(at + 2) is not (Upos.Noun or Upos.Propn))
            return new TimeRead(at, at + 2, new FromNarrative(0, TimeUnit.Day), definite);
        return null;
    }

    private TimeRead? Vague(TimeLine line, int at, string kind, string value) =>
        words.Phrase(line, at, kind) is { } found ? new TimeRead(at, found.End, new VagueTime(value)) : null;

    // "now" as a conjunction and "current" of a river are rare in reports; "present" and "at present" are listed whole.
    private static bool IsPresent(TimeLine line, TimeRead read) =>
        line.Lower(read.First) switch
        {
            "current" or "currently" => line.Tag(read.First) is Upos.Adj or Upos.Adv,
            "the" => line.Tag(read.End) is not (Upos.Noun or Upos.Propn) || line.Lower(read.End - 1) is "day" or "being",
            _ => true,
        };
}
