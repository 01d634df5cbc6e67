namespace Parallax.Fuse;

/// <summary>
/// Finds which reports tell of one occurrence. Pairs are scored one by one; a group grows by joining the two groups whose pairs score highest on
/// average, so that no chain of near matches swallows what does not belong together.
/// </summary>
internal static class StoryFinder
{
    private const double LeastAverage = 0.3;
    private const double LeastScore = 0.01;

    // A common word finds what is told in the same weeks, a rare one also what is told a year later.
    private const int NearDays = 45;
    private const int LeastCommonKeys = 2;

    /// <summary>The number of the story of each report, stories numbered by their first report in the order of ids. Input order does not matter.</summary>
    public static int[] Find(IReadOnlyList<ReportProfile> profiles)
    {
        int[] order = [.. Enumerable.Range(0, profiles.Count).OrderBy(i => profiles[i].Id, StringComparer.Ordinal).ThenBy(i => i)];
        ReportProfile[] ordered = [.. order.Select(i => profiles[i])];
        List<(int A, int B, double Score)> pairs = Pairs(ordered);
        int[] group = AverageLink.Join(ordered.Length, pairs, LeastAverage);
        int[] story = new int[profiles.Count];
        for (int i = 0; i < order.Length; i++)
            story[order[i]] = group[i];
        return story;
    }

    private static List<(int A, int B, double Score)> Pairs(ReportProfile[] profiles)
    {
        Dictionary<ulong, List<int>> index = [];
        List<(int, int, double)> pairs = [];
        Dictionary<int, int> met = [];
        for (int i = 0; i < profiles.Length; i++)
        {
            met.Clear();
            foreach ((ulong word, bool isRare) in profiles[i].Keys)
            {
                if (!index.TryGetValue(word, out List<int>? others))
                    index.Add(word, others = []);
                foreach (int other in others)
                {
                    bool near = profiles[i].Day is not { } a || profiles[other].Day is not { } b || Math.Abs(a - b) <= NearDays;
                    if (isRare || near)
                        met[other] = met.GetValueOrDefault(other) + (isRare ? LeastCommonKeys : 1);
                }
                others.Add(i);
            }
            foreach ((int other, int keys) in met)
            {
                if (keys >= LeastCommonKeys && StoryMatch.Score(profiles[other], profiles[i]) is var score and >= LeastScore)
                    pairs.Add((other, i, score));
            }
        }
        return pairs;
    }
}
