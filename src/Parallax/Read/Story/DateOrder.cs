using NodaTime;

namespace Parallax.Read;

/// <summary>Finds out whether a page writes the month or the day first in 6/2/2023.</summary>
internal static class DateOrder
{
    /// <summary>True for month first, false for day first, null where nothing on the page decides.</summary>
    public static bool? MonthFirst(PrintedDate? published, PrintedDate? updated, ReportDraft draft, Outlets outlets)
    {
        PrintedDate[] shown = [.. new[] { published, updated }.OfType<PrintedDate>()];
        if (!Array.Exists(shown, date => date.Ambiguous))
            return Array.Exists(shown, date => date is { Style: DateStyle.Numeric, Second: > 12 }) ? true
                : Array.Exists(shown, date => date is { Style: DateStyle.Numeric, First: > 12 }) ? false : null;
        PrintedDate[] all = [.. draft.Lines.SelectMany(line => PrintedDates.Find(line.Text))];
        // A numeric date of the same page that can be read in one way only.
        if (Array.Exists(all, date => date is { Style: DateStyle.Numeric, Second: > 12 }))
            return true;
        if (Array.Exists(all, date => date is { Style: DateStyle.Numeric, First: > 12 }))
            return false;
        return ByPast(published, updated, all) ?? ByWrittenStyle(all) ?? (outlets.WritesMonthFirst(draft.Outlet, draft.Url) ? true : (bool?)null) ?? ByChange(published, updated);
    }

    /// <summary>A report cannot be older than the days it tells of: dates in the same year that only one reading leaves in the past.</summary>
    private static bool? ByPast(PrintedDate? published, PrintedDate? updated, PrintedDate[] all)
    {
        if ((updated ?? published) is not { Ambiguous: true } last)
            return null;
        LocalDate monthFirst = last.Day(true)!.Value, dayFirst = last.Day(false)!.Value;
        LocalDate[] told = [.. all.Where(date => date.Style != DateStyle.Numeric && date.Year == last.Year).Select(date => date.Day(true)).OfType<LocalDate>()];
        if (told.Length == 0)
            return null;
        LocalDate latest = told.Max();
        return latest <= monthFirst && latest > dayFirst ? true : latest <= dayFirst && latest > monthFirst ? false : null;
    }

    /// <summary>"May 8, 2023" or "8 May 2023": a page that writes only one of them writes its numbers in the same order.</summary>
    private static bool? ByWrittenStyle(PrintedDate[] all)
    {
        int monthDay = all.Count(date => date.Style == DateStyle.MonthDay), dayMonth = all.Count(date => date.Style == DateStyle.DayMonth);
        return (monthDay > 0) == (dayMonth > 0) ? null : monthDay > 0;
    }

    /// <summary>A change comes after publication and seldom months after it.</summary>
    private static bool? ByChange(PrintedDate? published, PrintedDate? updated)
    {
        if (published is not { } first || updated is not { } second)
            return null;
        int? monthFirst = Gap(first.Day(true), second.Day(true)), dayFirst = Gap(first.Day(false), second.Day(false));
        return (monthFirst, dayFirst) switch
        {
            ({ } m, { } d) when m == d => null,
            ({ } m, { } d) => m < d,
            ({ }, null) => true,
            (null, { }) => false,
            _ => null,
        };
    }

    private static int? Gap(LocalDate? from, LocalDate? to) =>
        from is { } start && to is { } end && end >= start ? Period.DaysBetween(start, end) : null;
}
