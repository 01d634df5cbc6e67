namespace Parallax.Fuse;

/// <summary>Words with weights, to compare two texts by what they have in common. Immutable.</summary>
internal sealed class WeightedWords
{
    private readonly (ulong Word, float Weight)[] _words;

    private WeightedWords((ulong Word, float Weight)[] words) => _words = words;

    /// <summary>The words as they are weighed.</summary>
    public static WeightedWords Of(IEnumerable<(string Word, double Weight)> words) =>
        new([.. words.Where(w => w.Weight > 0).Select(w => (ReportShingles.Hash(w.Word), (float)w.Weight)).OrderBy(w => w.Item1)]);

    /// <summary>The words with weights whose squares add up to one.</summary>
    public static WeightedWords UnitOf(IEnumerable<(string Word, double Weight)> words)
    {
        (string Word, double Weight)[] given = [.. words];
        double length = Math.Sqrt(given.Sum(w => w.Weight * w.Weight));
        return Of(given.Select(w => (w.Word, w.Weight / Math.Max(length, 1e-9))));
    }

    /// <summary>The sum, over the words of both, of what <paramref name="worth"/> makes of their two weights.</summary>
    public double Common(WeightedWords other, Func<double, double, double> worth)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < _words.Length && j < other._words.Length;)
        {
            if (_words[i].Word == other._words[j].Word)
                sum += worth(_words[i++].Weight, other._words[j++].Weight);
            else if (_words[i].Word < other._words[j].Word)
                i++;
            else
                j++;
        }
        return sum;
    }

    /// <summary>The cosine of two lists of length one, from 0 to 1.</summary>
    public double Cosine(WeightedWords other) => Common(other, (a, b) => a * b);
}
