using System.Runtime.Intrinsics;
using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>One recurrent layer in training: the forward pass of <see cref="SentenceNetwork"/> with what the backward pass needs kept.</summary>
internal sealed class RecurrentLayer
{
    private const int Hidden = NetworkShape.Hidden, Half = NetworkShape.Half;

    private readonly int _half;
    private readonly Parameter _weights, _peepholes, _biases;
    private readonly MatrixMath _math;
    private readonly float[] _memory = new float[Half], _zero = new float[Half];
    private float[] _dropped = [], _mask = [], _gates = [], _states = [], _forgets = [], _resets = [], _dGates = [], _dDropped = [];

    public RecurrentLayer(int half, Parameter weights, Parameter peepholes, Parameter biases, MatrixMath math) =>
        (_half, _weights, _peepholes, _biases, _math) = (half, weights, peepholes, biases, math);

    /// <summary>input (count × hidden) to output; the lengths are those of the sentences.</summary>
    public void Forward(float[] input, float[] output, IReadOnlyList<int> lengths, int count, SeededRandom random, float dropout)
    {
        Scratch.Grow(count * Hidden, ref _dropped, ref _mask, ref _states, ref _forgets, ref _resets, ref _dDropped);
        Scratch.Grow(count * 3 * Hidden, ref _gates, ref _dGates);
        Scratch.Masks(_mask, lengths, Hidden, random, dropout);
        for (int i = 0; i < count * Hidden; i++)
            _dropped[i] = input[i] * _mask[i];
        Array.Clear(_gates, 0, count * 3 * Hidden);
        MatrixMath.Forward(_dropped, _weights.Values, _gates, count, Hidden, 3 * Hidden);
        int first = 0;
        foreach (int length in lengths)
        {
            Scan(input, output, first, length, backward: false);
            Scan(input, output, first, length, backward: true);
            first += length;
        }
    }

    /// <summary>From the gradient of the output to that of the input (added to <paramref name="dInput"/>) and of the weights.</summary>
    public void Backward(float[] input, float[] dOutput, float[] dInput, IReadOnlyList<int> lengths, int count)
    {
        int first = 0;
        foreach (int length in lengths)
        {
            ScanBack(input, dOutput, dInput, first, length, backward: false);
            ScanBack(input, dOutput, dInput, first, length, backward: true);
            first += length;
        }
        _math.ToWeights(_dropped, _dGates, _weights.Gradients[_half], count, Hidden, 3 * Hidden);
        Array.Clear(_dDropped, 0, count * Hidden);
        _math.ToInput(_dGates, _weights.Values, _dDropped, count, Hidden, 3 * Hidden);
        for (int i = 0; i < count * Hidden; i++)
            dInput[i] += _dDropped[i] * _mask[i];
    }

    private void Scan(float[] inputs, float[] outputs, int first, int length, bool backward)
    {
        int side = backward ? Half : 0;
        ReadOnlySpan<float> peepholes = _peepholes.Values.AsSpan(2 * side, 2 * Half), biases = _biases.Values.AsSpan(2 * side, 2 * Half);
        Vector256<float> one = Vector256.Create(1f), highway = Vector256.Create(NetworkShape.Highway);
        Span<float> memory = _memory;
        memory.Clear();
        for (int step = 0; step < length; step++)
        {
            int word = first + (backward ? length - 1 - step : step), at = word * Hidden + side;
            ReadOnlySpan<float> row = _gates.AsSpan(word * 3 * Hidden + 3 * side, 3 * Half), input = inputs.AsSpan(at, Half);
            Span<float> output = outputs.AsSpan(at, Half), states = _states.AsSpan(at, Half), forgets = _forgets.AsSpan(at, Half), resets = _resets.AsSpan(at, Half);
            for (int k = 0; k < Half; k += 8)
            {
                Vector256<float> before = Vector256.Create<float>(memory[k..]);
                Vector256<float> forget = Curves.Sigmoid(Vector256.FusedMultiplyAdd(Vector256.Create(peepholes[k..]), before, Vector256.Create(row[(Half + k)..]) + Vector256.Create(biases[k..])));
                Vector256<float> reset = Curves.Sigmoid(Vector256.FusedMultiplyAdd(Vector256.Create(peepholes[(Half + k)..]), before, Vector256.Create(row[(2 * Half + k)..]) + Vector256.Create(biases[(Half + k)..])));
                Vector256<float> now = forget * before + (one - forget) * Vector256.Create(row[k..]);
                now.CopyTo(memory[k..]);
                now.CopyTo(states[k..]);
                forget.CopyTo(forgets[k..]);
                reset.CopyTo(resets[k..]);
                (reset * now + (one - reset) * (Vector256.Create(input[k..]) * highway)).CopyTo(output[k..]);
            }
        }
    }

