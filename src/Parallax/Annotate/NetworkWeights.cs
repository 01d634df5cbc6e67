namespace Parallax.Annotate;

/// <summary>A matrix of weights, row-major.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Values">Rows times columns values.</param>
internal sealed record WeightMatrix(int Rows, int Columns, float[] Values)
{
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Columns, Columns);
}

/// <summary>The trained network: its vocabularies and matrices. Immutable.</summary>
internal sealed class NetworkWeights
{
    private readonly Dictionary<string, WeightMatrix> _matrices;
    private readonly Dictionary<string, int> _words, _vectors;

    public NetworkWeights(IReadOnlyList<string> words, IReadOnlyList<string> vectorWords, IReadOnlyList<string> xpos, IReadOnlyList<string> relations,
        IEnumerable<KeyValuePair<string, WeightMatrix>> matrices)
    {
        Words = words;
        VectorWords = vectorWords;
        Xpos = xpos;
        Relations = relations;
        _matrices = new(matrices, StringComparer.Ordinal);
        _words = Index(words);
        _vectors = Index(vectorWords);
    }

    /// <summary>The words that have a row of their own in <c>words</c>; row 0 is for every other word.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words that have a row in <c>vectors</c>; row 0 is zero.</summary>
    public IReadOnlyList<string> VectorWords { get; }

    public IReadOnlyList<string> Xpos { get; }

    public IReadOnlyList<string> Relations { get; }

    public IEnumerable<KeyValuePair<string, WeightMatrix>> Matrices => _matrices.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public WeightMatrix this[string name] => _matrices[name];

    /// <summary>The row of a normed word in <c>words</c>; 0 when it has none.</summary>
    public int Word(string norm) => _words.GetValueOrDefault(norm);

    /// <summary>The row of a normed word in <c>vectors</c>; 0 when it has none.</summary>
    public int Vector(string norm) => _vectors.GetValueOrDefault(norm);

    private static Dictionary<string, int> Index(IReadOnlyList<string> names)
    {
        Dictionary<string, int> index = new(names.Count, StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
            index.Add(names[i], i + 1);
        return index;
    }
}
