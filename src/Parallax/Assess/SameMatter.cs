namespace Parallax.Assess;

/// <summary>
/// Whether two reports tell of one matter: which part of the shorter one's words the longer one has too, and whether names are among them. Two
/// sentences that look alike in reports that share little else are of two matters. Nothing outside the two reports plays a part.
/// </summary>
internal sealed class SameMatter
{
    private const double LeastShare = 0.2;
    private const double LeastShareOfShort = 0.12;
    private const int ShortReport = 40;
    private const double MuchOfShort = 0.33;
    private const int FewNames = 3;
    private const int ManyNames = 8;
    private const double LeastNames = 0.15;
    private readonly Dictionary<(int, int), bool> _known = [];

    /// <summary>The words and names of a report.</summary>
    internal sealed record Vocabulary(IReadOnlyDictionary<string, int> Words, IReadOnlySet<string> Names);

    /// <summary>Whether the reports with these numbers and words do.</summary>
    public bool Holds(int a, Vocabulary ofA, int b, Vocabulary ofB)
    {
        (int, int) pair = a < b ? (a, b) : (b, a);
        if (_known.TryGetValue(pair, out bool known))
            return known;
        (Vocabulary few, Vocabulary many) = ofA.Words.Count <= ofB.Words.Count ? (ofA, ofB) : (ofB, ofA);
        bool holds = few.Words.Count > 0 && few.Words.Keys.Count(many.Words.ContainsKey) >= few.Words.Count * (few.Words.Count < ShortReport ? LeastShareOfShort : LeastShare)
            && (SharesNames(ofA.Names, ofB.Names) || many.Words.Count < ShortReport && few.Words.Keys.Count(many.Words.ContainsKey) >= few.Words.Count * MuchOfShort);
        _known.Add(pair, holds);
        return holds;
    }

    /// <summary>Which part of the words of the report with fewer the other has too.</summary>
    public static double ShareOf(Vocabulary a, Vocabulary b)
    {
        (Vocabulary few, Vocabulary many) = a.Words.Count <= b.Words.Count ? (a, b) : (b, a);
        return few.Words.Count == 0 ? 0 : (double)few.Words.Keys.Count(many.Words.ContainsKey) / few.Words.Count;
    }

    private static bool SharesNames(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        int fewest = Math.Min(a.Count, b.Count);
        if (fewest < FewNames)
            return true;
        int shared = a.Count(b.Contains);
        return fewest < ManyNames ? shared >= 1 : shared >= 2 && shared >= fewest * LeastNames;
    }
}
