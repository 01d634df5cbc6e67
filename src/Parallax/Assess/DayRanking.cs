using NodaTime;
using Parallax.Annotate;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>A day that reports speak of.</summary>
/// <param name="Date">The day.</param>
/// <param name="Origins">How many independent origins name it.</param>
public sealed record DayEntry(string Date, int Origins);

/// <summary>The days that one report names.</summary>
/// <param name="Origin">Where the report comes from; copies are no further voice.</param>
/// <param name="Days">The days, each once.</param>
internal sealed record NamedDays(string Origin, IReadOnlyCollection<LocalDate> Days);

/// <summary>
/// Ranks the days that reports speak of: a day matters as much as there are independent origins that name it, on the day itself or in looking back and ahead.
/// How much was printed on a day says less, and how often one report names it says nothing more.
/// </summary>
internal static class DayRanking
{
    // What a long text names after its first thirty sentences is its author's memory, not the news.
    private const int Sentences = 30;
    private const int Most = 200;

    /// <summary>The days that <paramref name="report"/> names when it was published on <paramref name="published"/>.</summary>
    public static IReadOnlyCollection<LocalDate> DaysOf(AnnotatedReport report, EdtfDate? published)
    {
        SortedSet<LocalDate> days = [];
        IReadOnlyList<EdtfDate?> times = TimeResolver.Resolve(report, published);
        for (int i = 0; i < times.Count; i++)
        {
            if (report.Times[i].Sentence < Sentences && report.Times[i].PlacesEvents && times[i] is { Precision: DatePrecision.Day } day)
                days.Add(day.Start);
        }
        return days;
    }

    /// <summary>The days that <paramref name="reports"/> name, the weightiest first, equal ones in order of time.</summary>
    public static IReadOnlyList<(LocalDate Day, int Origins)> Rank(IEnumerable<NamedDays> reports)
    {
        SortedDictionary<LocalDate, HashSet<string>> origins = [];
        foreach (NamedDays report in reports)
        {
            foreach (LocalDate day in report.Days)
            {
                if (!origins.TryGetValue(day, out HashSet<string>? naming))
                    origins.Add(day, naming = new HashSet<string>(StringComparer.Ordinal));
                naming.Add(report.Origin);
            }
        }
        return [.. origins.Select(o => (Day: o.Key, Origins: o.Value.Count)).OrderByDescending(o => o.Origins).ThenBy(o => o.Day)];
    }

    /// <summary>The days of all <paramref name="parts"/>, which have no origin in common.</summary>
    public static IReadOnlyList<DayEntry> Of(IEnumerable<Situation> parts) =>
        [.. parts.SelectMany(p => p.Days).GroupBy(d => d.Date, StringComparer.Ordinal).Select(g => new DayEntry(g.Key, g.Sum(d => d.Origins)))
            .OrderByDescending(d => d.Origins).ThenBy(d => d.Date, StringComparer.Ordinal).Take(Most)];

    /// <summary>The days that the reports of a situation name.</summary>
    public static IReadOnlyList<DayEntry> Of(FusedReports fused) =>
        [.. Rank(fused.Reports.Select(r => new NamedDays(r.Origin, DaysOf(r.Claims.Source, r.Published.Date)))).Take(Most)
            .Select(d => new DayEntry(EdtfDate.Day(d.Day).ToString(), d.Origins))];
}
