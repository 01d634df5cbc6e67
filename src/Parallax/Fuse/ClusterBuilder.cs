namespace Parallax.Fuse;

/// <summary>Two items that may belong together, and how well they match.</summary>
internal readonly record struct ClusterPair(int A, int B, int Score);

/// <summary>Joins items into clusters, the best pairs first. The result depends on the items and their order only, never on chance or threads.</summary>
internal static class ClusterBuilder
{
    /// <summary>
    /// Joins <paramref name="count"/> items. Two clusters become one only where <paramref name="mayJoin"/> allows every pair across them,
    /// so that a chain of near matches cannot swallow what does not belong together.
    /// </summary>
    /// <returns>The clusters, each ascending, ordered by their first item.</returns>
    public static List<List<int>> Join(int count, IEnumerable<ClusterPair> pairs, Func<int, int, bool> mayJoin)
    {
        List<int>[] clusterOf = new List<int>[count];
        for (int i = 0; i < count; i++)
            clusterOf[i] = [i];
        foreach (ClusterPair pair in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.A).ThenBy(p => p.B))
        {
            List<int> a = clusterOf[pair.A];
            List<int> b = clusterOf[pair.B];
            if (ReferenceEquals(a, b) || !AllMay(a, b, mayJoin))
                continue;
            (List<int> large, List<int> small) = a.Count >= b.Count ? (a, b) : (b, a);
            large.AddRange(small);
            foreach (int item in small)
                clusterOf[item] = large;
        }
        List<List<int>> clusters = [];
        HashSet<List<int>> seen = new(ReferenceEqualityComparer.Instance);
        foreach (List<int> cluster in clusterOf)
        {
            if (seen.Add(cluster))
            {
                cluster.Sort();
                clusters.Add(cluster);
            }
        }
        return clusters;
    }

    /// <summary>
    /// Every pair of items that share a key, each once. In a block larger than <paramref name="window"/> an item meets only its nearest
    /// neighbours in item order, which keeps the work near-linear whatever the input.
    /// </summary>
    public static IEnumerable<(int A, int B)> Candidates(IReadOnlyList<IReadOnlyCollection<string>> keys, int window)
    {
        SortedDictionary<string, List<int>> blocks = new(StringComparer.Ordinal);
        for (int i = 0; i < keys.Count; i++)
        {
            foreach (string key in keys[i])
            {
                if (!blocks.TryGetValue(key, out List<int>? block))
                    blocks.Add(key, block = []);
                if (block.Count == 0 || block[^1] != i)
                    block.Add(i);
            }
        }
        HashSet<long> seen = [];
        foreach (List<int> block in blocks.Values)
        {
            for (int x = 0; x < block.Count; x++)
            {
                int end = Math.Min(block.Count, x + 1 + window);
                for (int y = x + 1; y < end; y++)
                {
                    if (seen.Add(((long)block[x] << 32) | (uint)block[y]))
                        yield return (block[x], block[y]);
                }
            }
        }
    }

    private static bool AllMay(List<int> a, List<int> b, Func<int, int, bool> mayJoin)
    {
        foreach (int x in a)
        {
            foreach (int y in b)
            {
                if (!mayJoin(x, y))
                    return false;
            }
        }
        return true;
    }
}
