namespace Parallax.Bench;

/// <summary>
/// The three scores of coreference that CoNLL 2012 averages, over all clusters of gold and system, single mentions included. Mentions are numbers; one that only one
/// side has counts against the other, as in the reference scorer.
/// </summary>
internal sealed class CoreferenceScore
{
    private readonly IReadOnlyList<int[]> _gold;
    private readonly IReadOnlyList<int[]> _found;
    private readonly Dictionary<int, int> _goldOf = [];
    private readonly Dictionary<int, int> _foundOf = [];

    public CoreferenceScore(IReadOnlyList<int[]> gold, IReadOnlyList<int[]> found)
    {
        (_gold, _found) = (gold, found);
        Number(gold, _goldOf);
        Number(found, _foundOf);
    }

    public double Conll => (F(Muc()) + F(BCubed()) + F(CeafE())) / 3;

    /// <summary>Vilain et al. (1995): links that join what the other side joins.</summary>
    public (double Precision, double Recall) Muc() => (Links(_found, _goldOf), Links(_gold, _foundOf));

    /// <summary>Bagga and Baldwin (1998): the share of its cluster that each mention has in common with its cluster on the other side.</summary>
    public (double Precision, double Recall) BCubed() => (Shares(_found, _goldOf), Shares(_gold, _foundOf));

    /// <summary>Luo (2005): the best pairing of clusters one to one, by twice the shared mentions over the mentions of both.</summary>
    public (double Precision, double Recall) CeafE()
    {
        double best = Parts().Sum(part => Pairing.Best(part.Gold.Count, part.Found.Count, (g, f) => Alike(part.Gold[g], part.Found[f])));
        return (best / Math.Max(1, _found.Count), best / Math.Max(1, _gold.Count));
    }

    public static double F((double Precision, double Recall) of) => of.Precision + of.Recall == 0 ? 0 : 2 * of.Precision * of.Recall / (of.Precision + of.Recall);

    private static void Number(IReadOnlyList<int[]> clusters, Dictionary<int, int> of)
    {
        for (int c = 0; c < clusters.Count; c++)
        {
            foreach (int mention in clusters[c])
                of[mention] = c;
        }
    }

    private static double Links(IReadOnlyList<int[]> clusters, Dictionary<int, int> other)
    {
        int kept = 0, all = 0;
        foreach (int[] cluster in clusters)
        {
            int parts = cluster.Where(other.ContainsKey).Select(m => other[m]).Distinct().Count() + cluster.Count(m => !other.ContainsKey(m));
            kept += cluster.Length - parts;
            all += cluster.Length - 1;
        }
        return (double)kept / Math.Max(1, all);
    }

    private static double Shares(IReadOnlyList<int[]> clusters, Dictionary<int, int> other)
    {
        double sum = 0;
        foreach (int[] cluster in clusters)
            sum += cluster.Where(other.ContainsKey).CountBy(m => other[m]).Sum(part => (double)part.Value * part.Value) / cluster.Length;
        return sum / Math.Max(1, clusters.Sum(c => c.Length));
    }

    private double Alike(int gold, int found) => 2.0 * _gold[gold].Intersect(_found[found]).Count() / (_gold[gold].Length + _found[found].Length);

    // Clusters that share no mention, not even through others, are never paired; taken apart, the pairing stays small.
    private List<(List<int> Gold, List<int> Found)> Parts()
    {
        List<(List<int> Gold, List<int> Found)> parts = [];
        HashSet<int> seen = [];
        for (int first = 0; first < _gold.Count; first++)
        {
            if (!seen.Add(first))
                continue;
            (List<int> gold, List<int> found) = ([first], []);
            HashSet<int> seenFound = [];
            for (int i = 0; i < gold.Count; i++)
            {
                foreach (int f in _gold[gold[i]].Where(_foundOf.ContainsKey).Select(m => _foundOf[m]))
                {
                    if (!seenFound.Add(f))
                        continue;
                    found.Add(f);
                    gold.AddRange(_found[f].Where(_goldOf.ContainsKey).Select(m => _goldOf[m]).Where(seen.Add));
                }
            }
            parts.Add((gold, found));
        }
        return parts;
    }
}
