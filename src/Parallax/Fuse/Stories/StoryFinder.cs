namespace Parallax.Fuse;

/// <summary>Two reports, by number, and how likely they tell of one thing.</summary>
internal readonly record struct StoryPair(int A, int B, double Score);

/// <summary>
/// Finds which reports tell of one thing. Pairs are scored one by one; a group grows by joining the two groups whose pairs score highest on
/// average, so that no chain of near matches swallows what does not belong together.
/// </summary>
internal static class StoryFinder
{
    /// <summary>The average score of reports that tell of one occurrence.</summary>
    public const double OneOccurrence = 0.3;

    /// <summary>The average score of reports that have anything to do with each other: of one crisis, with what led to it and what came of it.</summary>
    public const double OneNeighbourhood = 0.05;

    private const double LeastScore = 0.01;

    /// <summary>The number of the group of each report, groups numbered by their first report in the order of ids. Input order does not matter.</summary>
    /// <param name="profiles">The reports.</param>
    /// <param name="least">The least average score of a group; <see cref="OneOccurrence"/> or <see cref="OneNeighbourhood"/>.</param>
    /// <param name="threads">How many pairs to score at once.</param>
    public static int[] Find(IReadOnlyList<ReportProfile> profiles, double least = OneOccurrence, int threads = 1)
    {
        int[] order = [.. Enumerable.Range(0, profiles.Count).OrderBy(i => profiles[i].Id, StringComparer.Ordinal).ThenBy(i => i)];
        int[] group = AverageLink.Join(order.Length, Pairs([.. order.Select(i => profiles[i])], threads), least);
        int[] story = new int[profiles.Count];
        for (int i = 0; i < order.Length; i++)
            story[order[i]] = group[i];
        return story;
    }

    /// <summary>The pairs of <paramref name="report"/> with <paramref name="others"/> that are worth a score.</summary>
    public static IEnumerable<StoryPair> Pairs(int report, IReadOnlyList<int> others, IReadOnlyList<ReportProfile> profiles) =>
        others.Select(other => new StoryPair(Math.Min(other, report), Math.Max(other, report), StoryMatch.Score(profiles[other], profiles[report]))).Where(pair => pair.Score >= LeastScore);

    private static StoryPair[] Pairs(ReportProfile[] profiles, int threads)
    {
        StoryIndex index = new();
        IReadOnlyList<int>[] met = [.. profiles.Select(index.Add)];
        StoryPair[][] scored = new StoryPair[profiles.Length][];
        Parallel.For(0, profiles.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => (scored[i], met[i]) = ([.. Pairs(i, met[i], profiles)], []));
        // Millions of pairs: one array of the right length, and no list that doubles on the way.
        StoryPair[] all = new StoryPair[scored.Sum(s => s.Length)];
        int next = 0;
        for (int i = 0; i < scored.Length; i++)
        {
            scored[i].CopyTo(all, next);
            next += scored[i].Length;
            scored[i] = [];
        }
        return all;
    }
}
