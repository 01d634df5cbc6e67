using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>A linear layer with a leaking bend and dropout, in training.</summary>
internal sealed class DropLinear(int half, NetworkParameters parameters, string name, MatrixMath math)
{
    private readonly Parameter _weights = parameters[name], _bias = parameters[name + ".bias"];
    private float[] _output = [], _masks = [], _dSums = [];

    /// <summary>The layer's output for <paramref name="count"/> rows; its own buffer, valid until the next call.</summary>
    public float[] Forward(float[] x, int count, SeededRandom random, float dropout)
    {
        int columns = _weights.Columns;
        Scratch.Grow(count * columns, ref _output, ref _masks);
        Scratch.Grow(count * columns, ref _dSums);
        for (int row = 0; row < count; row++)
            _bias.Values.CopyTo(_output, row * columns);
        MatrixMath.Forward(x, _weights.Values, _output, count, _weights.Rows, columns);
        float kept = 1 / (1 - dropout);
        for (int i = 0; i < count * columns; i++)
        {
            float mask = random.NextSingle() < dropout ? 0 : kept;
            _masks[i] = _output[i] > 0 ? mask : mask * Curves.LeakSlope;
            _output[i] *= _masks[i];
        }
        return _output;
    }

    /// <summary>Adds to the gradients of the weights and of <paramref name="x"/>.</summary>
    public void Backward(float[] x, float[] dOutput, float[] dx, int count)
    {
        int columns = _weights.Columns;
        for (int i = 0; i < count * columns; i++)
            _dSums[i] = dOutput[i] * _masks[i];
        math.ToWeights(x, _dSums, _weights.Gradients[half], count, _weights.Rows, columns);
        MatrixMath.ToBias(_dSums, _bias.Gradients[half], count, columns);
        math.ToInput(_dSums, _weights.Values, dx, count, _weights.Rows, columns);
    }
}
