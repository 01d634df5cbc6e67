using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Present;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>What one mutated input cost, and what went wrong with it.</summary>
/// <param name="Number">Its number: with the run's seed it makes the same input again.</param>
/// <param name="Path">The path it was read under.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Milliseconds">Wall time of one reading; where the first was slow, the better of three, as machines are busy with other things.</param>
/// <param name="Allocated">All bytes that the reading asked for, freed or not: never less than the memory it had at any one time.</param>
/// <param name="Reports">How many reports it gave.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
internal sealed record FuzzOutcome(int Number, string Path, int Size, double Milliseconds, long Allocated, int Reports, string? Failure)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Number} {Path} {Size} bytes, {Milliseconds:0} ms, {Allocated >> 20} MB{(Failure is null ? "" : ": " + Failure)}");
}

/// <summary>Reads mutated inputs and holds each to the bars: no exception, one second, 200 MB, the same answer twice.</summary>
internal sealed class FuzzRun(int seed, IReadOnlyList<FuzzSeed> pages)
{
    private const long MostAllocated = 200L << 20;

    /// <summary>The longest that one reading may take; a test on a busy machine allows more than the bar.</summary>
    public double LongestMilliseconds { get; init; } = 1000;

    /// <summary>Larger inputs are cut to this: mutants grow by repeating, and size itself is not what is tried.</summary>
    public int LargestInput { get; init; } = 2_000_000;

    private readonly ReportReader _reader = new(LanguageData.English, ReadOptions.Default);

    /// <summary>Input <paramref name="number"/> of this run.</summary>
    public FuzzSeed Input(int number)
    {
        FuzzDice dice = FuzzDice.Of(seed, number);
        FuzzSeed from = pages.Count > 0 && dice.OneIn(2) ? pages[dice.Below(pages.Count)] : FuzzSeeds.Make(dice);
        return FuzzMutations.Mutate(from, dice, LargestInput);
    }

    /// <summary>Reads input <paramref name="number"/> twice.</summary>
    public FuzzOutcome Try(int number)
    {
        FuzzSeed input = Input(number);
        try
        {
            (double milliseconds, long allocated, string first, int reports) = Read(input);
            (double again, _, string second, _) = Read(input);
            milliseconds = Math.Min(milliseconds, again);
            if (milliseconds > LongestMilliseconds)
                milliseconds = Math.Min(milliseconds, Read(input).Milliseconds);
            string? failure = first != second ? "two readings differ"
                : milliseconds > LongestMilliseconds ? "too slow"
                : allocated > MostAllocated ? "too much memory" : null;
            return new FuzzOutcome(number, input.Path, input.Bytes.Length, milliseconds, allocated, reports, failure);
        }
        catch (Exception fault)
        {
            return new FuzzOutcome(number, input.Path, input.Bytes.Length, 0, 0, 0, $"{fault.GetType().Name}: {fault.Message} {fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Parallax", StringComparison.Ordinal))?.Trim()}");
        }
    }

    /// <summary>Runs <paramref name="count"/> inputs from number <paramref name="from"/> and prints what came of them.</summary>
    public static int Run(string? data, int count, int seed, int from, string? save)
    {
        FuzzRun run = new(seed, data is null ? [] : Pages(data));
        if (save is not null)
        {
            FuzzSeed one = run.Input(from);
            File.WriteAllBytes(save, one.Bytes);
            Console.WriteLine($"#{from} {one.Path} written to {save}");
            return 0;
        }
        Stopwatch clock = Stopwatch.StartNew(), shown = Stopwatch.StartNew();
        List<FuzzOutcome> outcomes = [];
        for (int number = from; number < from + count; number++)
        {
            FuzzOutcome outcome = run.Try(number);
            outcomes.Add(outcome);
            if (outcome.Failure is not null)
                Console.WriteLine("FAILED " + outcome);
            if (shown.Elapsed.TotalSeconds < 20)
                continue;
            shown.Restart();
            // A fault that ends the process leaves the last number printed: run again from there.
            Console.WriteLine(Invariant($"… {number} at {outcomes.Count / clock.Elapsed.TotalSeconds:0} a second"));
        }
        int failed = outcomes.Count(o => o.Failure is not null);
        Console.WriteLine(Invariant($"{outcomes.Count} inputs from seed {seed}, {outcomes.Sum(o => (long)o.Size) >> 20} MB, each read twice, in {clock.Elapsed.TotalSeconds:0} s: {outcomes.Count(o => o.Reports > 0)} gave reports, {failed} failed"));
        foreach (FuzzOutcome slow in outcomes.OrderByDescending(o => o.Milliseconds).Take(5))
            Console.WriteLine("slowest " + slow);
        foreach (FuzzOutcome large in outcomes.OrderByDescending(o => o.Allocated).Take(5))
            Console.WriteLine("largest " + large);
        return failed == 0 ? 0 : 1;
    }

    private (double Milliseconds, long Allocated, string Answer, int Reports) Read(FuzzSeed input)
    {
        InputItem item = new(input.Path, input.Bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = _reader.Read(item);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return (milliseconds, allocated, Answer(reports, problems), reports.Count);
    }

    /// <summary>Everything a reading says, hashed. It must also be writable: text that is no sound UTF-16 cannot be.</summary>
    private static string Answer(IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) =>
        StableHash.Sha256(string.Join('\n', reports.Select(report => SituationJson.Line(ReportEntries.Of(report))).Concat(problems.Select(problem => JsonSerializer.Serialize(problem.ToString())))));

    private static List<FuzzSeed> Pages(string data)
    {
        string file = Path.Combine(data, "web", "trafilatura.tar.xz");
        if (!File.Exists(file) || !PageArchive.CanOpen)
        {
            Console.WriteLine($"without pages of an archive: {file} or the xz program is not there");
            return [];
        }
        PageArchive archive = PageArchive.Open(file);
        return [.. archive.Paths.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).Select(path => new FuzzSeed("page.html", archive.Bytes(path)!))];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
