namespace Parallax.Fuse;

/// <summary>
/// Finds which mentions tell of one occurrence, across the reports of a story: by the word, or by another of the same sense, and by who and what the sentences
/// tie to it.
/// </summary>
internal static class OccurrenceLinker
{
    /// <summary>The average score of mentions of one occurrence.</summary>
    public const double OneOccurrence = 0.3;

    private const double LeastScore = 0.02;

    // A mention meets at most so many that share a word or a sense, the nearest in the order of reports.
    private const int Window = 400;

    /// <summary>The number of the occurrence of each mention, numbered by their first mention.</summary>
    /// <param name="mentions">The mentions, by report and position.</param>
    /// <param name="stories">The number of the story of each report; mentions in different stories are never one.</param>
    public static int[] Link(IReadOnlyList<Occurrence> mentions, IReadOnlyList<int> stories)
    {
        int[] occurrence = new int[mentions.Count];
        int next = 0;
        foreach (IGrouping<int, int> story in Enumerable.Range(0, mentions.Count).GroupBy(i => stories[mentions[i].Report]).OrderBy(g => g.Key))
        {
            int[] own = [.. story];
            List<StoryPair> pairs = [];
            foreach ((int a, int b) in ClusterBuilder.Candidates([.. own.Select(i => mentions[i].Keys)], Window))
            {
                double score = OccurrenceMatch.Score(mentions[own[a]], mentions[own[b]]);
                if (score >= LeastScore)
                    pairs.Add(new StoryPair(a, b, score));
            }
            int[] groups = AverageLink.Join(own.Length, pairs, OneOccurrence);
            for (int i = 0; i < own.Length; i++)
                occurrence[own[i]] = next + groups[i];
            next += groups.Length == 0 ? 0 : groups.Max() + 1;
        }
        return occurrence;
    }
}
