using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parallax.Annotate;

/// <summary>
/// Products of row-major matrices of single-precision numbers. Every element is summed in the order of the inner index with fused steps in a
/// lane of its own, so the result is the same to the bit whatever the width of the machine's vectors.
/// </summary>
internal static class MatrixKernel
{
    /// <summary>Rows of every right-hand matrix are padded to a multiple of this many columns.</summary>
    public const int Lanes = 16;

    private const int TileRows = 4;

    // The innermost loops are compiled to the end at once: a short run is over before the runtime would find out that they are hot.

    /// <summary>Rounds a number of columns up to whole lanes.</summary>
    public static int Padded(int columns) => (columns + Lanes - 1) / Lanes * Lanes;

    /// <summary><paramref name="c"/> (rows × columns) += <paramref name="a"/> (rows × inner) · <paramref name="b"/> (inner × columns).</summary>
    /// <param name="a">Left matrix; its rows lie <paramref name="inner"/> apart.</param>
    /// <param name="b">Right matrix; its rows lie <paramref name="columns"/> apart.</param>
    /// <param name="c">Receives the sums; what it holds before is kept and added to.</param>
    /// <param name="rows">Rows of <paramref name="a"/>.</param>
    /// <param name="inner">Columns of <paramref name="a"/>.</param>
    /// <param name="columns">Columns of <paramref name="b"/>: a multiple of <see cref="Lanes"/>.</param>
    public static void MultiplyAdd(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Lanes, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(a.Length, rows * inner);
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, inner * columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(c.Length, rows * columns);
        ref float left = ref MemoryMarshal.GetReference(a);
        ref float right = ref MemoryMarshal.GetReference(b);
        ref float sums = ref MemoryMarshal.GetReference(c);
        if (Vector512.IsHardwareAccelerated)
            Wide(ref left, ref right, ref sums, rows, inner, columns);
        else
            Narrow(ref left, ref right, ref sums, rows, inner, columns);
    }

