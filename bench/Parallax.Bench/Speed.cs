using System.Diagnostics;
using System.Globalization;
using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;

namespace Parallax.Bench;

/// <summary>Times the reading of pages, each step of annotating, and extracting, on one thread; memory above the loaded data; the start of the program. For information: no floor, as machines differ.</summary>
internal static class Speed
{
    // Each step counts with its best round; the first rounds bear the compiling of code.
    private const int Rounds = 5;

    public static int Run(string data, int count)
    {
        Console.WriteLine(PageSpeed.Measure(data));
        string file = Path.Combine(data, "corpora", "conflict-topics.jsonl");
        if (!File.Exists(file))
        {
            Console.WriteLine($"speed skipped: {file} is not there");
            return 0;
        }
        ReportReader reader = new(LanguageData.English, ReadOptions.Default);
        Stopwatch reading = Stopwatch.StartNew();
        Report[] reports =
        [
            .. GoldFolder.Sample(File.ReadLines(file), line => line, count)
                .SelectMany(line => reader.Read(new InputItem("speed.jsonl", Encoding.UTF8.GetBytes(line), Format: InputFormat.JsonLines)).Reports),
        ];
        Console.WriteLine(Invariant($"{reports.Length} reports read in {reading.Elapsed.TotalSeconds:0.0} s, code compiled as it went; one thread from here on, best of {Rounds} rounds"));
        Steps steps = new();
        // Whatever is loaded on first use is loaded now, so that it does not count as memory of the work.
        steps.Run(reports.AsSpan(0, Math.Min(5, reports.Length)), []);
        Memory memory = new();
        SortedDictionary<int, double> best = [];
        long words = 0, claims = 0;
        for (int round = 0; round < Rounds; round++)
        {
            double[] seconds = new double[Steps.Names.Length];
            (words, claims) = steps.Run(reports, seconds, memory);
            for (int i = 0; i < seconds.Length; i++)
                best[i] = Math.Min(best.GetValueOrDefault(i, double.MaxValue), seconds[i]);
        }
        double annotate = 0;
        for (int i = 0; i < Steps.Names.Length; i++)
        {
            annotate += i < Steps.Names.Length - 1 ? best[i] : 0;
            Row(Steps.Names[i], best[i], words, reports.Length);
        }
        Row("annotate, all of it", annotate, words, reports.Length);
        Row("annotate and extract", annotate + best[Steps.Names.Length - 1], words, reports.Length);
        Console.WriteLine(Invariant($"{words} words as treebanks cut them, {claims} claims"));
        Console.WriteLine(memory.ToString());
        foreach (string line in ReportSpeed.Measure([.. reports.Select(report => report.Title + "\n\n" + report.Text)]))
            Console.WriteLine(line);
        Console.WriteLine(Start());
        return 0;
    }

    private static void Row(string name, double seconds, long words, int reports) =>
        Console.WriteLine(Invariant($"{name,-32} {words / seconds,12:0} words/s {seconds * 1e6 / words,8:0.00} µs/word {reports / seconds,10:0.0} reports/s"));

