namespace Parallax.Fuse;

/// <summary>Joins items by the average score of the pairs across two groups, pairs without a score counting nothing, the best first.</summary>
internal static class AverageLink
{
    /// <summary>The number of the group of each item, groups numbered by their first item. The order of <paramref name="pairs"/> does not matter.</summary>
    public static int[] Join(int count, IReadOnlyList<StoryPair> pairs, double least)
    {
        List<int>?[] members = new List<int>?[2 * Math.Max(1, count)];
        Dictionary<int, double>?[] sums = new Dictionary<int, double>?[members.Length];
        for (int i = 0; i < count; i++)
            (members[i], sums[i]) = ([i], []);
        // Equal scores are taken in the order of the items, so that chance decides nothing.
        PriorityQueue<(int A, int B), (double, int, int)> queue = new();
        foreach ((int a, int b, double score) in pairs.OrderBy(p => p.A).ThenBy(p => p.B))
        {
            sums[a]![b] = score;
            sums[b]![a] = score;
            if (score >= least)
                queue.Enqueue((a, b), (-score, a, b));
        }
        int next = count;
        while (queue.TryDequeue(out (int A, int B) best, out _))
        {
            if (members[best.A] is not { } first || members[best.B] is not { } second)
                continue;
            Dictionary<int, double> joined = Sum(sums[best.A]!, sums[best.B]!, best);
            members[next] = [.. first, .. second];
            (members[best.A], members[best.B], sums[best.A], sums[best.B], sums[next]) = (null, null, null, null, joined);
            foreach ((int other, double sum) in joined.OrderBy(p => p.Key))
            {
                sums[other]!.Remove(best.A);
                sums[other]!.Remove(best.B);
                sums[other]![next] = sum;
                double average = sum / ((double)members[next]!.Count * members[other]!.Count);
                if (average >= least)
                    queue.Enqueue((other, next), (-average, other, next));
            }
            next++;
        }
        return Number(count, members);
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

    private static int[] Number(int count, List<int>?[] members)
    {
        int[] group = new int[count];
        int number = 0;
        foreach (List<int> one in members.OfType<List<int>>().OrderBy(m => m.Min()))
        {
            foreach (int item in one)
                group[item] = number;
            number++;
        }
        return group;
    }
}
