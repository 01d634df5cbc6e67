namespace Parallax.Annotate;

/// <summary>A matrix of weights, row-major.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Values">Rows times columns values.</param>
internal sealed record WeightMatrix(int Rows, int Columns, float[] Values)
{
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Columns, Columns);
}

/// <summary>A table of rows looked up one at a time, kept as bytes with a scale for each row: a quarter of the memory of numbers.</summary>
/// <param name="Columns">Numbers in a row.</param>
/// <param name="Scales">What a row's bytes are multiplied by.</param>
/// <param name="Values">The bytes of all rows.</param>
internal sealed record WeightTable(int Columns, float[] Scales, sbyte[] Values)
{
    private const float ByteRange = 127f;

    public int Rows => Scales.Length;

    /// <summary>The table nearest to the rows of <paramref name="matrix"/>.</summary>
    public static WeightTable Of(WeightMatrix matrix)
    {
        float[] scales = new float[matrix.Rows];
        sbyte[] bytes = new sbyte[matrix.Values.Length];
        for (int row = 0; row < matrix.Rows; row++)
        {
            ReadOnlySpan<float> values = matrix.Row(row);
            float largest = 0;
            foreach (float value in values)
                largest = MathF.Max(largest, MathF.Abs(value));
            scales[row] = largest / ByteRange;
            for (int i = 0; i < values.Length; i++)
                bytes[row * matrix.Columns + i] = (sbyte)(largest == 0 ? 0 : MathF.Round(values[i] / scales[row]));
        }
        return new WeightTable(matrix.Columns, scales, bytes);
    }

    /// <summary>Writes a row's numbers.</summary>
    public void CopyRow(int row, Span<float> target)
    {
        float scale = Scales[row];
        ReadOnlySpan<sbyte> bytes = Values.AsSpan(row * Columns, Columns);
        for (int i = 0; i < bytes.Length; i++)
            target[i] = bytes[i] * scale;
    }

    /// <summary>Adds a row's numbers.</summary>
    public void AddRow(int row, Span<float> target)
    {
        float scale = Scales[row];
        ReadOnlySpan<sbyte> bytes = Values.AsSpan(row * Columns, Columns);
        for (int i = 0; i < bytes.Length; i++)
            target[i] += bytes[i] * scale;
    }
}

/// <summary>The trained network: its vocabularies, tables and matrices. Immutable.</summary>
internal sealed class NetworkWeights
{
    /// <summary>The parts that are tables; all others are matrices.</summary>
    public static readonly IReadOnlySet<string> TableNames = new HashSet<string>(["words", "vectors", "prefixes", "suffixes", "grams", "shapes"], StringComparer.Ordinal);

    private readonly SortedDictionary<string, WeightMatrix> _matrices;
    private readonly SortedDictionary<string, WeightTable> _tables;
    private readonly Dictionary<string, int> _words, _vectors;

    public NetworkWeights(IReadOnlyList<string> words, IReadOnlyList<string> vectorWords, IReadOnlyList<string> xpos, IReadOnlyList<string> relations,
        IReadOnlyList<string> tagPairs, IEnumerable<KeyValuePair<string, WeightMatrix>> matrices, IEnumerable<KeyValuePair<string, WeightTable>> tables)
    {
        Words = words;
        VectorWords = vectorWords;
        Xpos = xpos;
        Relations = relations;
        TagPairs = tagPairs;
        Pairs = [.. tagPairs.Select(pair => pair.Split(' ')).Select(pair => ((int)Enum.Parse<Upos>(pair[0], ignoreCase: true), xpos.ToList().IndexOf(pair[1]))).Where(pair => pair.Item2 >= 0)];
        _matrices = new(matrices.ToDictionary(pair => pair.Key, pair => pair.Value), StringComparer.Ordinal);
        _tables = new(tables.ToDictionary(pair => pair.Key, pair => pair.Value), StringComparer.Ordinal);
        _words = Index(words);
        _vectors = Index(vectorWords);
    }

    /// <summary>The words that have a row of their own in <c>words</c>; row 0 is for every other word.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words that have a row in <c>vectors</c>; row 0 is zero.</summary>
    public IReadOnlyList<string> VectorWords { get; }

    public IReadOnlyList<string> Xpos { get; }

    public IReadOnlyList<string> Relations { get; }

    /// <summary>The universal and Penn tags that go together, e.g. <c>VERB VBD</c>.</summary>
    public IReadOnlyList<string> TagPairs { get; }

    /// <summary>The same as numbers.</summary>
    public (int Upos, int Xpos)[] Pairs { get; }

    /// <summary>The matrices by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, WeightMatrix> Matrices => _matrices;

    /// <summary>The tables by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, WeightTable> Tables => _tables;

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
