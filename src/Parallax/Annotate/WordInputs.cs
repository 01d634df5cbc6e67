namespace Parallax.Annotate;

/// <summary>Makes the row of numbers that describes a word to the network.</summary>
internal sealed class WordInputs(NetworkWeights weights)
{
    private readonly WeightTable _words = weights.Tables["words"], _vectors = weights.Tables["vectors"], _prefixes = weights.Tables["prefixes"],
        _suffixes = weights.Tables["suffixes"], _grams = weights.Tables["grams"], _shapes = weights.Tables["shapes"];

    /// <summary>Fills <paramref name="row"/>, <see cref="NetworkShape.Input"/> numbers, for a word.</summary>
    public void Fill(WordFeatures word, Span<float> row)
    {
        _words.CopyRow(weights.Word(word.Norm), row);
        _vectors.CopyRow(weights.Vector(word.Norm), row[NetworkShape.VectorAt..]);
        for (int i = 0; i < word.Prefixes.Length; i++)
            _prefixes.CopyRow(word.Prefixes[i], row[(NetworkShape.PrefixAt + i * NetworkShape.Affix)..]);
        for (int i = 0; i < word.Suffixes.Length; i++)
            _suffixes.CopyRow(word.Suffixes[i], row[(NetworkShape.SuffixAt + i * NetworkShape.Affix)..]);
        Mean(word.Grams, row.Slice(NetworkShape.GramAt, NetworkShape.Gram));
        _shapes.CopyRow(word.Shape, row[NetworkShape.ShapeAt..]);
        for (int i = 0; i < WordFeatureReader.FlagCount; i++)
            row[NetworkShape.FlagAt + i] = (word.Flags >> i) & 1;
    }

    private void Mean(int[] grams, Span<float> row)
    {
        row.Clear();
        foreach (int gram in grams)
            _grams.AddRow(gram, row);
        float share = GramShare(grams.Length);
        for (int i = 0; i < row.Length; i++)
            row[i] *= share;
    }

    /// <summary>The weight of each of a word's letter sequences in their mean.</summary>
    public static float GramShare(int count) => count == 0 ? 0 : 1f / count;
}
