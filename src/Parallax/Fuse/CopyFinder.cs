using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Two reports with text in common, and how much.</summary>
/// <param name="First">Index of the first report.</param>
/// <param name="Second">Index of the second report.</param>
/// <param name="SharedWords">Words of the shorter report that stand in shared stretches outside quotation marks.</param>
/// <param name="Share">Their share of the shorter report's words outside quotation marks.</param>
/// <param name="TopShare">The same share, of the first half of whichever report has less of its first half shared.</param>
/// <param name="Passages">The longest shared stretches, longest first.</param>
internal sealed record SharedText(int First, int Second, int SharedWords, double Share, double TopShare, IReadOnlyList<(TextSpan First, TextSpan Second)> Passages);

/// <summary>
/// Finds the pairs of reports that share text, by hashed runs of five words in a sorted table: work grows with the number of words and of
/// true pairs, not with the square of the reports.
/// </summary>
internal static class CopyFinder
{
    private const int MinSampled = 3;
    private const int MaxPairedReports = 48;
    private const int MinRun = 7;
    private const int ShortText = 25;

    /// <summary>All pairs with a noticeable amount of text in common, ordered by their indexes.</summary>
    public static IReadOnlyList<SharedText> Find(IReadOnlyList<ReportClaims> reports)
    {
        ReportShingles[] shingles = [.. reports.Select(r => new ReportShingles(r.Source))];
        List<SharedText> found = [];
        foreach ((int first, int second) in Candidates(shingles))
        {
            if (Compare(first, second, shingles) is SharedText shared)
                found.Add(shared);
        }
        return found;
    }

    private static IEnumerable<(int First, int Second)> Candidates(ReportShingles[] shingles)
    {
        List<(ulong Hash, int Report)> table = [];
        for (int report = 0; report < shingles.Length; report++)
            table.AddRange(shingles[report].Sample().Select(hash => (hash, report)));
        table.Sort();
        Dictionary<(int, int), int> counts = [];
        for (int start = 0; start < table.Count;)
        {
            int end = start + 1;
            while (end < table.Count && table[end].Hash == table[start].Hash)
                end++;
            // A stretch in very many reports pairs each only with its neighbours: enough to join one story's copies, without a square of pairs.
            int reach = end - start <= MaxPairedReports ? end - start : 2;
            for (int i = start; i < end; i++)
            {
                for (int j = i + 1; j < end && j - i < reach; j++)
                {
                    (int, int) pair = (table[i].Report, table[j].Report);
                    counts[pair] = counts.GetValueOrDefault(pair) + 1;
                }
            }
            start = end;
        }
        return counts.Where(c => c.Value >= MinSampled).Select(c => c.Key).Order();
    }

    private static SharedText? Compare(int first, int second, ReportShingles[] shingles)
    {
        ReportShingles a = shingles[first];
        ReportShingles b = shingles[second];
        SharedRun[] runs = [.. a.RunsSharedWith(b).Where(r => r.Words >= MinRun)];
        bool brief = Math.Min(a.OwnWords, b.OwnWords) < ShortText;
        bool[] inFirst = new bool[a.Words];
        bool[] inSecond = new bool[b.Words];
        foreach (SharedRun run in runs)
        {
            for (int k = 0; k < run.Words; k++)
                inFirst[run.First + k] = inSecond[run.Second + k] = brief || !a.IsQuoted(run.First + k);
        }
        int lengthFirst = brief ? a.Words : a.OwnWords;
        int lengthSecond = brief ? b.Words : b.OwnWords;
        bool firstIsShorter = lengthFirst <= lengthSecond;
        int shared = (firstIsShorter ? inFirst : inSecond).Count(s => s);
        double share = (double)shared / Math.Max(1, Math.Min(lengthFirst, lengthSecond));
        if (shared == 0 || (brief && share < 0.8))
            return null;
        IReadOnlyList<(TextSpan, TextSpan)> passages =
        [
            .. runs.OrderByDescending(r => OwnWords(r, a, brief)).ThenBy(r => r.First).Take(2)
                .Select(r => (a.Range(r.First, r.Words), b.Range(r.Second, r.Words))),
        ];
        return new SharedText(first, second, shared, share, Math.Min(TopShare(inFirst), TopShare(inSecond)), passages);
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
