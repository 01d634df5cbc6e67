using System.Runtime.Intrinsics;
using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>The three products of a linear layer: forward, back to its input, back to its weights. Keeps scratch memory; one thread at a time.</summary>
internal sealed class MatrixMath
{
    private float[] _turned = [];

    /// <summary>y (count × columns) += x (count × inner) · w.</summary>
    public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y, int count, int inner, int columns) =>
        MatrixKernel.MultiplyAdd(x, w, y, count, inner, columns);

    /// <summary>dx += dy · w transposed.</summary>
    public void ToInput(ReadOnlySpan<float> dy, ReadOnlySpan<float> w, Span<float> dx, int count, int inner, int columns) =>
        MatrixKernel.MultiplyAdd(dy, Turn(w, inner, columns), dx, count, columns, inner);

    /// <summary>dw += x transposed · dy.</summary>
    public void ToWeights(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw, int count, int inner, int columns) =>
        MatrixKernel.MultiplyAdd(Turn(x, count, inner), dy, dw, inner, count, columns);

    /// <summary>db += the sum of the rows of dy.</summary>
    public static void ToBias(ReadOnlySpan<float> dy, Span<float> db, int count, int columns)
    {
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> source = dy.Slice(row * columns, columns);
            for (int k = 0; k < columns; k += 8)
                (Vector256.Create<float>(db[k..]) + Vector256.Create(source[k..])).CopyTo(db[k..]);
        }
    }

    // Rows × columns become columns × rows, in blocks that fit the nearest memory.
    private float[] Turn(ReadOnlySpan<float> source, int rows, int columns)
    {
        const int Block = 16;
        if (_turned.Length < rows * columns)
            _turned = new float[rows * columns];
        for (int top = 0; top < rows; top += Block)
        {
            int bottom = Math.Min(rows, top + Block);
            for (int left = 0; left < columns; left += Block)
            {
                int right = Math.Min(columns, left + Block);
                for (int row = top; row < bottom; row++)
                {
                    for (int column = left; column < right; column++)
                        _turned[column * rows + row] = source[row * columns + column];
                }
            }
        }
        return _turned;
    }
}
