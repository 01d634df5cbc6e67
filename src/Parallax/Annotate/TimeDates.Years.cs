using System.Globalization;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Years: alone, in ranges, before the common era, and what only looks like one.</summary>
internal sealed partial class TimeDates
{
    /// <summary>The year behind a month or a day: "May 1956", "May, 1956", "May of 1956", "May '68"; moves <paramref name="next"/> behind it.</summary>
    public static int? YearAfter(TimeLine line, ref int next)
    {
        int at = line.Lower(next) is "," or "of" || line.IsHyphen(next) ? next + 1 : next;
        if (!line.Has(at))
            return null;
        if (Year(line[at]) is { } year)
        {
            next = at + 1;
            return year;
        }
        if (at == next && Short(line.Lower(at)) is { } cut)
        {
            next = at + 1;
            return cut;
        }
        return null;
    }

    /// <summary>The mark of an era at <paramref name="end"/>, which is moved behind it: true for "BC", false for "AD", null without one.</summary>
    public static bool? Era(TimeLine line, ref int end)
    {
        switch (line.Lower(end))
        {
            case "bc" or "b.c." or "b.c" or "bce" or "b.c.e.":
                end++;
                return true;
            case "ad" or "a.d." or "ce" or "c.e." when line.IsCapital(end):
                end++;
                return false;
            default:
                return null;
        }
    }

