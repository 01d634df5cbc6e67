using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parallax.Annotate;

/// <summary>
/// The forward pass: words to scores of tags, heads and names. Layers are simple recurrent units in both directions (Lei et al. 2018) over a
/// window of three words; heads are scored by a biaffine product (Dozat and Manning 2017). One instance is used by one thread at a time.
/// </summary>
internal sealed class SentenceNetwork
{
    private const int Hidden = NetworkShape.Hidden, Half = NetworkShape.Half;

    private readonly NetworkWeights _weights;
    private readonly WordRows _rows;
    private readonly float[][] _layerWeights, _peepholes, _biases;
    private readonly float[] _context, _windowBias, _labelRoot, _labelBias;
    private readonly WeightMatrix _labelOut;
    private readonly float[] _memory = new float[Half];

    private int[] _slots = [];
    private float[] _input = [], _output = [], _gates = [], _dependents = [], _heads = [], _headColumns = [], _arcs = [];

    public SentenceNetwork(NetworkWeights weights, WordFeatureReader features)
    {
        _weights = weights;
        _rows = new WordRows(weights, features);
        _layerWeights = [.. Enumerable.Range(0, NetworkShape.Layers).Select(layer => weights[LayerName(layer, "weights")].Values)];
        _peepholes = [.. Enumerable.Range(0, NetworkShape.Layers).Select(layer => weights[LayerName(layer, "peepholes")].Values)];
        _biases = [.. Enumerable.Range(0, NetworkShape.Layers).Select(layer => weights[LayerName(layer, "biases")].Values)];
        _context = weights["context"].Values;
        _windowBias = weights["window.bias"].Values;
        _labelRoot = weights["label.root"].Values;
        _labelBias = weights["label.out.bias"].Values;
        _labelOut = weights["label.out"];
        TagColumns = weights["tags"].Columns;
        NameColumns = weights["names.out"].Columns;
    }

    /// <summary>Scores of universal and Penn tags of the last sentences read, <see cref="TagColumns"/> a word.</summary>
    public float[] Tags { get; private set; } = [];

    /// <summary>Scores of name states, <see cref="NameColumns"/> a word.</summary>
    public float[] Names { get; private set; } = [];

    /// <summary>What relations are read from: a word as dependent, and as head; the row after the last word is the root's.</summary>
    public float[] LabelDependents { get; private set; } = [];

    /// <inheritdoc cref="LabelDependents"/>
    public float[] LabelHeads { get; private set; } = [];

    public int TagColumns { get; }

    public int NameColumns { get; }

