using System.Diagnostics;
using System.Globalization;
using System.Text;
using Parallax.Data;
using Parallax.Read;

namespace Parallax.Bench;

/// <summary>Times reading, annotating and extracting on one thread. For information: no floor, as machines differ.</summary>
internal static class Speed
{
    private const int WarmUp = 20;

    public static int Run(string data, int count)
    {
        string file = Path.Combine(data, "corpora", "conflict-topics.jsonl");
        if (!File.Exists(file))
        {
            Console.WriteLine($"speed skipped: {file} is not there");
            return 0;
        }
        IReadOnlyList<string> lines = GoldFolder.Sample(File.ReadLines(file), line => line, count + WarmUp);
        ReportReader reader = new(LanguageData.English, ReadOptions.Default);
        Stages stages = new();
        int reports = 0;
        long words = 0;
        long claims = 0;
        Stopwatch clock = new();
        for (int i = 0; i < lines.Count; i++)
        {
            // The first few bear the loading of data and the compiling of code.
            if (i == WarmUp)
            {
                (reports, words, claims) = (0, 0, 0);
                clock.Restart();
            }
            foreach (Report report in reader.Read(new InputItem("speed.jsonl", Encoding.UTF8.GetBytes(lines[i]), Format: InputFormat.JsonLines)).Reports)
            {
                claims += stages.Extract(report).Claims.Count;
                words += report.Words;
                reports++;
            }
        }
        double seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reports} reports, {words} words, {claims} claims in {seconds:0.00} s on one thread: {reports / seconds:0.0} reports/s, {words / seconds:0} words/s"));
        return 0;
    }
}
