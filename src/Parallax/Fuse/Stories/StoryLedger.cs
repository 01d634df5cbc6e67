using NodaTime;
using Parallax.Extract;

namespace Parallax.Fuse;

/// <summary>What one report of a story adds up to, and when it was published.</summary>
/// <param name="Published">The day; null where unknown, which comes first.</param>
/// <param name="Tolls">Its tolls; see <see cref="TollReader"/>.</param>
internal sealed record DatedTolls(LocalDate? Published, IReadOnlyList<ReportToll> Tolls);

/// <summary>
/// What the reports of one occurrence come to in the end: each report has a voice, later ones and those that state the number outright a louder one
/// (rule Q6: later numbers supersede), and who was counted hurt before may be among the dead of a later report.
/// </summary>
internal static class StoryLedger
{
    // A voice is one; being the last report, or saying the number instead of leaving it to be added up, is worth a third of another.
    private const double Louder = 0.3;

    /// <summary>How many were killed and injured; null where no report adds up to a number. The order of <paramref name="reports"/> does not matter.</summary>
    public static (decimal? Killed, decimal? Injured) Of(IEnumerable<DatedTolls> reports)
    {
        DatedTolls[] all = [.. reports];
        decimal? killed = Choose(all, Measure.Killed), injured = Choose(all, Measure.Injured);
        if (killed is not > 0 || injured is null)
            return (killed, injured);
        DatedTolls[] both = [.. all.Where(r => Toll(r, Measure.Killed)?.Count == killed && Toll(r, Measure.Injured) is { IsSettled: true })];
        if (both.Length > 0)
            return (killed, Choose(both, Measure.Injured));
        bool deadAlone = all.Any(r => Toll(r, Measure.Killed) is not null && Toll(r, Measure.Injured) is null);
        return (killed, deadAlone ? Math.Max(0, injured.Value - killed.Value) : injured);
    }

    private static decimal? Choose(DatedTolls[] reports, Measure measure)
    {
        (LocalDate? Published, ReportToll Toll)[] stated = [.. reports.Select(r => (r.Published, Toll: Toll(r, measure))).Where(r => r.Toll is not null).Select(r => (r.Published, r.Toll!))];
        if (stated.Any(s => s.Toll.IsSettled))
            stated = [.. stated.Where(s => s.Toll.IsSettled)];
        if (stated.Length == 0)
            return null;
        Array.Sort(stated, (a, b) => Compare(a.Published, b.Published) is not 0 and var days ? days : a.Toll.Count.CompareTo(b.Toll.Count));
        SortedDictionary<decimal, (double Voices, int Last)> heard = [];
        for (int i = 0; i < stated.Length; i++)
        {
            double voice = 1 + (Louder * i / stated.Length) + (stated[i].Toll.IsDerived ? 0 : Louder);
            heard[stated[i].Toll.Count] = (heard.GetValueOrDefault(stated[i].Toll.Count).Voices + voice, i);
        }
        return heard.OrderByDescending(h => h.Value.Voices).ThenByDescending(h => h.Value.Last).First().Key;
    }

    private static ReportToll? Toll(DatedTolls report, Measure measure) => report.Tolls.FirstOrDefault(t => t.Measure == measure);

    private static int Compare(LocalDate? a, LocalDate? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        ({ } x, { } y) => x.CompareTo(y),
    };
}
