using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>What is read from the layers, in training: tags, heads, relations, names; each adds its loss's gradient to that of its input.</summary>
internal sealed class AnswerLayers
{
    private const int Hidden = NetworkShape.Hidden, Arc = NetworkShape.Arc, Label = NetworkShape.Label;
    private const float AnswerDropout = 0.33f, XposWeight = 0.5f, NameWeight = 1.5f;

    private readonly int _half;
    private readonly NetworkParameters _p;
    private readonly MatrixMath _math;
    private readonly DropLinear _dependents, _heads, _nameHidden;
    private float[] _tags = [], _compared = [], _dCompared = [], _scores = [], _columns = [], _dColumns = [], _dDependents = [], _dHeads = [];
    private float[] _left = [], _right = [], _hidden = [], _dHidden = [], _logits = [], _dLeft = [], _dRight = [], _masks = [], _names = [], _dNameHidden = [];

    public AnswerLayers(int half, NetworkParameters parameters, MatrixMath math)
    {
        (_half, _p, _math) = (half, parameters, math);
        _dependents = new DropLinear(half, parameters, "dependent", math);
        _heads = new DropLinear(half, parameters, "head", math);
        _nameHidden = new DropLinear(half, parameters, "names.hidden", math);
    }

    public double Tags(IReadOnlyList<TrainingSentence> sentences, float[] x, float[] dx, int count)
    {
        int columns = _p["tags"].Columns;
        Linear("tags", x, ref _tags, count, Hidden);
        double loss = 0;
        int word = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Words.Length; i++, word++)
            {
                Span<float> row = _tags.AsSpan(word * columns, columns);
                loss += Softmax(row[..NetworkShape.UposCount], (int)sentence.Upos[i], 1);
                loss += Softmax(row[NetworkShape.UposCount..], sentence.Xpos[i], XposWeight);
            }
        }
        Back("tags", x, _tags, dx, count, Hidden);
        return loss;
    }

    public double Trees(IReadOnlyList<TrainingSentence> sentences, float[] x, float[] dx, int count, SeededRandom random)
    {
        float[] dependents = _dependents.Forward(x, count, random, AnswerDropout), heads = _heads.Forward(x, count, random, AnswerDropout);
        Linear("arc", dependents, ref _compared, count, Arc);
        Linear("label.dependent", x, ref _left, count, Hidden);
        Linear("label.head", x, ref _right, count, Hidden);
        Scratch.Grow(count * Arc, ref _dCompared);
        Scratch.Grow(count * Arc, ref _dDependents, ref _dHeads);
        Scratch.Grow(count * Label, ref _dLeft, ref _dRight);
        Array.Clear(_dCompared, 0, count * Arc);
        Array.Clear(_dDependents, 0, count * Arc);
        Array.Clear(_dHeads, 0, count * Arc);
        Array.Clear(_dRight, 0, count * Label);
        double loss = 0;
        int first = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            loss += Arcs(sentence, heads, first);
            first += sentence.Words.Length;
        }
        loss += Relations(sentences, count, random);
        Back("arc", dependents, _dCompared, _dDependents, count, Arc);
        _dependents.Backward(x, _dDependents, dx, count);
        _heads.Backward(x, _dHeads, dx, count);
        Back("label.dependent", x, _dLeft, dx, count, Hidden);
        Back("label.head", x, _dRight, dx, count, Hidden);
        return loss;
    }

    public double Names(IReadOnlyList<TrainingSentence> sentences, float[] x, float[] dx, int count, SeededRandom random)
    {
        int columns = _p["names.out"].Columns, scheme = columns / TrainingSentence.NameSchemes;
        float[] hidden = _nameHidden.Forward(x, count, random, AnswerDropout);
        Linear("names.out", hidden, ref _names, count, NetworkShape.NameHidden);
        double loss = 0;
        int word = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Words.Length; i++, word++)
            {
                Span<float> row = _names.AsSpan(word * columns, columns);
                if (sentence.Names.Length == 0)
                {
                    row.Clear();
                    continue;
                }
                // Each scheme has its own columns.
                for (int other = 0; other < TrainingSentence.NameSchemes; other++)
                {
                    loss += Softmax(row.Slice(other * scheme, NetworkShape.NameStates), other == sentence.NameScheme ? sentence.Names[i] : -1, NameWeight);
                    row[(other * scheme + NetworkShape.NameStates)..((other + 1) * scheme)].Clear();
                }
            }
        }
        Scratch.Grow(count * NetworkShape.NameHidden, ref _dNameHidden);
        Array.Clear(_dNameHidden, 0, count * NetworkShape.NameHidden);
        Back("names.out", hidden, _names, _dNameHidden, count, NetworkShape.NameHidden);
        _nameHidden.Backward(x, _dNameHidden, dx, count);
        return loss;
    }

    private double Arcs(TrainingSentence sentence, float[] heads, int first)
    {
        int length = sentence.Words.Length, columns = MatrixKernel.Padded(length + 1);
        Scratch.Grow(Arc * columns, ref _columns, ref _dColumns);
        Scratch.Grow(length * columns, ref _scores);
        Array.Clear(_columns, 0, Arc * columns);
        float[] root = _p["head.root"].Values;
        for (int k = 0; k < Arc; k++)
        {
            for (int i = 0; i < length; i++)
                _columns[k * columns + i] = heads[(first + i) * Arc + k];
            _columns[k * columns + length] = root[k];
        }
        Array.Clear(_scores, 0, length * columns);
        Span<float> compared = _compared.AsSpan(first * Arc, length * Arc);
        MatrixMath.Forward(compared, _columns, _scores, length, Arc, columns);
        double loss = 0;
        for (int i = 0; i < length; i++)
        {
            Span<float> row = _scores.AsSpan(i * columns, columns);
            row[i] = -1e4f;
            row[(length + 1)..].Fill(-1e4f);
            loss += Softmax(row, sentence.Heads[i] < 0 ? length : sentence.Heads[i], 1);
            row[i] = 0;
            row[(length + 1)..].Clear();
        }
        _math.ToInput(_scores, _columns, _dCompared.AsSpan(first * Arc, length * Arc), length, Arc, columns);
        Array.Clear(_dColumns, 0, Arc * columns);
        _math.ToWeights(compared, _scores, _dColumns, length, Arc, columns);
        float[] dRoot = _p["head.root"].Gradients[_half];
        for (int k = 0; k < Arc; k++)
        {
            for (int i = 0; i < length; i++)
                _dHeads[(first + i) * Arc + k] += _dColumns[k * columns + i];
            dRoot[k] += _dColumns[k * columns + length];
        }
        return loss;
    }

    private double Relations(IReadOnlyList<TrainingSentence> sentences, int count, SeededRandom random)
    {
        Parameter root = _p["label.root"];
        int columns = _p["label.out"].Columns;
        Scratch.Grow(count * Label, ref _hidden, ref _dHidden);
        Scratch.Grow(count * Label, ref _masks);
        float kept = 1 / (1 - AnswerDropout);
        int word = 0, first = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Words.Length; i++, word++)
            {
                ReadOnlySpan<float> right = sentence.Heads[i] < 0 ? root.Values : _right.AsSpan((first + sentence.Heads[i]) * Label, Label);
                for (int k = 0; k < Label; k++)
                {
                    // The mask carries the slope, so that going back needs no sums.
                    float sum = _left[word * Label + k] + right[k], mask = random.NextSingle() < AnswerDropout ? 0 : kept;
                    _masks[word * Label + k] = sum > 0 ? mask : mask * Curves.LeakSlope;
                    _hidden[word * Label + k] = sum * _masks[word * Label + k];
                }
            }
            first += sentence.Words.Length;
        }
        Linear("label.out", _hidden, ref _logits, count, Label);
        double loss = 0;
        word = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Words.Length; i++, word++)
                loss += Softmax(_logits.AsSpan(word * columns, columns), sentence.Relations[i], 1);
        }
        Array.Clear(_dHidden, 0, count * Label);
        Back("label.out", _hidden, _logits, _dHidden, count, Label);
        word = first = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Words.Length; i++, word++)
            {
                Span<float> right = sentence.Heads[i] < 0 ? root.Gradients[_half] : _dRight.AsSpan((first + sentence.Heads[i]) * Label, Label);
                for (int k = 0; k < Label; k++)
                {
                    float d = _dHidden[word * Label + k] * _masks[word * Label + k];
                    _dLeft[word * Label + k] = d;
                    right[k] += d;
                }
            }
            first += sentence.Words.Length;
        }
        return loss;
    }

    private void Linear(string name, float[] x, ref float[] y, int count, int inner)
    {
        Parameter matrix = _p[name];
        float[] bias = _p[name + ".bias"].Values;
        Scratch.Grow(count * matrix.Columns, ref y);
        for (int row = 0; row < count; row++)
            bias.CopyTo(y, row * matrix.Columns);
        MatrixMath.Forward(x, matrix.Values, y, count, inner, matrix.Columns);
    }

    private void Back(string name, float[] x, float[] dy, float[] dx, int count, int inner)
    {
        Parameter matrix = _p[name];
        _math.ToWeights(x, dy, matrix.Gradients[_half], count, inner, matrix.Columns);
        MatrixMath.ToBias(dy, _p[name + ".bias"].Gradients[_half], count, matrix.Columns);
        _math.ToInput(dy, matrix.Values, dx, count, inner, matrix.Columns);
    }

    // Turns scores into the gradient of the loss, probabilities less the right answer; a row without answer teaches nothing.
    private static double Softmax(Span<float> row, int gold, float weight)
    {
        if (gold < 0)
        {
            row.Clear();
            return 0;
        }
        float total = Curves.LogSumExp(row), right = row[gold];
        foreach (ref float value in row)
            value = weight * Curves.Exp(value - total);
        row[gold] -= weight;
        return weight * (total - right);
    }
}
