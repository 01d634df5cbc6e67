using System.Diagnostics;
using System.Globalization;
using Parallax.Data;
using Parallax.Read;

namespace Parallax.Bench;

/// <summary>Times the reading of web pages on one thread, once all code is compiled.</summary>
internal static class PageSpeed
{
    // The first rounds bear the compiling of code; the best round counts.
    private const int Rounds = 4;

    /// <summary>A line with pages per second of processor time, over every page of the archive of article pages.</summary>
    public static string Measure(string data)
    {
        string file = Path.Combine(data, "web", "trafilatura.tar.xz");
        if (!File.Exists(file) || !PageArchive.CanOpen)
            return "pages: skipped, the archive or the program xz is not there";
        PageArchive archive = PageArchive.Open(file);
        InputItem[] pages = [.. archive.Paths.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).Select(path => new InputItem(path, archive.Bytes(path)!))];
        ReportReader reader = new(LanguageData.English, ReadOptions.Default);
        double best = double.MaxValue;
        int reports = 0;
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
            reports = pages.Sum(page => reader.Read(page).Reports.Count);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"pages: {pages.Length / best:0} a second of processor time, collecting garbage included; {pages.Length} pages of {pages.Average(page => page.Bytes.Length) / 1024:0} KB on average, {reports} reports, best of {Rounds} rounds");
    }
}
