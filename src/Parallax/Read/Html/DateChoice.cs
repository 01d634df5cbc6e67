using NodaTime;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Chooses the day of publication among candidates. The rules are in docs/reference/publication-dates.md.</summary>
internal static class DateChoice
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>The publication, and the last change where it is known and not before it.</summary>
    public static (Publication Published, EdtfDate? Modified) Choose(DateCandidates found, string? language, string? address)
    {
        bool? monthFirst = DateHabits.MonthFirst(language, address);
        HashSet<LocalDate> clear = [.. found.Published.Concat(found.Changed).Where(c => c.Other is null).Select(c => c.Day)];
        List<DateCandidate> published = [.. found.Published.Select(c => Settled(c, clear, monthFirst))];
        List<DateCandidate> changed = [.. found.Changed.Select(c => Settled(c, clear, monthFirst))];
        DateCandidate? best = Best(published);
        // A page that only says when it was changed was published then or before; better than nothing, and said to be so by its words.
        best ??= changed.Where(c => c.Other is null).OrderBy(c => c.Place).FirstOrDefault();
        if (best is null)
            return (Publication.Unknown, null);
        if (best.Other is null)
            best = Local(best, published);
        EdtfDate date = best.Other is { } other ? EdtfDate.Interval(LocalDate.Min(best.Day, other), LocalDate.Max(best.Day, other)) : EdtfDate.Day(best.Day);
        DateCandidate? change = changed.Where(c => c.Other is null).Select(c => LocalChange(c, best, published, changed)).Where(c => c.Day >= date.Start).OrderBy(c => c.Place).FirstOrDefault();
        return (new Publication(date, best.Basis, best.Words), change is null ? null : EdtfDate.Day(change.Day));
    }

    private static DateCandidate? Best(List<DateCandidate> published)
    {
        List<DateCandidate> clear = [.. published.Where(c => c.Other is null).OrderBy(c => c.Place)];
        DateCandidate? first = clear.FirstOrDefault() ?? published.MinBy(c => c.Place);
        if (first is null || first.Other is not null)
            return first;
        // The path of the address is made when a page is published; a stamp of another day is that of a new version, or of an import.
        DateCandidate? address = clear.FirstOrDefault(c => c.Place == DatePlace.Address);
        if (address is not null && first.Place < DatePlace.Address && !Near(first.Day, address.Day))
            first = address;
        // Fields of scripts that disagree among themselves belong to several stories.
        if (first.Place == DatePlace.Script && clear.Where(c => c.Place == DatePlace.Script).Select(c => c.Day).Distinct().Count() > 1)
            return clear.FirstOrDefault(c => c.Place == DatePlace.Script && clear.Exists(o => o.Place != DatePlace.Script && o.Day == c.Day)) ?? clear.FirstOrDefault(c => c.Place > DatePlace.Script);
        // What is printed with a label or a mark says more than a field for some date.
        if (first.Place is DatePlace.WeakMeta or DatePlace.Script or DatePlace.LinkedRecording
            && clear.FirstOrDefault(c => c.Place is DatePlace.FarLabelled or DatePlace.FarMarked or DatePlace.Dateline) is { } printed)
            first = printed;
        return MostNamed(clear, first);
    }

    /// <summary>The day that most places name, where that is more than name the first; among equals the first.</summary>
    private static DateCandidate MostNamed(List<DateCandidate> clear, DateCandidate first)
    {
        Dictionary<LocalDate, int> places = clear.GroupBy(c => c.Day).ToDictionary(group => group.Key, group => group.Select(c => c.Place).Distinct().Count());
        DateCandidate? best = clear.MaxBy(c => places[c.Day]);
        return best is not null && places[best.Day] > places.GetValueOrDefault(first.Day) ? best : first;
    }

    /// <summary>
    /// A stamp in universal time may fall on the day before or after that of the place of publication; a day beside it that the page prints,
    /// or has in its address, is the one.
    /// </summary>
    private static DateCandidate Local(DateCandidate best, List<DateCandidate> published)
    {
        if (best.UtcMinute is not { } minute)
            return best;
        DateCandidate? local = published.Where(c => c.Other is null && c.UtcMinute is null && c.Place is DatePlace.Address or DatePlace.HeadLabelled or DatePlace.HeadMarked or DatePlace.HeadAlone or DatePlace.Meta or DatePlace.Microdata
            && ((c.Day == best.Day.PlusDays(-1) && minute < 12 * 60) || (c.Day == best.Day.PlusDays(1) && minute >= 10 * 60))).OrderBy(c => c.Place).FirstOrDefault();
        return local is not null && !published.Exists(c => c.UtcMinute is null && c.Place <= DatePlace.HeadAlone && c.Day == best.Day && c.Other is null) ? local : best;
    }

    /// <summary>
    /// A change in universal time falls on the day that it was where the report was published, if the day of publication is that of this place:
    /// by the hours between two stamps of the publication, one of each kind; else by the instant itself, or a change that the page dates in local time.
    /// </summary>
    private static DateCandidate LocalChange(DateCandidate change, DateCandidate best, List<DateCandidate> published, List<DateCandidate> changed)
    {
        // A day in universal time is that of the place too where the page has it in both.
        bool isOfPlace = best.UtcMinute is null || published.Exists(c => c.Other is null && c.UtcMinute is null && c.Day == best.Day);
        if (change.UtcMinute is not { } minute || best.Other is not null || !isOfPlace)
            return change;
        List<DateCandidate> stamps = [.. published.Where(c => c.Other is null && c.UtcMinute is not null)];
        // Published and changed at one instant: one day.
        if (stamps.Exists(c => c.UtcMinute == minute && c.Day == change.Day && Near(c.Day, best.Day)))
            return change with { Day = best.Day };
        foreach (DateCandidate local in published.Where(c => c.Other is null && c.LocalMinute is not null && c.Day == best.Day).OrderBy(c => c.Place))
        {
            foreach (DateCandidate stamp in stamps.OrderBy(c => c.Place))
            {
                int hours = (Period.DaysBetween(stamp.Day, local.Day) * MinutesOfDay) + local.LocalMinute!.Value - stamp.UtcMinute!.Value;
                // Zones lie at quarters of an hour; two stamps seconds apart may differ by a minute, and then say nothing.
                if (hours % 15 == 0 && hours is >= -12 * 60 and <= 14 * 60)
                    return change with { Day = change.Day.PlusDays((int)Math.Floor((minute + hours) / (double)MinutesOfDay)) };
            }
        }
        // Nothing tells the hours: what was later in a day that is one too far, or earlier in one that is one too early, stays.
        DateCandidate? shown = changed.Where(c => c.Other is null && c.UtcMinute is null && ((c.Day == change.Day.PlusDays(-1) && minute < 12 * 60) || (c.Day == change.Day.PlusDays(1) && minute >= 10 * 60))).OrderBy(c => c.Place).FirstOrDefault();
        if (shown is not null && !changed.Exists(c => c.Other is null && c.UtcMinute is null && c.Day == change.Day))
            return change with { Day = shown.Day };
        bool west = stamps.Exists(c => c.Day == best.Day.PlusDays(1) && c.Day == change.Day && minute <= c.UtcMinute);
        bool east = stamps.Exists(c => c.Day == best.Day.PlusDays(-1) && c.Day == change.Day && minute >= c.UtcMinute);
        return west || east ? change with { Day = best.Day } : change;
    }

    private static bool Near(LocalDate one, LocalDate other) => Math.Abs(Period.DaysBetween(one, other)) <= 1;

    /// <summary>Settles which part of 5/6/2023 is the month: by a date of the page that only one reading meets, else by the habit of the country.</summary>
    private static DateCandidate Settled(DateCandidate candidate, HashSet<LocalDate> clear, bool? monthFirst)
    {
        if (candidate.Other is not { } dayFirst)
            return candidate;
        bool meetsMonthFirst = Meets(candidate.Day), meetsDayFirst = Meets(dayFirst);
        bool? order = meetsMonthFirst != meetsDayFirst ? meetsMonthFirst : monthFirst;
        return order switch
        {
            true => candidate with { Other = null },
            false => candidate with { Day = dayFirst, Other = null },
            null => candidate,
        };

        bool Meets(LocalDate day) => clear.Contains(day) || clear.Contains(day.PlusDays(-1)) || clear.Contains(day.PlusDays(1));
    }
}
