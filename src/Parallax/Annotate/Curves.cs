using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parallax.Annotate;

/// <summary>
/// The curves of the network, made of additions, products, fused steps and divisions only, so that every machine gives the same bits
/// (the library functions of platforms differ in the last place).
/// </summary>
internal static class Curves
{
    /// <summary>The slope of the leaking bend below zero.</summary>
    public const float LeakSlope = 0.1f;

    private const float Log2E = 1.44269504f;
    private const float Bound = 80f;

    /// <summary>x above zero, a tenth of x below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Leak(float x) => x > 0 ? x : LeakSlope * x;

    /// <summary>Bends every value, the same bits as one at a time; the length is a multiple of 8.</summary>
    public static void Leak(Span<float> values)
    {
        for (int i = 0; i < values.Length; i += 8)
        {
            Vector256<float> x = Vector256.Create<float>(values[i..]);
            Vector256.Max(x, x * Vector256.Create(LeakSlope)).CopyTo(values[i..]);
        }
    }

    /// <summary>e to the x, for x clamped to ±80; relative error below 3e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Max(Vector256.Min(x, Vector256.Create(Bound)), Vector256.Create(-Bound));
        Vector256<float> scaled = x * Vector256.Create(Log2E);
        Vector256<float> whole = Vector256.Floor(scaled + Vector256.Create(0.5f));
        // Two-part ln 2 keeps the remainder exact (Cody and Waite).
        Vector256<float> rest = Vector256.FusedMultiplyAdd(whole, Vector256.Create(-0.693359375f), x);
        rest = Vector256.FusedMultiplyAdd(whole, Vector256.Create(2.12194440e-4f), rest);
        Vector256<float> p = Vector256.Create(1.9875691500e-4f);
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(1.3981999507e-3f));
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(8.3334519073e-3f));
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(4.1665795894e-2f));
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(1.6666665459e-1f));
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(5.0000001201e-1f));
        p = Vector256.FusedMultiplyAdd(p, rest * rest, rest + Vector256.Create(1f));
        Vector256<int> power = Vector256.ShiftLeft(Vector256.ConvertToInt32(whole) + Vector256.Create(127), 23);
        return p * power.AsSingle();
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256.Create(1f) / (Vector256.Create(1f) + Exp(-x));

    /// <summary>1 / (1 + e^-x) of one number, the same bits as for many.</summary>
    public static float Sigmoid(float x) => Sigmoid(Vector256.CreateScalar(x)).ToScalar();

    /// <summary>e to the x of one number, the same bits as in <see cref="Exp(Vector256{float})"/>.</summary>
    public static float Exp(float x) => Exp(Vector256.CreateScalar(x)).ToScalar();

    /// <summary>The natural logarithm of a sum of exponentials over <paramref name="values"/>, safe against overflow.</summary>
    public static float LogSumExp(ReadOnlySpan<float> values)
    {
        float top = float.NegativeInfinity;
        foreach (float value in values)
            top = MathF.Max(top, value);
        float sum = 0;
        foreach (float value in values)
            sum += Exp(value - top);
        return top + Log(sum);
    }

    /// <summary>The natural logarithm of a positive normal number; relative error below 1e-6.</summary>
    public static float Log(float x)
    {
        int bits = BitConverter.SingleToInt32Bits(x);
        int exponent = (bits >> 23) - 127;
        float mantissa = BitConverter.Int32BitsToSingle((bits & 0x7fffff) | 0x3f800000);
        if (mantissa > 1.41421356f)
        {
            mantissa *= 0.5f;
            exponent++;
        }
        // The series of the area hyperbolic tangent.
        float t = (mantissa - 1) / (mantissa + 1), square = t * t;
        float series = t * (2f + square * (0.666666667f + square * (0.4f + square * (0.285714286f + square * 0.222222222f))));
        return exponent * 0.693147181f + series;
    }
}
