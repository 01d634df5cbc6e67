namespace Parallax.Fuse;

/// <summary>Words with weights, to compare two texts by what they have in common. Immutable.</summary>
internal sealed class WeightedWords
{
    // Two arrays rather than one of pairs: millions of pairs of reports are compared, and the loop reads mostly the first.
    private readonly ulong[] _words;
    private readonly float[] _weights;

    private WeightedWords((ulong Word, float Weight)[] words)
    {
        Array.Sort(words, (a, b) => a.Word.CompareTo(b.Word));
        (_words, _weights) = ([.. words.Select(w => w.Word)], [.. words.Select(w => w.Weight)]);
    }

    /// <summary>The words as they are weighed.</summary>
    public static WeightedWords Of(IEnumerable<(string Word, double Weight)> words) =>
        new([.. words.Where(w => w.Weight > 0).Select(w => (ReportShingles.Hash(w.Word), (float)w.Weight))]);

    /// <summary>The words with weights whose squares add up to one.</summary>
    public static WeightedWords UnitOf(IEnumerable<(string Word, double Weight)> words)
    {
        (string Word, double Weight)[] given = [.. words];
        double length = Math.Sqrt(given.Sum(w => w.Weight * w.Weight));
        return Of(given.Select(w => (w.Word, w.Weight / Math.Max(length, 1e-9))));
    }

    /// <summary>The sum, over the words of both, of what the weight there exceeds <paramref name="least"/>; words that weigh less add nothing.</summary>
    public double CommonAbove(WeightedWords other, double least)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < _words.Length && j < other._words.Length;)
        {
            ulong a = _words[i], b = other._words[j];
            sum += a == b ? Math.Max(0, _weights[i] - least) : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return sum;
    }

    /// <summary>The cosine of two lists of length one, from 0 to 1.</summary>
    public double Cosine(WeightedWords other)
    {
        double sum = 0;
        ReadOnlySpan<ulong> ours = _words, theirs = other._words;
        for (int i = 0, j = 0; i < ours.Length && j < theirs.Length;)
        {
            ulong a = ours[i], b = theirs[j];
            if (a == b)
                sum += (double)_weights[i] * other._weights[j];
            // Without branches: which of two words comes first cannot be foreseen.
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return sum;
    }
}