    /// <summary>How long the program takes from its start to its end on a file of one line, run as a process of its own.</summary>
    private static string Start()
    {
        DirectoryInfo checkout = new DirectoryInfo(Floors.Folder).Parent!.Parent!;
        string? program = new[] { "Release", "Debug" }
            .Select(configuration => Path.Combine(checkout.FullName, "src", "Parallax.Cli", "bin", configuration, "net10.0", "Parallax.Cli.dll")).FirstOrDefault(File.Exists);
        if (program is null)
            return "start: the program is not built; run dotnet build src/Parallax.Cli -c Release";
        DirectoryInfo folder = Directory.CreateTempSubdirectory("parallax-start-");
        string line = Path.Combine(folder.FullName, "line.txt");
        File.WriteAllText(line, "Two officers were injured in Hamburg on Monday, police said.\n");
        double best = double.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            ProcessStartInfo start = new("dotnet", [program, "annotate", "--quiet", line]) { RedirectStandardOutput = true, RedirectStandardError = true };
            Stopwatch clock = Stopwatch.StartNew();
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            best = process.ExitCode == 0 ? Math.Min(best, clock.Elapsed.TotalSeconds) : best;
        }
        folder.Delete(recursive: true);
        return best == double.MaxValue ? "start: the program failed" : Invariant($"start: {best:0.00} s for 'parallax annotate' on a file of one line, best of 5, from {Path.GetRelativePath(checkout.FullName, program)}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The most memory in use while working, above what was in use before.</summary>
    private sealed class Memory
    {
        private readonly long _heapBefore = GC.GetTotalMemory(forceFullCollection: true);
        private readonly long _setBefore = Environment.WorkingSet;
        private long _heap;
        private long _set;

        public void Note()
        {
            _heap = Math.Max(_heap, GC.GetTotalMemory(forceFullCollection: false));
            _set = Math.Max(_set, Environment.WorkingSet);
        }

        public override string ToString() => Invariant(
            $"memory: {_heapBefore >> 20} MB of heap with data and sample loaded, at most {(_heap - _heapBefore) >> 20} MB more while working; working set {_setBefore >> 20} MB, at most {Math.Max(0, _set - _setBefore) >> 20} MB more");
    }

    /// <summary>The steps of annotating as <see cref="Annotator"/> takes them, and extracting.</summary>
    private sealed class Steps
    {
        public static readonly string[] Names =
            ["  words and sentence ends", "  tags, trees, names, lemmas", "  times", "  quantities", "  places", "  actors", "  names joined", "  speech", "extract"];

        private static readonly LanguageData s_data = LanguageData.English;

        private readonly TextScanner _scanner = new(s_data);
        private readonly TimeFinder _times = new(s_data);
        private readonly QuantityFinder _quantities = new(s_data);
        private readonly PlaceFinder _places = new(s_data);
        private readonly ActorFinder _actors = new(s_data);
        private readonly NameJoiner _names;
        private readonly SpeechFinder _speech = new(s_data);
        private readonly Extractor _extractor = new(s_data);

        public Steps() => _names = new NameJoiner(s_data, _actors.Lexicon);

        /// <summary>Adds the seconds of each step to <paramref name="seconds"/>; gives the words and the claims.</summary>
        public (long Words, long Claims) Run(ReadOnlySpan<Report> reports, Span<double> seconds, Memory? memory = null)
        {
            long words = 0, claims = 0;
            foreach (Report report in reports)
            {
                long at = Stopwatch.GetTimestamp();
                int step = 0;
                CutText cut = _scanner.Cut(report);
                Lap(ref at, ref step, seconds);
                ScannedText scanned = _scanner.Read(report, cut);
                AnnotatedReport annotated = new(report, scanned.Tokens, scanned.Sentences, [], [], [], [], [], []) { Words = scanned.Words, Names = scanned.Names };
                Lap(ref at, ref step, seconds);
                annotated = annotated with { Times = _times.Find(annotated) };
                Lap(ref at, ref step, seconds);
                annotated = annotated with { Quantities = _quantities.Find(annotated) };
                Lap(ref at, ref step, seconds);
                annotated = annotated with { Places = _places.Find(annotated) };
                Lap(ref at, ref step, seconds);
                (IReadOnlyList<ReportActor> actors, IReadOnlyList<ActorMention> mentions) = _actors.Find(annotated);
                annotated = annotated with { Actors = actors, Mentions = mentions };
                Lap(ref at, ref step, seconds);
                annotated = annotated with { Names = _names.Join(annotated) };
                Lap(ref at, ref step, seconds);
                annotated = annotated with { Speeches = _speech.Find(annotated).Speeches };
                Lap(ref at, ref step, seconds);
                claims += _extractor.Extract(annotated).Claims.Count;
                Lap(ref at, ref step, seconds);
                words += scanned.Words.Count;
                memory?.Note();
            }
            return (words, claims);
        }

        private static void Lap(ref long at, ref int step, Span<double> seconds)
        {
            long now = Stopwatch.GetTimestamp();
            if (step < seconds.Length)
                seconds[step++] += Stopwatch.GetElapsedTime(at, now).TotalSeconds;
            at = now;
        }
    }
}