    private static void Wide(ref float a, ref float b, ref float c, int rows, int inner, int columns)
    {
        unchecked
        {
            int column = 0;
            for (; column + 64 <= columns; column += 64)
            {
                int row = 0;
                for (; row + TileRows <= rows; row += TileRows)
                    Tile64(ref Unsafe.Add(ref a, row * inner), ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, row * columns + column), inner, columns);
                for (; row < rows; row++)
                    Row64(ref Unsafe.Add(ref a, row * inner), ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, row * columns + column), inner, columns);
            }
            for (; column < columns; column += 16)
            {
                int row = 0;
                for (; row + 8 <= rows; row += 8)
                    Tile8By16(ref Unsafe.Add(ref a, row * inner), ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, row * columns + column), inner, columns);
                for (; row < rows; row++)
                    Row16(ref Unsafe.Add(ref a, row * inner), ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, row * columns + column), inner, columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8By16(ref float a, ref float b, ref float c, int inner, int columns)
    {
        unchecked
        {
            Vector512<float> s0 = Vector512.LoadUnsafe(ref c), s1 = Vector512.LoadUnsafe(ref c, (nuint)columns);
            Vector512<float> s2 = Vector512.LoadUnsafe(ref c, (nuint)(2 * columns)), s3 = Vector512.LoadUnsafe(ref c, (nuint)(3 * columns));
            Vector512<float> s4 = Vector512.LoadUnsafe(ref c, (nuint)(4 * columns)), s5 = Vector512.LoadUnsafe(ref c, (nuint)(5 * columns));
            Vector512<float> s6 = Vector512.LoadUnsafe(ref c, (nuint)(6 * columns)), s7 = Vector512.LoadUnsafe(ref c, (nuint)(7 * columns));
            for (int k = 0; k < inner; k++)
            {
                Vector512<float> x = Vector512.LoadUnsafe(ref b);
                s0 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, k)), x, s0);
                s1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, inner + k)), x, s1);
                s2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 2 * inner + k)), x, s2);
                s3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 3 * inner + k)), x, s3);
                s4 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 4 * inner + k)), x, s4);
                s5 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 5 * inner + k)), x, s5);
                s6 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 6 * inner + k)), x, s6);
                s7 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 7 * inner + k)), x, s7);
                b = ref Unsafe.Add(ref b, columns);
            }
            s0.StoreUnsafe(ref c);
            s1.StoreUnsafe(ref c, (nuint)columns);
            s2.StoreUnsafe(ref c, (nuint)(2 * columns));
            s3.StoreUnsafe(ref c, (nuint)(3 * columns));
            s4.StoreUnsafe(ref c, (nuint)(4 * columns));
            s5.StoreUnsafe(ref c, (nuint)(5 * columns));
            s6.StoreUnsafe(ref c, (nuint)(6 * columns));
            s7.StoreUnsafe(ref c, (nuint)(7 * columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile64(ref float a, ref float b, ref float c, int inner, int columns)
    {
        unchecked
        {
            ref float c1 = ref Unsafe.Add(ref c, columns);
            ref float c2 = ref Unsafe.Add(ref c, 2 * columns);
            ref float c3 = ref Unsafe.Add(ref c, 3 * columns);
            Vector512<float> s00 = Vector512.LoadUnsafe(ref c), s01 = Vector512.LoadUnsafe(ref c, 16), s02 = Vector512.LoadUnsafe(ref c, 32), s03 = Vector512.LoadUnsafe(ref c, 48);
            Vector512<float> s10 = Vector512.LoadUnsafe(ref c1), s11 = Vector512.LoadUnsafe(ref c1, 16), s12 = Vector512.LoadUnsafe(ref c1, 32), s13 = Vector512.LoadUnsafe(ref c1, 48);
            Vector512<float> s20 = Vector512.LoadUnsafe(ref c2), s21 = Vector512.LoadUnsafe(ref c2, 16), s22 = Vector512.LoadUnsafe(ref c2, 32), s23 = Vector512.LoadUnsafe(ref c2, 48);
            Vector512<float> s30 = Vector512.LoadUnsafe(ref c3), s31 = Vector512.LoadUnsafe(ref c3, 16), s32 = Vector512.LoadUnsafe(ref c3, 32), s33 = Vector512.LoadUnsafe(ref c3, 48);
            for (int k = 0; k < inner; k++)
            {
                Vector512<float> b0 = Vector512.LoadUnsafe(ref b), b1 = Vector512.LoadUnsafe(ref b, 16), b2 = Vector512.LoadUnsafe(ref b, 32), b3 = Vector512.LoadUnsafe(ref b, 48);
                Vector512<float> x = Vector512.Create(Unsafe.Add(ref a, k));
                s00 = Vector512.FusedMultiplyAdd(x, b0, s00);
                s01 = Vector512.FusedMultiplyAdd(x, b1, s01);
                s02 = Vector512.FusedMultiplyAdd(x, b2, s02);
                s03 = Vector512.FusedMultiplyAdd(x, b3, s03);
                x = Vector512.Create(Unsafe.Add(ref a, inner + k));
                s10 = Vector512.FusedMultiplyAdd(x, b0, s10);
                s11 = Vector512.FusedMultiplyAdd(x, b1, s11);
                s12 = Vector512.FusedMultiplyAdd(x, b2, s12);
                s13 = Vector512.FusedMultiplyAdd(x, b3, s13);
                x = Vector512.Create(Unsafe.Add(ref a, 2 * inner + k));
                s20 = Vector512.FusedMultiplyAdd(x, b0, s20);
                s21 = Vector512.FusedMultiplyAdd(x, b1, s21);
                s22 = Vector512.FusedMultiplyAdd(x, b2, s22);
                s23 = Vector512.FusedMultiplyAdd(x, b3, s23);
                x = Vector512.Create(Unsafe.Add(ref a, 3 * inner + k));
                s30 = Vector512.FusedMultiplyAdd(x, b0, s30);
                s31 = Vector512.FusedMultiplyAdd(x, b1, s31);
                s32 = Vector512.FusedMultiplyAdd(x, b2, s32);
                s33 = Vector512.FusedMultiplyAdd(x, b3, s33);
                b = ref Unsafe.Add(ref b, columns);
            }
            s00.StoreUnsafe(ref c);
            s01.StoreUnsafe(ref c, 16);
            s02.StoreUnsafe(ref c, 32);
            s03.StoreUnsafe(ref c, 48);
            s10.StoreUnsafe(ref c1);
            s11.StoreUnsafe(ref c1, 16);
            s12.StoreUnsafe(ref c1, 32);
            s13.StoreUnsafe(ref c1, 48);
            s20.StoreUnsafe(ref c2);
            s21.StoreUnsafe(ref c2, 16);
            s22.StoreUnsafe(ref c2, 32);
            s23.StoreUnsafe(ref c2, 48);
            s30.StoreUnsafe(ref c3);
            s31.StoreUnsafe(ref c3, 16);
            s32.StoreUnsafe(ref c3, 32);
            s33.StoreUnsafe(ref c3, 48);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row64(ref float a, ref float b, ref float c, int inner, int columns)
    {
        unchecked
        {
            Vector512<float> s0 = Vector512.LoadUnsafe(ref c), s1 = Vector512.LoadUnsafe(ref c, 16), s2 = Vector512.LoadUnsafe(ref c, 32), s3 = Vector512.LoadUnsafe(ref c, 48);
            for (int k = 0; k < inner; k++)
            {
                Vector512<float> x = Vector512.Create(Unsafe.Add(ref a, k));
                s0 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b), s0);
                s1 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, 16), s1);
                s2 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, 32), s2);
                s3 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, 48), s3);
                b = ref Unsafe.Add(ref b, columns);
            }
            s0.StoreUnsafe(ref c);
            s1.StoreUnsafe(ref c, 16);
            s2.StoreUnsafe(ref c, 32);
            s3.StoreUnsafe(ref c, 48);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row16(ref float a, ref float b, ref float c, int inner, int columns)
    {
        unchecked
        {
            Vector512<float> s = Vector512.LoadUnsafe(ref c);
            for (int k = 0; k < inner; k++)
                s = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, k)), Vector512.LoadUnsafe(ref b, (nuint)(k * columns)), s);
            s.StoreUnsafe(ref c);
        }
    }

    /// <summary>The same for machines without vectors of 512 bits; internal so that a test can compare the two.</summary>
    internal static void Narrow(ref float a, ref float b, ref float c, int rows, int inner, int columns)
    {
        unchecked
        {
            for (int column = 0; column < columns; column += 16)
            {
                int row = 0;
                for (; row + TileRows <= rows; row += TileRows)
                    Tile16(ref Unsafe.Add(ref a, row * inner), ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, row * columns + column), inner, columns);
                for (; row < rows; row++)
                    Halves16(ref Unsafe.Add(ref a, row * inner), ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, row * columns + column), inner, columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile16(ref float a, ref float b, ref float c, int inner, int columns)
    {
        unchecked
        {
            ref float c1 = ref Unsafe.Add(ref c, columns);
            ref float c2 = ref Unsafe.Add(ref c, 2 * columns);
            ref float c3 = ref Unsafe.Add(ref c, 3 * columns);
            Vector256<float> s00 = Vector256.LoadUnsafe(ref c), s01 = Vector256.LoadUnsafe(ref c, 8);
            Vector256<float> s10 = Vector256.LoadUnsafe(ref c1), s11 = Vector256.LoadUnsafe(ref c1, 8);
            Vector256<float> s20 = Vector256.LoadUnsafe(ref c2), s21 = Vector256.LoadUnsafe(ref c2, 8);
            Vector256<float> s30 = Vector256.LoadUnsafe(ref c3), s31 = Vector256.LoadUnsafe(ref c3, 8);
            for (int k = 0; k < inner; k++)
            {
                Vector256<float> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, 8);
                Vector256<float> x = Vector256.Create(Unsafe.Add(ref a, k));
                s00 = Vector256.FusedMultiplyAdd(x, b0, s00);
                s01 = Vector256.FusedMultiplyAdd(x, b1, s01);
                x = Vector256.Create(Unsafe.Add(ref a, inner + k));
                s10 = Vector256.FusedMultiplyAdd(x, b0, s10);
                s11 = Vector256.FusedMultiplyAdd(x, b1, s11);
                x = Vector256.Create(Unsafe.Add(ref a, 2 * inner + k));
                s20 = Vector256.FusedMultiplyAdd(x, b0, s20);
                s21 = Vector256.FusedMultiplyAdd(x, b1, s21);
                x = Vector256.Create(Unsafe.Add(ref a, 3 * inner + k));
                s30 = Vector256.FusedMultiplyAdd(x, b0, s30);
                s31 = Vector256.FusedMultiplyAdd(x, b1, s31);
                b = ref Unsafe.Add(ref b, columns);
            }
            s00.StoreUnsafe(ref c);
            s01.StoreUnsafe(ref c, 8);
            s10.StoreUnsafe(ref c1);
            s11.StoreUnsafe(ref c1, 8);
            s20.StoreUnsafe(ref c2);
            s21.StoreUnsafe(ref c2, 8);
            s30.StoreUnsafe(ref c3);
            s31.StoreUnsafe(ref c3, 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves16(ref float a, ref float b, ref float c, int inner, int columns)
    {
        unchecked
        {
            Vector256<float> s0 = Vector256.LoadUnsafe(ref c), s1 = Vector256.LoadUnsafe(ref c, 8);
            for (int k = 0; k < inner; k++)
            {
                Vector256<float> x = Vector256.Create(Unsafe.Add(ref a, k));
                s0 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, (nuint)(k * columns)), s0);
                s1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, (nuint)(k * columns + 8)), s1);
            }
            s0.StoreUnsafe(ref c);
            s1.StoreUnsafe(ref c, 8);
        }
    }
}
