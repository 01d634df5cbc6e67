using System.Diagnostics;
using System.Globalization;
using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;

namespace Parallax.Bench;

/// <summary>Times whole reports of one length from the bytes of their files to their claims: read, annotate and extract, on two threads.</summary>
internal static class ReportSpeed
{
    private const int WordsOfReport = 500;
    private const int Threads = 2;
    private const int Rounds = 5;

    /// <summary>Lines with reports per second, and what a report costs in processor time, which other work on the machine disturbs less.</summary>
    public static IEnumerable<string> Measure(IReadOnlyList<string> texts)
    {
        InputItem[] files = [.. Cut(texts).Select((text, i) => new InputItem(string.Create(CultureInfo.InvariantCulture, $"{i:0000}.txt"), Encoding.UTF8.GetBytes(text)))];
        if (files.Length == 0)
            yield break;
        ReportReader reader = new(LanguageData.English, ReadOptions.Default);
        Annotator annotator = new(LanguageData.English);
        Extractor extractor = new(LanguageData.English);
        int Claims(InputItem file) => reader.Read(file).Reports.Sum(report => extractor.Extract(annotator.Annotate(report)).Claims.Count);

        // The first two rounds compile the code.
        (double wall, double alone, double both) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (int round = -2; round < Rounds; round++)
        {
            (double _, double used) = Clock(() => Array.ForEach(files, file => Claims(file)));
            (double seconds, double usedByBoth) = Clock(() => Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Threads }, file => Claims(file)));
            if (round >= 0)
                (wall, alone, both) = (Math.Min(wall, seconds), Math.Min(alone, used), Math.Min(both, usedByBoth));
        }
        yield return Invariant($"reports of {WordsOfReport} words, read, annotate and extract: {files.Length / wall:0.0} reports/s on {Threads} threads, collecting garbage included; {files.Length} text files in memory, best of {Rounds} rounds");
        yield return Invariant($"    processor time of a report: {1000 * alone / files.Length:0.0} ms on one thread, {1000 * both / files.Length:0.0} ms on {Threads}: {Threads * files.Length / both:0} reports/s where {Threads} cores have nothing else to do");
    }

    /// <summary>Texts of exactly so many words: those of <paramref name="texts"/> in a row, cut and joined, what is left over at the end dropped.</summary>
    internal static IEnumerable<string> Cut(IEnumerable<string> texts)
    {
        StringBuilder report = new();
        int words = 0;
        foreach (string text in texts)
        {
            if (report.Length > 0)
                report.Append("\n\n");
            for (int at = 0; at < text.Length; at++)
            {
                bool opens = !char.IsWhiteSpace(text[at]) && (at == 0 || char.IsWhiteSpace(text[at - 1]));
                if (opens && words == WordsOfReport)
                {
                    yield return report.ToString().TrimEnd();
                    report.Clear();
                    words = 0;
                }
                words += opens ? 1 : 0;
                report.Append(text[at]);
            }
        }
        if (words == WordsOfReport)
            yield return report.ToString().TrimEnd();
    }

    private static (double Seconds, double Processor) Clock(Action work)
    {
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
