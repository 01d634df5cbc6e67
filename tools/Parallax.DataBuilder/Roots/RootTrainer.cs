using Parallax.Extract;

namespace Parallax.DataBuilder.Roots;

/// <summary>
/// Trains the weights of roots: multinomial logistic regression, one example after the other in a fixed order. Only additions,
/// multiplications, divisions and roots are used, which every machine rounds alike, so the same examples give the same weights.
/// </summary>
internal sealed class RootTrainer
{
    private readonly List<(uint[] Features, int Answer, double Weight)> _examples = [];

    /// <summary>How many examples are known.</summary>
    public int Count => _examples.Count;

    /// <summary>How often a feature must be seen to have weights.</summary>
    public int LeastSeen { get; init; } = 2;

    /// <summary>How strongly weights are drawn to nought.</summary>
    public double Decay { get; init; } = 1e-3;

    public int Rounds { get; init; } = 40;

    public double Rate { get; init; } = 0.15;

    /// <summary>Adds an example.</summary>
    public void Add(IReadOnlyList<uint> features, int answer, double weight = 1) => _examples.Add(([.. features], answer, weight));

    /// <summary>The weights.</summary>
    public RootModel Train()
    {
        Dictionary<uint, int> seen = [];
        foreach ((uint[] features, _, _) in _examples)
        {
            foreach (uint feature in features)
                seen[feature] = seen.GetValueOrDefault(feature) + 1;
        }
        uint[] kept = [.. seen.Where(pair => pair.Value >= LeastSeen).Select(pair => pair.Key).Order()];
        Dictionary<uint, int> slots = [];
        for (int i = 0; i < kept.Length; i++)
            slots.Add(kept[i], i);
        int[][] rows = [.. _examples.Select(example => example.Features.Where(slots.ContainsKey).Select(feature => slots[feature]).ToArray())];
        const int answers = RootModel.Answers;
        double[] weights = new double[kept.Length * answers], squares = new double[weights.Length], sums = new double[weights.Length];
        double[] scores = new double[answers];
        uint random = 20240229;
        int[] order = [.. Enumerable.Range(0, _examples.Count)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                random = unchecked((random * 1664525) + 1013904223);
                int other = (int)((ulong)random * (ulong)(i + 1) >> 32);
                (order[i], order[other]) = (order[other], order[i]);
            }
            foreach (int index in order)
                Step(rows[index], _examples[index].Answer, _examples[index].Weight, weights, squares, scores, kept, seen);
            if (round < Rounds / 2)
                continue;
            for (int i = 0; i < sums.Length; i++)
                sums[i] += weights[i];
        }
        int counted = Rounds - (Rounds / 2);
        Dictionary<uint, sbyte[]> model = [];
        for (int i = 0; i < kept.Length; i++)
        {
            sbyte[] row = [.. Enumerable.Range(0, answers).Select(k => (sbyte)Math.Clamp(Math.Round(sums[(i * answers) + k] / counted * RootModel.Unit), -127, 127))];
            if (Array.Exists(row, weight => weight != 0))
                model.Add(kept[i], row);
        }
        return new RootModel(model);
    }

    private void Step(int[] row, int answer, double importance, double[] weights, double[] squares, double[] scores, uint[] kept, Dictionary<uint, int> seen)
    {
        Array.Clear(scores);
        foreach (int slot in row)
        {
            for (int k = 0; k < scores.Length; k++)
                scores[k] += weights[(slot * scores.Length) + k];
        }
        double most = scores.Max(), all = 0;
        for (int k = 0; k < scores.Length; k++)
            all += scores[k] = Power(scores[k] - most);
        foreach (int slot in row)
        {
            double shrink = Decay * _examples.Count / seen[kept[slot]];
            for (int k = 0; k < scores.Length; k++)
            {
                int at = (slot * scores.Length) + k;
                double gradient = (importance * ((k == answer ? 1 : 0) - (scores[k] / all))) - (shrink * weights[at]);
                squares[at] += gradient * gradient;
                weights[at] += Rate * gradient / Math.Sqrt(squares[at] + 1e-6);
            }
        }
    }

    /// <summary>e^x by multiplication alone: (1 + x/4096)^4096.</summary>
    private static double Power(double x)
    {
        double power = 1 + (Math.Max(x, -30) / 4096);
        for (int i = 0; i < 12; i++)
            power *= power;
        return power;
    }
}