    private void ScanBack(float[] inputs, float[] dOutputs, float[] dInputs, int first, int length, bool backward)
    {
        int side = backward ? Half : 0;
        ReadOnlySpan<float> peepholes = _peepholes.Values.AsSpan(2 * side, 2 * Half);
        Span<float> dPeepholes = _peepholes.Gradients[_half].AsSpan(2 * side, 2 * Half), dBiases = _biases.Gradients[_half].AsSpan(2 * side, 2 * Half);
        Vector256<float> one = Vector256.Create(1f), highway = Vector256.Create(NetworkShape.Highway);
        // What the step after this one wants of this one's state.
        Span<float> carried = _memory;
        carried.Clear();
        for (int step = length - 1; step >= 0; step--)
        {
            int word = first + (backward ? length - 1 - step : step), at = word * Hidden + side;
            int earlier = (backward ? word + 1 : word - 1) * Hidden + side;
            ReadOnlySpan<float> row = _gates.AsSpan(word * 3 * Hidden + 3 * side, 3 * Half), input = inputs.AsSpan(at, Half), dOutput = dOutputs.AsSpan(at, Half);
            ReadOnlySpan<float> states = _states.AsSpan(at, Half), forgets = _forgets.AsSpan(at, Half), resets = _resets.AsSpan(at, Half);
            ReadOnlySpan<float> befores = step == 0 ? _zero : _states.AsSpan(earlier, Half);
            Span<float> dRow = _dGates.AsSpan(word * 3 * Hidden + 3 * side, 3 * Half), dInput = dInputs.AsSpan(at, Half);
            for (int k = 0; k < Half; k += 8)
            {
                Vector256<float> dh = Vector256.Create(dOutput[k..]), c = Vector256.Create(states[k..]), before = Vector256.Create(befores[k..]);
                Vector256<float> f = Vector256.Create(forgets[k..]), r = Vector256.Create(resets[k..]), x = Vector256.Create(input[k..]) * highway;
                Vector256<float> dc = dh * r + Vector256.Create<float>(carried[k..]);
                Vector256<float> dr = dh * (c - x) * r * (one - r);
                Vector256<float> df = dc * (before - Vector256.Create(row[k..])) * f * (one - f);
                (Vector256.Create<float>(dInput[k..]) + dh * (one - r) * highway).CopyTo(dInput[k..]);
                (dc * (one - f)).CopyTo(dRow[k..]);
                df.CopyTo(dRow[(Half + k)..]);
                dr.CopyTo(dRow[(2 * Half + k)..]);
                (dc * f + df * Vector256.Create(peepholes[k..]) + dr * Vector256.Create(peepholes[(Half + k)..])).CopyTo(carried[k..]);
                (Vector256.Create<float>(dPeepholes[k..]) + df * before).CopyTo(dPeepholes[k..]);
                (Vector256.Create<float>(dPeepholes[(Half + k)..]) + dr * before).CopyTo(dPeepholes[(Half + k)..]);
                (Vector256.Create<float>(dBiases[k..]) + df).CopyTo(dBiases[k..]);
                (Vector256.Create<float>(dBiases[(Half + k)..]) + dr).CopyTo(dBiases[(Half + k)..]);
            }
        }
    }
}
