using Parallax.Annotate;

namespace Parallax.DataBuilder.Pronouns;

/// <summary>
/// Fits the weights: maximum entropy over nobody and the actors spoken of before, all mentions of the right actor being right. Only arithmetic that every machine
/// rounds alike is used.
/// </summary>
internal sealed class PronounTrainer
{
    private const int Rounds = 400;
    private const float Step = 0.3f;
    private const float Shrink = 1.0f;

    private readonly List<(int[][] Options, bool[] Right)> _examples = [];

    public int Count => _examples.Count;

    /// <summary>How many of them stand for an actor.</summary>
    public int Bound => _examples.Count(e => !e.Right[0]);

    public void Add(IReadOnlyList<PronounOption> options, bool[] right) => _examples.Add(([.. options.Select(o => o.Slots.ToArray())], right));

    public int[] Train()
    {
        float[] weights = new float[PronounModel.Count], gradient = new float[weights.Length], squares = new float[weights.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < gradient.Length; i++)
                gradient[i] = Shrink * weights[i];
            foreach ((int[][] options, bool[] right) in _examples)
                Add(options, right, weights, gradient);
            for (int i = 0; i < weights.Length; i++)
            {
                squares[i] += gradient[i] * gradient[i];
                if (squares[i] > 0)
                    weights[i] -= Step * gradient[i] / MathF.Sqrt(squares[i]);
            }
        }
        return [.. weights.Select(w => (int)MathF.Round(w * PronounModel.One))];
    }

    private static void Add(int[][] options, bool[] right, float[] weights, float[] gradient)
    {
        float[] shares = new float[options.Length];
        float top = float.NegativeInfinity;
        for (int o = 0; o < options.Length; o++)
        {
            foreach (int slot in options[o])
                shares[o] += weights[slot];
            top = MathF.Max(top, shares[o]);
        }
        float all = 0, good = 0;
        for (int o = 0; o < options.Length; o++)
        {
            shares[o] = Curves.Exp(shares[o] - top);
            all += shares[o];
            good += right[o] ? shares[o] : 0;
        }
        for (int o = 0; o < options.Length; o++)
        {
            float change = shares[o] / all - (right[o] ? shares[o] / good : 0);
            foreach (int slot in options[o])
                gradient[slot] += change;
        }
    }
}
