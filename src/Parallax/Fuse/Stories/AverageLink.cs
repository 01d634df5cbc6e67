using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Joins items by the average score of the pairs across two groups, pairs without a score counting nothing, the best first.</summary>
internal static class AverageLink
{
    /// <summary>The number of the group of each item, groups numbered by their first item. The order of <paramref name="pairs"/> does not matter.</summary>
    public static int[] Join(int count, IReadOnlyList<StoryPair> pairs, double least)
    {
        // No two groups reach the least average unless one pair across them does: what no such pair connects can be joined by itself, and the many
        // low scores in between need no room.
        DisjointSets connected = new(count);
        foreach (StoryPair pair in pairs)
        {
            if (pair.Score >= least)
                connected.Join(pair.A, pair.B);
        }
        Dictionary<int, List<StoryPair>> parts = [];
        foreach (StoryPair pair in pairs)
        {
            int part = connected.Root(pair.A);
            if (part != connected.Root(pair.B))
                continue;
            if (!parts.TryGetValue(part, out List<StoryPair>? own))
                parts.Add(part, own = []);
            own.Add(pair);
        }
        DisjointSets groups = new(count);
        foreach (int part in parts.Keys.Order())
        {
            JoinPart(count, parts[part], least, groups);
            parts[part] = [];
        }
        return Number(count, groups);
    }

    private static void JoinPart(int count, List<StoryPair> pairs, double least, DisjointSets groups)
    {
        Dictionary<int, List<int>> members = [];
        Dictionary<int, Dictionary<int, double>> sums = [];
        // Equal scores are taken in the order of the items, so that chance decides nothing.
        PriorityQueue<(int A, int B), (double, int, int)> queue = new();
        pairs.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        foreach ((int a, int b, double score) in pairs)
        {
            foreach (int item in (ReadOnlySpan<int>)[a, b])
            {
                if (members.TryAdd(item, [item]))
                    sums.Add(item, []);
            }
            sums[a][b] = score;
            sums[b][a] = score;
            if (score >= least)
                queue.Enqueue((a, b), (-score, a, b));
        }
        int next = count;
        while (queue.TryDequeue(out (int A, int B) best, out _))
        {
            if (!members.TryGetValue(best.A, out List<int>? first) || !members.TryGetValue(best.B, out List<int>? second))
                continue;
            groups.Join(first[0], second[0]);
            Dictionary<int, double> joined = Sum(sums[best.A], sums[best.B], best);
            members.Remove(best.A);
            members.Remove(best.B);
            sums.Remove(best.A);
            sums.Remove(best.B);
            members.Add(next, [.. first, .. second]);
            sums.Add(next, joined);
            foreach ((int other, double sum) in joined.OrderBy(p => p.Key))
            {
                Dictionary<int, double> others = sums[other];
                others.Remove(best.A);
                others.Remove(best.B);
                others[next] = sum;
                double average = sum / ((double)members[next].Count * members[other].Count);
                if (average >= least)
                    queue.Enqueue((other, next), (-average, other, next));
            }
            next++;
        }
    }

    private static Dictionary<int, double> Sum(Dictionary<int, double> a, Dictionary<int, double> b, (int A, int B) own)
    {
        (Dictionary<int, double> large, Dictionary<int, double> small) = a.Count >= b.Count ? (a, b) : (b, a);
        foreach ((int other, double sum) in small)
            large[other] = large.GetValueOrDefault(other) + sum;
        large.Remove(own.A);
        large.Remove(own.B);
        return large;
    }

    private static int[] Number(int count, DisjointSets groups)
    {
        int[] group = new int[count];
        foreach ((int number, IReadOnlyList<int> items) in groups.Groups().Index())
        {
            foreach (int item in items)
                group[item] = number;
        }
        return group;
    }
}
