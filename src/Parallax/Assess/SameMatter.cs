using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>
/// Whether two reports tell of one matter: which part of the shorter one's words the longer one has too. Two sentences that look alike in reports
/// that share little else are of two matters. Nothing outside the two reports plays a part.
/// </summary>
internal sealed class SameMatter
{
    private const double LeastShare = 0.2;
    private readonly Dictionary<(int, int), bool> _known = [];

    /// <summary>Whether the reports with these numbers and words do.</summary>
    public bool Holds(int a, IReadOnlyDictionary<string, int> wordsOfA, int b, IReadOnlyDictionary<string, int> wordsOfB)
    {
        (int, int) pair = a < b ? (a, b) : (b, a);
        if (_known.TryGetValue(pair, out bool known))
            return known;
        (IReadOnlyDictionary<string, int> few, IReadOnlyDictionary<string, int> many) = wordsOfA.Count <= wordsOfB.Count ? (wordsOfA, wordsOfB) : (wordsOfB, wordsOfA);
        int shared = few.Keys.Count(many.ContainsKey);
        bool holds = few.Count > 0 && shared >= few.Count * LeastShare;
        _known.Add(pair, holds);
        return holds;
    }
}
