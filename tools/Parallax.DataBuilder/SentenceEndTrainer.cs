using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>
/// Trains the weights of sentence ends: logistic regression, one place after the other in a fixed order. Only additions, multiplications,
/// divisions and roots are used, which every machine rounds alike, so the same places give the same weights.
/// </summary>
internal sealed class SentenceEndTrainer
{
    private const int Rounds = 40;
    private const double Rate = 0.5;
    private const double Decay = 2e-5;

    // A weight of one is this many units of the model.
    private const double Unit = 256;

    // Features seen less often than this are left out: they say more of the one place than of the language.
    private const int LeastSeen = 2;

    private readonly List<uint> _features = [];
    private readonly List<bool> _labels = [];

    /// <summary>How many places are known.</summary>
    public int Places => _labels.Count;

    /// <summary>Adds every place of a paragraph where a sentence may end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens of the paragraph.</param>
    /// <param name="sentenceEnds">The positions in the text at which its sentences end.</param>
    /// <param name="abbreviations">The abbreviations.</param>
    public void Add(string text, IReadOnlyList<TextSpan> tokens, IReadOnlySet<int> sentenceEnds, Abbreviations abbreviations)
    {
        Recorder recorder = new(this, tokens, sentenceEnds);
        new SentenceEndScan(abbreviations).Walk(text, tokens, 0, tokens.Count, [], ref recorder);
    }

    /// <summary>The weights.</summary>
    public SentenceEndModel Train()
    {
        int width = SentenceEndFeatures.Count;
        int[] slots = [.. _features.Select(SentenceEndModel.SlotOf)];
        int[] seen = new int[1 << SentenceEndModel.Bits];
        foreach (int slot in slots)
            seen[slot]++;
        double[] weights = new double[seen.Length], squares = new double[seen.Length], sums = new double[seen.Length];
        uint random = 20240229;
        int[] order = [.. Enumerable.Range(0, Places)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                random = unchecked((random * 1664525) + 1013904223);
                int other = (int)((ulong)random * (ulong)(i + 1) >> 32);
                (order[i], order[other]) = (order[other], order[i]);
            }
            foreach (int place in order)
            {
                ReadOnlySpan<int> row = slots.AsSpan(place * width, width);
                double score = 0;
                foreach (int slot in row)
                    score += weights[slot];
                double error = (_labels[place] ? 1 : 0) - Logistic(score);
                foreach (int slot in row)
                {
                    if (seen[slot] < LeastSeen)
                        continue;
                    double gradient = error - (Decay * Places * weights[slot] / seen[slot]);
                    squares[slot] += gradient * gradient;
                    weights[slot] += Rate * gradient / Math.Sqrt(squares[slot] + 1e-6);
                }
            }
            // The mean of the later rounds is steadier than the last.
            if (round >= Rounds / 2)
            {
                for (int slot = 0; slot < sums.Length; slot++)
                    sums[slot] += weights[slot];
            }
        }
        int counted = Rounds - (Rounds / 2);
        return new SentenceEndModel([.. sums.Select(sum => (short)Math.Clamp(Math.Round(sum / counted * Unit), short.MinValue, short.MaxValue))]);
    }

    /// <summary>The logistic function by multiplication alone: e^x is (1 + x/4096)^4096.</summary>
    private static double Logistic(double score)
    {
        double power = 1 + (Math.Clamp(-score, -30, 30) / 4096);
        for (int i = 0; i < 12; i++)
            power *= power;
        return 1 / (1 + power);
    }

    /// <summary>Answers as the treebank does and keeps what it was asked.</summary>
    private readonly struct Recorder(SentenceEndTrainer trainer, IReadOnlyList<TextSpan> tokens, IReadOnlySet<int> sentenceEnds) : ISentenceEndJudge
    {
        public bool Ends(int last, scoped ReadOnlySpan<uint> atoms)
        {
            Span<uint> features = stackalloc uint[SentenceEndFeatures.Count];
            SentenceEndFeatures.Fill(atoms, features);
            trainer._features.AddRange(features);
            bool ends = sentenceEnds.Contains(tokens[last].End);
            trainer._labels.Add(ends);
            return ends;
        }
    }
}
