using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Two sentences of two reports, of which one says again what the other says.</summary>
/// <param name="First">Where it stands in the first report.</param>
/// <param name="Second">Where it stands in the second.</param>
/// <param name="Share">How much of the sentence of the shorter report the other has.</param>
internal readonly record struct RetoldSentence(TextSpan First, TextSpan Second, double Share);

/// <summary>Two reports with text in common, and how much.</summary>
/// <param name="First">Index of the first report.</param>
/// <param name="Second">Index of the second report.</param>
/// <param name="SharedWords">Words of the shorter report that stand in shared stretches outside quotation marks.</param>
/// <param name="Share">Their share of the shorter report's words outside quotation marks.</param>
/// <param name="TopShare">The same share, of the first half of whichever report has less of its first half shared.</param>
/// <param name="Passages">The longest shared stretches, longest first.</param>
internal sealed record SharedText(int First, int Second, int SharedWords, double Share, double TopShare, IReadOnlyList<(TextSpan First, TextSpan Second)> Passages)
{
    /// <summary>What of the first report the second has in the same words: spans in text order that do not overlap.</summary>
    public IReadOnlyList<TextSpan> OfFirst { get; init; } = [];

    /// <summary>What of the second report the first has in the same words.</summary>
    public IReadOnlyList<TextSpan> OfSecond { get; init; } = [];

    /// <summary>How the sentences of the shorter report are retold by the other.</summary>
    public Retelling Retold { get; init; } = Retelling.None;

    /// <summary>Quotes that both cut the same way.</summary>
    public IReadOnlyList<(QuotePrint First, QuotePrint Second)> Quotes { get; init; } = [];

    /// <summary>Share of the quotes of whichever report has fewer.</summary>
    public double QuoteShare { get; init; }

    /// <summary>How many quotes the first report has more than the second.</summary>
    public int MoreQuotes { get; init; }

    /// <summary>Whether the report has no more quotes than the other.</summary>
    public bool IsFewerQuotes(int report) => report == First ? MoreQuotes <= 0 : MoreQuotes >= 0;
}

/// <summary>Compares reports that may share text. What it finds depends on the two reports alone.</summary>
internal static class CopyFinder
{
    private const int MinRun = 7;
    private const int ShortText = 25;

    /// <summary>All pairs with a noticeable amount of text in common, ordered by their indexes.</summary>
    public static IReadOnlyList<SharedText> Find(IReadOnlyList<ReportPrint> prints)
    {
        // Exact copies have one outcome with everybody else, so one of them stands for all.
        Dictionary<ulong, int> firstOf = [];
        int[] twin = new int[prints.Count];
        CopyIndex index = new();
        List<int> number = [];
        List<SharedText> found = [];
        List<(int First, int Second)> pairs = [];
        for (int report = 0; report < prints.Count; report++)
        {
            ulong whole = prints[report].Runs.WholeHash();
            twin[report] = prints[report].Runs.Words > 0 && firstOf.TryGetValue(whole, out int first) && prints[first].Runs.SameWords(prints[report].Runs) ? first : report;
            if (twin[report] != report)
            {
                pairs.Add((twin[report], report));
                continue;
            }
            firstOf.TryAdd(whole, report);
            foreach (int other in index.Add(prints[report]))
                pairs.Add((number[other], report));
            number.Add(report);
        }
        foreach ((int first, int second) in pairs)
        {
            if (Compare(first, second, prints[first], prints[second]) is SharedText shared)
                found.Add(shared);
        }
        return [.. found.OrderBy(s => s.First).ThenBy(s => s.Second)];
    }

    /// <summary>What two reports have in common; null where that is nothing of note.</summary>
    public static SharedText? Compare(int first, int second, ReportPrint one, ReportPrint other)
    {
        ReportShingles a = one.Runs;
        ReportShingles b = other.Runs;
        SharedRun[] runs = [.. a.RunsSharedWith(b).Where(r => r.Words >= MinRun)];
        bool brief = Math.Min(a.OwnWords, b.OwnWords) < ShortText;
        bool[] inFirst = new bool[a.Words];
        bool[] inSecond = new bool[b.Words];
        foreach (SharedRun run in runs)
        {
            for (int k = 0; k < run.Words; k++)
            {
                inFirst[run.First + k] = brief || !a.IsQuoted(run.First + k);
                inSecond[run.Second + k] = brief || !b.IsQuoted(run.Second + k);
            }
        }
        int lengthFirst = brief ? a.Words : a.OwnWords;
        int lengthSecond = brief ? b.Words : b.OwnWords;
        bool firstIsShorter = lengthFirst <= lengthSecond;
        int shared = (firstIsShorter ? inFirst : inSecond).Count(s => s);
        double share = (double)shared / Math.Max(1, Math.Min(lengthFirst, lengthSecond));
        if (brief && share < 0.8)
            return null;
        Retelling retold = brief ? Retelling.None : Retelling.Of(one, other);
        (QuotePrint, QuotePrint)[] quotes = [.. SameQuotes(one, other)];
        if (shared == 0 && retold.Share == 0 && quotes.Length == 0)
            return null;
        IReadOnlyList<(TextSpan, TextSpan)> passages =
        [
            .. runs.OrderByDescending(r => OwnWords(r, a, brief)).ThenBy(r => r.First).Take(2)
                .Select(r => (a.Range(r.First, r.Words), b.Range(r.Second, r.Words))),
        ];
        return new SharedText(first, second, shared, share, Math.Min(TopShare(inFirst), TopShare(inSecond)), passages)
        {
            OfFirst = Spans.Union(runs.Select(r => a.Range(r.First, r.Words))),
            OfSecond = Spans.Union(runs.Select(r => b.Range(r.Second, r.Words))),
            Retold = retold,
            Quotes = quotes,
            MoreQuotes = one.Quotes.Count - other.Quotes.Count,
            QuoteShare = (double)quotes.Length / Math.Max(1, Math.Min(one.Quotes.Count, other.Quotes.Count)),
        };
    }

    private static IEnumerable<(QuotePrint, QuotePrint)> SameQuotes(ReportPrint one, ReportPrint other)
    {
        Dictionary<ulong, QuotePrint> known = other.Quotes.ToDictionary(q => q.Hash);
        foreach (QuotePrint quote in one.Quotes)
        {
            if (known.TryGetValue(quote.Hash, out QuotePrint? same))
                yield return (quote, same);
        }
    }

    private static int OwnWords(SharedRun run, ReportShingles shingles, bool brief)
    {
        int count = 0;
        for (int k = 0; k < run.Words; k++)
            count += brief || !shingles.IsQuoted(run.First + k) ? 1 : 0;
        return count;
    }

    private static double TopShare(bool[] shared)
    {
        int half = Math.Max(1, shared.Length / 2);
        return (double)shared.Take(half).Count(s => s) / half;
    }
}
