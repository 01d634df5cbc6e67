using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Parallax.Annotate;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>A day that an undated report itself names with its year.</summary>
/// <param name="Day">The day.</param>
/// <param name="Words">The words it is written in.</param>
/// <param name="Span">Where they stand in the clean text; null where they were cut.</param>
/// <param name="Reason">Why they were cut; null where they stand in the text.</param>
internal sealed record OwnDate(LocalDate Day, string Words, TextSpan? Span, CutReason? Reason);

/// <summary>What one undated report says of its own day of publication.</summary>
internal sealed partial class AnchorClues
{
    private const int MaxCutLength = 2000;
    // Costs in natural logarithms, from counts over dated news of many outlets: three in four reports name the weekday of their own day, one in
    // six at best the day before; other weekdays thin out with their age, and so do days to come.
    private static readonly double[] FreshCost = [0, 1.5, 2.8, 3.7, 4, 4.2, 4.3];
    private static readonly double[] AgeCost = [0, 0, 0.9, 1.5, 2, 2.1, 2.1];
    private static readonly double[] AheadCost = [0, 0.4, 1, 1.4, 1.5, 1.5, 1.6];
    private static readonly double MeetingDates = Math.Log(7);
    private readonly AnnotatedReport _report;

    public AnchorClues(AnnotatedReport report)
    {
        _report = report;
        List<OwnDate> past = [];
        List<LocalDate> future = [];
        foreach (TimeMention time in report.Times.Where(t => !t.Expression.NeedsPublication))
        {
            if (time.Resolve(null, null) is not { Precision: DatePrecision.Day } date)
                continue;
            if (time.Direction == TimeDirection.Future)
                future.Add(date.Start);
            else if (time.Direction == TimeDirection.Past)
                past.Add(new OwnDate(date.Start, time.Span.Of(report.Report.Text), time.Span, null));
        }
        foreach (Cut cut in report.Report.Cuts.Where(c => c.Reason is CutReason.Caption or CutReason.Embed or CutReason.Byline))
            past.AddRange(DatesIn(cut));
        PastDates = [.. past.OrderBy(p => p.Day).ThenBy(p => p.Words, StringComparer.Ordinal)];
        NotAfter = future.Count > 0 ? future.Min() : null;
    }

    /// <summary>Days that the report knows as past or present, ascending: it was not published before the last of them.</summary>
    public IReadOnlyList<OwnDate> PastDates { get; }

    /// <summary>The last day on which it can have been published, where it names a day to come.</summary>
    public LocalDate? NotAfter { get; }

    /// <summary>Whether the report can have been published on <paramref name="day"/>.</summary>
    public bool Allows(LocalDate day) => (PastDates.Count == 0 || PastDates[^1].Day <= day) && (NotAfter is not LocalDate last || day <= last);

    /// <summary>
    /// How odd the report's words would be on <paramref name="day"/>; zero is usual. News names the weekday of the same day or of the days just
    /// before, and its own dates and embedded posts are mostly fresh.
    /// </summary>
    public double Oddity(LocalDate day)
    {
        EdtfDate?[] resolved = TimeResolver.ResolveOn(_report, day);
        SortedDictionary<int, int> ages = [];
        for (int i = 0; i < resolved.Length; i++)
        {
            TimeMention time = _report.Times[i];
            if (!time.Expression.NeedsPublication || resolved[i] is not { Precision: DatePrecision.Day } date)
                continue;
            int age = Period.DaysBetween(date.Start, day);
            ages[age] = ages.GetValueOrDefault(age) + 1;
        }
        double cost = 0;
        bool freshest = true;
        foreach ((int age, int count) in ages)
        {
            cost += AgeOf(age, freshest) * (1 + (0.3 * Math.Log(count)));
            freshest &= age < 0;
        }
        // Only the freshest mention tells how near publication is: a report may recall any number of older days.
        if (PastDates.Count > 0)
        {
            OwnDate last = PastDates[^1];
            cost += LagCost(Period.DaysBetween(last.Day, day)) * (last.Reason == CutReason.Embed ? 1.5 : 1);
            // A picture of May 26, a story of "Friday", and May 26 a Friday: one chance in seven that they meet by accident.
            if (ages.ContainsKey(Period.DaysBetween(last.Day, day)))
                cost -= MeetingDates;
        }
        return cost;
    }

    /// <summary>The mention of a weekday or the like that lies nearest to <paramref name="day"/> if the report was published then; null without one.</summary>
    public TimeMention? Freshest(LocalDate day)
    {
        EdtfDate?[] resolved = TimeResolver.ResolveOn(_report, day);
        return Enumerable.Range(0, resolved.Length)
            .Where(i => _report.Times[i].Expression.NeedsPublication && resolved[i] is { Precision: DatePrecision.Day } date && date.Start <= day
                && _report.Times[i].Direction != TimeDirection.Future)
            .OrderByDescending(i => resolved[i]!.Value.Start)
            .ThenBy(i => i)
            .Select(i => _report.Times[i])
            .FirstOrDefault();
    }

    private static double AgeOf(int age, bool freshest) => age switch
    {
        >= 0 and <= 6 => freshest ? FreshCost[age] : AgeCost[age],
        > 6 => Math.Min(6, AgeCost[6] + (0.05 * (age - 6))),
        >= -7 => AheadCost[-age - 1],
        _ => Math.Min(6, AheadCost[6] + (0.05 * (-age - 7))),
    };

    private static double LagCost(int lag) => lag switch
    {
        0 => 0,
        1 => 0.3,
        2 => 0.8,
        3 => 1.2,
        _ => Math.Min(4, 1.4 + (0.12 * (lag - 4))),
    };

    private static IEnumerable<OwnDate> DatesIn(Cut cut)
    {
        if (cut.Text.Length > MaxCutLength)
            yield break;
        foreach (Match match in WrittenDate().Matches(cut.Text))
        {
            int month = 1 + Array.FindIndex(Months, m => match.Groups["month"].Value.StartsWith(m, StringComparison.OrdinalIgnoreCase));
            int day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
            int year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            if (month >= 1 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
                yield return new OwnDate(new LocalDate(year, month, day), match.Value, null, cut.Reason);
        }
    }

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    [GeneratedRegex(
        @"\b(?:(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? |(?<day>[0-9]{1,2})(?:st|nd|rd|th)? (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,? )(?<year>(?:19|20)[0-9]{2})\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenDate();
}
