using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class MatrixKernelTests
{
    // Sizes that meet every tile: below, at and above four and eight rows, sixteen and sixty-four columns.
    [Theory]
    [InlineData(1, 7, 16)]
    [InlineData(3, 5, 80)]
    [InlineData(4, 16, 64)]
    [InlineData(9, 33, 144)]
    [InlineData(17, 192, 96)]
    public void Every_width_of_vectors_gives_the_bits_of_plain_sums(int rows, int inner, int columns)
    {
        float[] a = Numbers(rows * inner, 3), b = Numbers(inner * columns, 5), start = Numbers(rows * columns, 7);
        float[] wide = [.. start], narrow = [.. start], plain = [.. start];
        MatrixKernel.MultiplyAdd(a, b, wide, rows, inner, columns);
        MatrixKernel.Narrow(ref a[0], ref b[0], ref narrow[0], rows, inner, columns);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                for (int k = 0; k < inner; k++)
                    plain[row * columns + column] = MathF.FusedMultiplyAdd(a[row * inner + k], b[k * columns + column], plain[row * columns + column]);
            }
        }
        Assert.Equal(plain, wide);
        Assert.Equal(plain, narrow);
    }

    [Fact]
    public void Refuses_columns_that_are_not_whole_lanes() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixKernel.MultiplyAdd(new float[4], new float[40], new float[10], 1, 4, 10));

    [Theory]
    [InlineData(-20f)]
    [InlineData(-1.5f)]
    [InlineData(0f)]
    [InlineData(0.7f)]
    [InlineData(30f)]
    public void Curves_are_near_those_of_the_platform(float x)
    {
        Assert.Equal(1, Curves.Exp(x) / Math.Exp(x), 5);
        Assert.Equal(1 / (1 + Math.Exp(-x)), Curves.Sigmoid(x), 6);
        Assert.Equal(Math.Log(Math.Exp(x) + 1), Curves.LogSumExp([x, 0]), 4);
    }

    private static float[] Numbers(int count, uint seed)
    {
        float[] numbers = new float[count];
        uint state = seed;
        for (int i = 0; i < count; i++)
        {
            state = unchecked(state * 1664525u + 1013904223u);
            numbers[i] = (state >> 8) / (float)(1 << 23) - 1;
        }
        return numbers;
    }
}