    /// <summary>A year with its era: "480 BC", "AD 70"; the year before the first is 0.</summary>
    public static (int End, int Year)? EraYear(TimeLine line, int at)
    {
        bool ahead = line.Lower(at) is "ad" or "a.d." && line.IsCapital(at);
        int number = ahead ? at + 1 : at;
        if (!line.Has(number) || line[number].Text.Length > 4 || !int.TryParse(line[number].Text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year < 1)
            return null;
        int end = number + 1;
        if (ahead)
            return (end, year);
        return Era(line, ref end) is { } before ? (end, before ? 1 - year : year) : null;
    }

    // "'68"
    private static int? Short(string lower) =>
        lower.Length == 3 && lower[0] is '\'' or '’' && char.IsAsciiDigit(lower[1]) && char.IsAsciiDigit(lower[2])
            ? int.Parse(lower.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) is var cut && cut < 30 ? 2000 + cut : 1900 + cut
            : null;

    // 2008; 1998-99; 1998–1999; 490 BC; 480–479 BC
    private TimeRead? Years(TimeLine line, int at)
    {
        if (EraYear(line, at) is { } era)
            return new TimeRead(at, era.End, new CalendarDate(EdtfDate.Year(era.Year)));
        if (line.Lower(at + 1) is "-" or "–" or "to" or "and" or "/" && line[at].Text.Length <= 4 && EraYear(line, at + 2) is { } last
            && int.TryParse(line[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out int before) && last.Year < 0 && 1 - before < last.Year)
        {
            CalendarDate to = new(EdtfDate.Year(last.Year)), start = new(EdtfDate.Year(1 - before));
            return new TimeRead(at, last.End, new TimeRange(start, to)) { Inner = [new TimeRead(at, at + 1, start), new TimeRead(at + 2, last.End, to)] };
        }
        if (line[at].Text.Length is 7 or 9 && line[at].Text[4] == '/' && PlainYear(line[at].Text[..4]) is { } split)
            return Through(line, at, at + 1, split, line[at].Text[5..], split: true);
        // "2015-12": a month, where it cannot be the years 2015 to 2012
        if (Year(line[at]) is { } iso && line.IsHyphen(at + 1) && line[at + 2].Text.Length == 2 && int.TryParse(line[at + 2].Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 12 && number <= iso % 100 && iso >= 1900)
            return new TimeRead(at, at + 3, new CalendarDate(EdtfDate.Month(iso, number)));
        if (Year(line[at]) is not { } year || !YearIsMeant(line, at))
            return null;
        if (line.Lower(at + 1) is "-" or "–" or "/" && line.IsJoined(at + 2) && Through(line, at, at + 3, year, line[at + 2].Text, split: false) is { } range)
            return range;
        return new TimeRead(at, at + 1, new CalendarDate(EdtfDate.Year(year)));
    }

    // 1998-99, 1998–2001, 2003/04
    private static TimeRead? Through(TimeLine line, int at, int end, int year, string digits, bool split)
    {
        if (digits.Length is not (2 or 4) || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int last))
            return null;
        last = digits.Length == 2 ? year / 100 * 100 + last : last;
        if (last <= year || last > LatestYear)
            return null;
        CalendarDate from = new(EdtfDate.Year(year)), to = new(EdtfDate.Year(last));
        return new TimeRead(at, end, new TimeRange(from, to)) { Inner = split ? null : [new TimeRead(at, at + 1, from), new TimeRead(end - 1, end, to)] };
    }

    // '68, AD 70
    private static TimeRead? YearWords(TimeLine line, int at)
    {
        if (EraYear(line, at) is { } era)
            return new TimeRead(at, era.End, new CalendarDate(EdtfDate.Year(era.Year)));
        return line[at].Text[0] is '\'' or '’' && Short(line.Lower(at)) is { } year && line.Lower(at - 1) is "in" or "of" or "since" or "summer" or "winter" or "autumn" or "the" or "until" or "by" or "from"
            ? new TimeRead(at, at + 1, new CalendarDate(EdtfDate.Year(year)))
            : null;
    }

    /// <summary>
    /// Whether "In 2011" opens a sentence: a year even with a bare noun behind it ("In 2011 police shot…"). Counts that open a sentence are round ("In 2000 villages").
    /// </summary>
    public static bool OpensSentence(string before, string first, Token number) =>
        before is "in" or "since" && first.Length == 0 && Year(number) is >= 1900 and <= 2050 and { } year && year % 100 != 0;

    // Four digits are a year only where the words around say so: "in 1999", "the 1999 war", "(2008)"; never "2000 people".
    private bool YearIsMeant(TimeLine line, int at)
    {
        string before = line.Lower(at - 1);
        Token? next = line.Has(at + 1) ? line[at + 1] : null;
        bool usual = Year(line[at]) is >= 1800;
        // Counts are mostly round, and written with a comma.
        bool odd = Year(line[at]) is >= 1900 and <= 2050 and { } value && value % 10 != 0;
        if (before is "$" or "€" or "£" or "no" or "no." or "number" or "resolution" or "article" or "flight" or "room" or "section" or "some" or "over" or "nearly" or "almost" or "least" or "than" or "#" or "route" or "highway" or "boeing" or "model" or "psalm" or "page")
            return false;
        if (next is not null && (next.Text is "%" or "per" or "percent" || words.Kind(next.Lower) == "unit" || next.Lower is "km" or "metres" or "meters" or "miles" or "tonnes" or "tons" or "gmt" or "hours" or "feet" or "kilometers" or "kilometres" or "lb" or "kg" or "acres" or "hectares"))
            return false;
        if (next is { Lower: "of" } && before != "in" || next is not null && words.Weekday(next) is not null)
            return false;
        bool counts = next is { Tag: Upos.Noun } && (next.Lemma != next.Lower || next.Lower is "people" or "personnel" or "police" or "troops" or "others" or "men" or "women") && !words.Is(next.Lemma, "event");
        if (before is "in" or "into" or "since" or "until" or "till" or "early" or "late" or "mid" or "during" or "year" or "circa" or "ca." or "c." or "fiscal")
            return !counts || OpensSentence(before, line.Lower(at - 2), line[at]);
        if (words.Kind(before) is "month" or "season")
            return true;
        if (!usual)
            return false;
        if (before is "about" or "around")
            return next is null || next.Tag is Upos.Punct or Upos.Sconj or Upos.Adp or Upos.Verb or Upos.Aux or Upos.Cconj;
        if (before is "from" or "between" or "to" or "and" or "by" or "of" or "before" or "after" or "through" or "for" or "or" or "pre" or "post" or "till" or "throughout" or "as" or "on")
            return !(next is { Tag: Upos.Noun or Upos.Adj or Upos.Propn } && counts) && (next is null || next.Tag is not Upos.Adj || words.Is(next.Lemma, "event"));
        if (before is "-" or "–" or "—")
            return line.Has(at - 2) && (Year(line[at - 2]) is not null || line.Lower(at - 2) is "pre" or "post" || words.Kind(line.Lower(at - 2)) is "month");
        if (before == "(" || line.Lower(at + 1) is "–" or "-" && line.Has(at + 2) && Year(line[at + 2]) is not null)
            return true;
        // "as a separate state, 1941–1945", a list of years, a heading
        if (before is "," or ";" or ":" or "" && (next is null || next.Tag is Upos.Punct or Upos.Verb or Upos.Aux or Upos.Adp))
            return before.Length == 0 || before == "," && (next is null || next.Tag == Upos.Punct) || before is ";" or ":";
        bool determined = before is "the" or "a" or "an" or "'s" or "'" or "’s" or "its" or "their" or "his" or "her" or "our" or "my" or "your" or "this";
        if (determined)
            return next is not null && (next.Tag is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb or Upos.Num || char.IsUpper(next.Text[0])) && !counts;
        if (odd && next is { Tag: Upos.Verb } && line.Tag(at - 1) == Upos.Verb)
            return true;
        if (odd && (line.Tag(at - 1) is Upos.X or Upos.Sconj or Upos.Punct or Upos.Adj) && (next is { Tag: Upos.Verb or Upos.Aux } || next is { Tag: Upos.Adj or Upos.Noun or Upos.Propn } && !counts || next is { Lower: "and" or "or" } && line.Has(at + 2) && Year(line[at + 2]) is not null))
            return true;
        return next is { Tag: Upos.Noun } && words.Is(next.Lemma, "event") && next.Lemma == next.Lower;
    }
}
