using System.Runtime.Intrinsics;

namespace Parallax.DataBuilder.Training;

/// <summary>A matrix in training: its values, what each half of a batch wants of it, and the moments of Adam (Kingma and Ba 2015).</summary>
internal sealed class Parameter
{
    private const float Beta1 = 0.9f, Beta2 = 0.98f, Epsilon = 1e-8f;

    private readonly float[] _first, _second;
    private readonly bool[][]? _touched;

    public Parameter(string name, int rows, int columns, bool isTable)
    {
        (Name, Rows, Columns) = (name, rows, columns);
        Values = new float[rows * columns];
        Gradients = [new float[rows * columns], new float[rows * columns]];
        _first = new float[rows * columns];
        _second = new float[rows * columns];
        _touched = isTable ? [new bool[rows], new bool[rows]] : null;
        Touched = isTable ? [[], []] : null;
    }

    public string Name { get; }

    public int Rows { get; }

    public int Columns { get; }

    public float[] Values { get; }

    /// <summary>One sum for each half of the batch, so that the order of additions never depends on threads.</summary>
    public float[][] Gradients { get; }

    /// <summary>For tables: the rows that a half of the batch used.</summary>
    public List<int>[]? Touched { get; }

    public Span<float> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>The gradient of a row of a table, marked as used.</summary>
    public Span<float> GradientRow(int half, int row)
    {
        if (!_touched![half][row])
        {
            _touched[half][row] = true;
            Touched![half].Add(row);
        }
        return Gradients[half].AsSpan(row * Columns, Columns);
    }

    /// <summary>Uniform values whose spread keeps the size of what passes through (Glorot and Bengio 2010).</summary>
    public Parameter Spread(SeededRandom random, float bound)
    {
        for (int i = 0; i < Values.Length; i++)
            Values[i] = (2 * random.NextSingle() - 1) * bound;
        return this;
    }

    /// <summary>The sum of the squares of both halves' gradients.</summary>
    public double SquaredNorm()
    {
        double sum = 0;
        if (_touched is null)
        {
            for (int i = 0; i < Values.Length; i++)
            {
                Gradients[0][i] += Gradients[1][i];
                sum += Gradients[0][i] * Gradients[0][i];
            }
            return sum;
        }
        foreach (int row in Touched![1])
        {
            Span<float> target = GradientRow(0, row), other = Gradients[1].AsSpan(row * Columns, Columns);
            for (int i = 0; i < target.Length; i++)
                target[i] += other[i];
        }
        Touched[0].Sort();
        foreach (int row in Touched[0])
        {
            foreach (float value in GradientRow(0, row))
                sum += value * value;
        }
        return sum;
    }

    /// <summary>The factor that corrects the first steps' moments, which start at zero; call once for each step.</summary>
    public static float Correction(ref float power1, ref float power2)
    {
        power1 *= Beta1;
        power2 *= Beta2;
        return MathF.Sqrt(1 - power2) / (1 - power1);
    }

    /// <summary>Takes one step of size <paramref name="correction"/> against the summed gradients, times <paramref name="scale"/>, and clears them.</summary>
    public void Step(float correction, float scale)
    {
        if (_touched is null)
        {
            Update(0, Values.Length, correction, scale);
            Array.Clear(Gradients[0]);
            Array.Clear(Gradients[1]);
            return;
        }
        foreach (int row in Touched![0])
            Update(row * Columns, Columns, correction, scale);
        for (int half = 0; half < 2; half++)
        {
            foreach (int row in Touched[half])
            {
                Gradients[half].AsSpan(row * Columns, Columns).Clear();
                _touched[half][row] = false;
            }
            Touched[half].Clear();
        }
    }

    private void Update(int start, int length, float rate, float scale)
    {
        Span<float> values = Values.AsSpan(start, length), first = _first.AsSpan(start, length), second = _second.AsSpan(start, length), gradient = Gradients[0].AsSpan(start, length);
        Vector256<float> keep1 = Vector256.Create(Beta1), keep2 = Vector256.Create(Beta2), take1 = Vector256.Create(1 - Beta1), take2 = Vector256.Create(1 - Beta2);
        for (int i = 0; i < length; i += 8)
        {
            Vector256<float> g = Vector256.Create<float>(gradient[i..]) * Vector256.Create(scale);
            Vector256<float> m = keep1 * Vector256.Create<float>(first[i..]) + take1 * g;
            Vector256<float> v = keep2 * Vector256.Create<float>(second[i..]) + take2 * g * g;
            m.CopyTo(first[i..]);
            v.CopyTo(second[i..]);
            (Vector256.Create<float>(values[i..]) - Vector256.Create(rate) * m / (Vector256.Sqrt(v) + Vector256.Create(Epsilon))).CopyTo(values[i..]);
        }
    }
}