    /// <summary>The name of a matrix of a layer.</summary>
    public static string LayerName(int layer, string part) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"layer{layer}.{part}");

    /// <summary>Reads whole sentences; the words of all stand one after the other in every result.</summary>
    public void Read(IReadOnlyList<string[]> sentences)
    {
        int count = sentences.Sum(sentence => sentence.Length);
        Grow(count);
        _rows.Find(sentences, _slots);
        Window(sentences);
        for (int layer = 0; layer < NetworkShape.Layers; layer++)
        {
            _gates.AsSpan(0, count * 3 * Hidden).Clear();
            MatrixKernel.MultiplyAdd(_input, _layerWeights[layer], _gates, count, Hidden, 3 * Hidden);
            int first = 0;
            foreach (string[] sentence in sentences)
            {
                Scan(layer, first, sentence.Length, backward: false);
                Scan(layer, first, sentence.Length, backward: true);
                first += sentence.Length;
            }
            (_input, _output) = (_output, _input);
            if (layer == NetworkShape.Layers - 2)
                Tags = Project("tags", _input, Tags, count, Hidden, leak: false);
        }
        _dependents = Project("dependent", _input, _dependents, count, Hidden, leak: true);
        _dependents = Project("arc", Swap(ref _arcs, _dependents), _dependents, count, NetworkShape.Arc, leak: false);
        _heads = Project("head", _input, _heads, count, Hidden, leak: true);
        LabelDependents = Project("label.dependent", _input, LabelDependents, count, Hidden, leak: false);
        LabelHeads = Project("label.head", _input, LabelHeads, count, Hidden, leak: false);
        _output = Project("names.hidden", _input, _output, count, Hidden, leak: true);
        Names = Project("names.out", _output, Names, count, NetworkShape.NameHidden, leak: false);
    }

    /// <summary>
    /// The scores of every word of a sentence as head of every other: row = dependent, column = head, the column after the last word is the root.
    /// Returns the number of columns in a row.
    /// </summary>
    public int Arcs(int first, int length, ref float[] scores)
    {
        int columns = MatrixKernel.Padded(length + 1);
        Reserve(ref _headColumns, NetworkShape.Arc * columns);
        Reserve(ref scores, length * columns);
        Array.Clear(_headColumns, 0, NetworkShape.Arc * columns);
        float[] root = _weights["head.root"].Values;
        Span<float> turned = _headColumns.AsSpan(0, NetworkShape.Arc * columns);
        for (int word = 0; word <= length; word++)
        {
            ReadOnlySpan<float> row = word == length ? root : _heads.AsSpan((first + word) * NetworkShape.Arc, NetworkShape.Arc);
            for (int k = 0, at = word; k < row.Length; k++, at += columns)
                turned[at] = row[k];
        }
        Array.Clear(scores, 0, length * columns);
        MatrixKernel.MultiplyAdd(_dependents.AsSpan(first * NetworkShape.Arc), _headColumns, scores, length, NetworkShape.Arc, columns);
        return columns;
    }

    /// <summary>The scores of the relations of a word to its head; a head equal to -1 is the root.</summary>
    public void Relations(int dependent, int head, Span<float> scores)
    {
        Span<float> hidden = stackalloc float[NetworkShape.Label];
        ReadOnlySpan<float> left = LabelDependents.AsSpan(dependent * NetworkShape.Label, NetworkShape.Label);
        ReadOnlySpan<float> right = head < 0 ? _labelRoot : LabelHeads.AsSpan(head * NetworkShape.Label, NetworkShape.Label);
        for (int k = 0; k < hidden.Length; k += 8)
            (Vector256.Create(left[k..]) + Vector256.Create(right[k..])).CopyTo(hidden[k..]);
        Curves.Leak(hidden);
        _labelBias.CopyTo(scores);
        MatrixKernel.MultiplyAdd(hidden, _labelOut.Values, scores, 1, NetworkShape.Label, _labelOut.Columns);
    }

    // A word beside its neighbours: the products of each word type are kept, so only sums are made here.
    private void Window(IReadOnlyList<string[]> sentences)
    {
        int at = 0;
        foreach (string[] sentence in sentences)
        {
            (bool capitals, bool title) = SentenceStyle.Of(sentence);
            for (int i = 0; i < sentence.Length; i++, at++)
            {
                Span<float> target = _input.AsSpan(at * Hidden, Hidden);
                _windowBias.CopyTo(target);
                if (i > 0)
                    Add(target, _rows.Left(_slots[at - 1]));
                Add(target, _rows.Middle(_slots[at]));
                if (i + 1 < sentence.Length)
                    Add(target, _rows.Right(_slots[at + 1]));
                if (i == 0)
                    Add(target, _context.AsSpan(0, Hidden));
                if (capitals)
                    Add(target, _context.AsSpan(Hidden, Hidden));
                if (title)
                    Add(target, _context.AsSpan(2 * Hidden, Hidden));
                Curves.Leak(target);
            }
        }
    }

    private static void Add(Span<float> target, ReadOnlySpan<float> values)
    {
        for (int k = 0; k < Hidden; k += 8)
            (Vector256.Create(target[k..]) + Vector256.Create(values[k..])).CopyTo(target[k..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scan(int layer, int first, int length, bool backward)
    {
        int side = backward ? Half : 0, gates = 3 * side;
        ReadOnlySpan<float> peepholes = _peepholes[layer].AsSpan(2 * side, 2 * Half), biases = _biases[layer].AsSpan(2 * side, 2 * Half);
        Span<float> memory = _memory;
        memory.Clear();
        Vector256<float> one = Vector256.Create(1f), highway = Vector256.Create(NetworkShape.Highway);
        for (int step = 0; step < length; step++)
        {
            int word = first + (backward ? length - 1 - step : step);
            ReadOnlySpan<float> row = _gates.AsSpan(word * 3 * Hidden + gates, 3 * Half), input = _input.AsSpan(word * Hidden + side, Half);
            Span<float> output = _output.AsSpan(word * Hidden + side, Half);
            for (int k = 0; k < Half; k += 8)
            {
                Vector256<float> before = Vector256.Create<float>(memory[k..]);
                Vector256<float> forget = Curves.Sigmoid(Vector256.FusedMultiplyAdd(Vector256.Create(peepholes[k..]), before, Vector256.Create(row[(Half + k)..]) + Vector256.Create(biases[k..])));
                Vector256<float> reset = Curves.Sigmoid(Vector256.FusedMultiplyAdd(Vector256.Create(peepholes[(Half + k)..]), before, Vector256.Create(row[(2 * Half + k)..]) + Vector256.Create(biases[(Half + k)..])));
                Vector256<float> now = forget * before + (one - forget) * Vector256.Create(row[k..]);
                now.CopyTo(memory[k..]);
                (reset * now + (one - reset) * (Vector256.Create(input[k..]) * highway)).CopyTo(output[k..]);
            }
        }
    }

    // Rows of the input times a matrix, plus its bias; the result is written to the given buffer, which grows as needed.
    private float[] Project(string name, float[] input, float[] output, int count, int inner, bool leak)
    {
        WeightMatrix matrix = _weights[name];
        int columns = matrix.Columns;
        Reserve(ref output, (count + 1) * columns);
        ReadOnlySpan<float> bias = _weights[name + ".bias"].Values;
        for (int row = 0; row < count; row++)
            bias.CopyTo(output.AsSpan(row * columns, columns));
        MatrixKernel.MultiplyAdd(input, matrix.Values, output, count, inner, columns);
        if (leak)
            Curves.Leak(output.AsSpan(0, count * columns));
        return output;
    }

    private static float[] Swap(ref float[] spare, float[] values)
    {
        if (spare.Length < values.Length)
            spare = new float[values.Length];
        values.CopyTo(spare, 0);
        return spare;
    }

    private void Grow(int count)
    {
        if (_slots.Length < count)
            _slots = new int[count];
        Reserve(ref _input, count * Hidden);
        Reserve(ref _output, count * Hidden);
        Reserve(ref _gates, count * 3 * Hidden);
    }

    private static void Reserve(ref float[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new float[length + length / 4];
    }
}
