using System.Diagnostics;
using System.Globalization;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;

namespace Parallax.Bench;

/// <summary>What it costs to add one report to a situation of many: it must not grow with their number.</summary>
internal static class GrowthRun
{
    private const int Timed = 400;
    private const double Allowed = 2;

    /// <summary>Adds generated reports one by one up to <paramref name="most"/>; 1 where the last cost more than twice what the first did.</summary>
    public static int Run(int most)
    {
        Stages stages = new();
        // The first hundreds compile the code.
        new GrowingSituation(LanguageData.English).Add([.. Claims(stages, 0, Timed)]);
        GrowingSituation growing = new(LanguageData.English);
        double first = 0, last = 0;
        int next = 0;
        foreach (int size in new[] { 100, 1_000, 10_000, 100_000 }.Where(s => s <= most))
        {
            while (next < size)
            {
                growing.Add([.. Claims(stages, next, Math.Min(size, next + 1_000))]);
                next = Math.Min(size, next + 1_000);
            }
            ReportClaims[] added = [.. Claims(stages, next, next + Timed)];
            // What the processor worked, not what the clock says: other programs may run.
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (ReportClaims report in added)
                growing.Add(report);
            next += Timed;
            last = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Timed;
            first = first == 0 ? last : first;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,7} reports: {last:0.00} ms to add one, {last / first:0.00} times the first; {GC.GetTotalMemory(false) / 1_000_000} MB"));
        }
        return last <= Allowed * first ? 0 : 1;
    }

    private static IEnumerable<ReportClaims> Claims(Stages stages, int from, int to) => Enumerable.Range(from, to - from).AsParallel().AsOrdered()
        .Select(number => stages.Extract(GeneratedCrises.Report(number)).WithoutWords(new(StringComparer.Ordinal)));
}
