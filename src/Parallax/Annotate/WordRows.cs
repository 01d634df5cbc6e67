namespace Parallax.Annotate;

/// <summary>
/// The products of word types with the three parts of the window, kept for the types seen: a word costs sums, not products, the second time.
/// What is kept never changes a result.
/// </summary>
internal sealed class WordRows
{
    // 6,000 types are some 14 MB; they cover about 95 of 100 running words of news.
    private const int Capacity = 6_000;
    private const int Hidden = NetworkShape.Hidden, Width = 3 * Hidden;

    private readonly WordInputs _inputs;
    private readonly WordFeatureReader _features;
    private readonly float[] _window;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<string> _missing = [];
    private float[] _rows = new float[512 * Width], _described = [];
    private int _count;

    public WordRows(NetworkWeights weights, WordFeatureReader features)
    {
        _inputs = new WordInputs(weights);
        _features = features;
        _window = weights["window"].Values;
    }

    public ReadOnlySpan<float> Left(int slot) => _rows.AsSpan(slot * Width, Hidden);

    public ReadOnlySpan<float> Middle(int slot) => _rows.AsSpan(slot * Width + Hidden, Hidden);

    public ReadOnlySpan<float> Right(int slot) => _rows.AsSpan(slot * Width + 2 * Hidden, Hidden);

    /// <summary>Finds or makes the rows of all words and writes where they are; valid until the next call.</summary>
    public void Find(IReadOnlyList<string[]> sentences, int[] slots)
    {
        if (_count > Capacity)
        {
            _slots.Clear();
            _count = 0;
        }
        int at = 0, before = _count;
        _missing.Clear();
        foreach (string[] sentence in sentences)
        {
            foreach (string word in sentence)
            {
                if (!_slots.TryGetValue(word, out int slot))
                {
                    slot = _count++;
                    _slots.Add(word, slot);
                    _missing.Add(word);
                }
                slots[at++] = slot;
            }
        }
        if (_missing.Count > 0)
            Make(before);
    }

    private void Make(int first)
    {
        if (_rows.Length < _count * Width)
            Array.Resize(ref _rows, Math.Max(_count, Math.Min(2 * _count, Capacity + _missing.Count)) * Width);
        if (_described.Length < _missing.Count * NetworkShape.Input)
            _described = new float[_missing.Count * NetworkShape.Input];
        for (int i = 0; i < _missing.Count; i++)
            _inputs.Fill(_features.Read(_missing[i]), _described.AsSpan(i * NetworkShape.Input, NetworkShape.Input));
        Span<float> made = _rows.AsSpan(first * Width, _missing.Count * Width);
        made.Clear();
        MatrixKernel.MultiplyAdd(_described, _window, made, _missing.Count, NetworkShape.Input, Width);
    }
}
