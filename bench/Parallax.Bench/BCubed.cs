namespace Parallax.Bench;

/// <summary>B³ of Bagga and Baldwin (1998): for each item the share of its found group that is its gold group's, and the reverse, averaged over items.</summary>
internal static class BCubed
{
    public static (double Precision, double Recall) Of(IReadOnlyList<string> gold, IReadOnlyList<int> found)
    {
        Dictionary<string, int> goldSizes = gold.CountBy(g => g).ToDictionary(StringComparer.Ordinal);
        Dictionary<int, int> foundSizes = found.CountBy(f => f).ToDictionary();
        Dictionary<(string, int), int> both = gold.Zip(found).CountBy(pair => (pair.First, pair.Second)).ToDictionary();
        double precision = 0, recall = 0;
        for (int i = 0; i < gold.Count; i++)
        {
            int common = both[(gold[i], found[i])];
            precision += (double)common / foundSizes[found[i]];
            recall += (double)common / goldSizes[gold[i]];
        }
        return (precision / Math.Max(1, gold.Count), recall / Math.Max(1, gold.Count));
    }
}
