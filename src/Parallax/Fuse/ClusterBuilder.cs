using System.Globalization;

namespace Parallax.Fuse;

/// <summary>Two items that may belong together, and how well they match.</summary>
internal readonly record struct ClusterPair(int A, int B, int Score);

/// <summary>Joins items into clusters, the best pairs first. The result depends on the items and their order only, never on chance or threads.</summary>
internal static class ClusterBuilder
{
    private const int LeastWindow = 4;
    private const int LeastPairs = 1_000_000;
    private const int PairsEach = 200;

    /// <summary>
    /// Joins <paramref name="count"/> items. Two clusters become one only where <paramref name="mayJoin"/> allows every pair across them,
    /// so that a chain of near matches cannot swallow what does not belong together.
    /// </summary>
    /// <param name="count">Number of items.</param>
    /// <param name="pairs">Pairs that match.</param>
    /// <param name="mayJoin">Whether nothing excludes that two items belong together.</param>
    /// <param name="constraintOf">What <paramref name="mayJoin"/> looks at, per item; items with equal constraints are asked for once. Null where each differs.</param>
    /// <returns>The clusters, each ascending, ordered by their first item.</returns>
    public static List<List<int>> Join(int count, IEnumerable<ClusterPair> pairs, Func<int, int, bool> mayJoin, Func<int, string>? constraintOf = null)
    {
        List<int>[] clusterOf = new List<int>[count];
        Dictionary<List<int>, Dictionary<string, int>> spokesmen = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < count; i++)
        {
            clusterOf[i] = [i];
            spokesmen.Add(clusterOf[i], new(StringComparer.Ordinal) { [constraintOf?.Invoke(i) ?? i.ToString(CultureInfo.InvariantCulture)] = i });
        }
        foreach (ClusterPair pair in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.A).ThenBy(p => p.B))
        {
            List<int> a = clusterOf[pair.A];
            List<int> b = clusterOf[pair.B];
            if (ReferenceEquals(a, b) || !AllMay(spokesmen[a].Values, spokesmen[b].Values, mayJoin))
                continue;
            (List<int> large, List<int> small) = a.Count >= b.Count ? (a, b) : (b, a);
            large.AddRange(small);
            foreach ((string constraint, int item) in spokesmen[small])
                spokesmen[large].TryAdd(constraint, item);
            spokesmen.Remove(small);
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
        // Text that says one thing a thousand times makes every block large; the neighbours each item meets are bounded in all.
        while (window > LeastWindow && blocks.Values.Sum(block => (long)block.Count * Math.Min(block.Count, window)) > Math.Max(LeastPairs, (long)keys.Count * PairsEach))
            window /= 2;
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

    private static bool AllMay(IEnumerable<int> a, IReadOnlyCollection<int> b, Func<int, int, bool> mayJoin)
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
