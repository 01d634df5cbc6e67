namespace Parallax.Fuse;

/// <summary>
/// Takes stories apart that only resemble each other: two games of one team, two crimes in one town. A group stays two where the reports of each half are much
/// more like each other than like those of the other half, however alike all of them are. Reports that tell of one thing differ by chance, and so evenly.
/// </summary>
internal static class StoryParts
{
    /// <summary>Across two halves of one story reports are at least so alike, as a share of the likeness inside the looser half.</summary>
    private const double EvenShare = 0.7;

    /// <summary>How alike reports must be on average to be put together at all.</summary>
    private const double LeastLikeness = 0.12;

    // The likeness inside a pair of reports says little about a story.
    private const int LeastHalf = 3;

    // The work grows with the cube; larger stories stay as they are.
    private const int MostReports = 300;

    /// <summary>The number of the part of each report, numbered by their first report.</summary>
    /// <param name="profiles">The reports.</param>
    /// <param name="stories">The number of the story of each.</param>
    public static int[] Of(IReadOnlyList<ReportProfile> profiles, IReadOnlyList<int> stories)
    {
        int[] part = new int[profiles.Count];
        int next = 0;
        foreach (IGrouping<int, int> story in Enumerable.Range(0, profiles.Count).GroupBy(i => stories[i]).OrderBy(g => g.Min()))
        {
            int[] reports = [.. story.OrderBy(i => profiles[i].Id, StringComparer.Ordinal).ThenBy(i => i)];
            foreach (List<int> own in reports.Length > MostReports ? [[.. Enumerable.Range(0, reports.Length)]] : Split([.. reports.Select(i => profiles[i])]))
            {
                foreach (int i in own)
                    part[reports[i]] = next;
                next++;
            }
        }
        return part;
    }

    /// <summary>How alike two reports are, from 0 to 1: in names, in what they open with, in rare words.</summary>
    private static double Likeness(ReportProfile a, ReportProfile b) => (a.Names.Cosine(b.Names) + a.Lead.Cosine(b.Lead) + a.Rare.Cosine(b.Rare)) / 3;

    private static IEnumerable<List<int>> Split(ReportProfile[] reports)
    {
        List<List<int>> groups = [.. Enumerable.Range(0, reports.Length).Select(i => new List<int> { i })];
        double[,] alike = new double[reports.Length, reports.Length];
        for (int i = 0; i < reports.Length; i++)
        {
            for (int j = 0; j < i; j++)
                alike[i, j] = alike[j, i] = Likeness(reports[i], reports[j]);
        }
        // Sums of likeness across two groups, and inside each.
        double[,] across = (double[,])alike.Clone();
        double[] inside = new double[reports.Length];
        List<int> slotOf = [.. Enumerable.Range(0, reports.Length)];
        while (Best(groups, slotOf, across, inside) is { } best)
        {
            (int a, int b) = (slotOf[best.A], slotOf[best.B]);
            inside[a] += inside[b] + across[a, b];
            foreach (int other in slotOf)
            {
                if (other != a && other != b)
                    across[a, other] = across[other, a] = across[a, other] + across[b, other];
            }
            groups[best.A].AddRange(groups[best.B]);
            groups.RemoveAt(best.B);
            slotOf.RemoveAt(best.B);
        }
        return groups.OrderBy(g => g.Min());
    }

    private static (int A, int B)? Best(List<List<int>> groups, List<int> slotOf, double[,] across, double[] inside)
    {
        (int A, int B)? best = null;
        double most = LeastLikeness;
        for (int a = 0; a < groups.Count; a++)
        {
            for (int b = a + 1; b < groups.Count; b++)
            {
                double average = across[slotOf[a], slotOf[b]] / ((double)groups[a].Count * groups[b].Count);
                bool even = groups[a].Count < LeastHalf || groups[b].Count < LeastHalf
                    || average >= EvenShare * Math.Min(Average(groups[a], inside[slotOf[a]]), Average(groups[b], inside[slotOf[b]]));
                if (average > most && even)
                    (best, most) = ((a, b), average);
            }
        }
        return best;
    }

    private static double Average(List<int> group, double inside) => inside / (group.Count * (group.Count - 1) / 2.0);
}
