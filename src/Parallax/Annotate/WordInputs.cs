namespace Parallax.Annotate;

/// <summary>Makes the row of numbers that describes a word to the network.</summary>
internal sealed class WordInputs(NetworkWeights weights)
{
    private readonly WeightMatrix _words = weights["words"], _vectors = weights["vectors"], _prefixes = weights["prefixes"], _suffixes = weights["suffixes"],
        _grams = weights["grams"], _shapes = weights["shapes"];

    /// <summary>Fills <paramref name="row"/>, <see cref="NetworkShape.Input"/> numbers, for a word.</summary>
    public void Fill(WordFeatures word, Span<float> row)
    {
        _words.Row(weights.Word(word.Norm)).CopyTo(row);
        _vectors.Row(weights.Vector(word.Norm)).CopyTo(row[NetworkShape.VectorAt..]);
        for (int i = 0; i < word.Prefixes.Length; i++)
            _prefixes.Row(word.Prefixes[i]).CopyTo(row[(NetworkShape.PrefixAt + i * NetworkShape.Affix)..]);
        for (int i = 0; i < word.Suffixes.Length; i++)
            _suffixes.Row(word.Suffixes[i]).CopyTo(row[(NetworkShape.SuffixAt + i * NetworkShape.Affix)..]);
        Mean(word.Grams, row.Slice(NetworkShape.GramAt, NetworkShape.Gram));
        _shapes.Row(word.Shape).CopyTo(row[NetworkShape.ShapeAt..]);
        for (int i = 0; i < WordFeatureReader.FlagCount; i++)
            row[NetworkShape.FlagAt + i] = (word.Flags >> i) & 1;
    }

    private void Mean(int[] grams, Span<float> row)
    {
        row.Clear();
        foreach (int gram in grams)
        {
            ReadOnlySpan<float> values = _grams.Row(gram);
            for (int i = 0; i < row.Length; i++)
                row[i] += values[i];
        }
        float share = GramShare(grams.Length);
        for (int i = 0; i < row.Length; i++)
            row[i] *= share;
    }

    /// <summary>The weight of each of a word's letter sequences in their mean.</summary>
    public static float GramShare(int count) => count == 0 ? 0 : 1f / count;
}
