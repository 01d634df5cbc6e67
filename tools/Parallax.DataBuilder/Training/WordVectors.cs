using System.Runtime.Intrinsics;
using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>
/// Vectors of words from the company they keep: skip-grams with negative samples (Mikolov et al. 2013), with an own output table for each
/// position in the window (Ling et al. 2015), which brings words of like syntax together.
/// </summary>
internal sealed class WordVectors
{
    private const int Size = NetworkShape.Vector;
    private const int FewestUses = 5, Window = 2, Negatives = 5, Epochs = 8;
    private const float FirstRate = 0.05f;
    private const double Frequent = 5e-4;

    // Frequencies to the power of three quarters, as in the paper, laid out in a table to draw from.
    private const int DrawTable = 1 << 20;

    private WordVectors(IReadOnlyList<string> words, float[] values) => (Words, Values) = (words, values);

    /// <summary>The words that have a vector, commonest first.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>A row for each word, from row 1; row 0, for unknown words, is zero.</summary>
    public float[] Values { get; }

    /// <summary>Learns from sentences of normed words.</summary>
    public static WordVectors Learn(IReadOnlyList<string[]> sentences, ulong seed)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (string word in sentences.SelectMany(sentence => sentence))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        (string Word, long Count)[] kept = [.. counts.Where(pair => pair.Value >= FewestUses).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, pair.Value))];
        Dictionary<string, int> index = new(StringComparer.Ordinal);
        for (int i = 0; i < kept.Length; i++)
            index.Add(kept[i].Word, i);
        int[][] rows = [.. sentences.Select(sentence => sentence.Where(index.ContainsKey).Select(word => index[word]).ToArray())];
        float[] vectors = Train(rows, [.. kept.Select(word => word.Count)], new SeededRandom(seed));
        return new WordVectors([.. kept.Select(word => word.Word)], Normed(vectors));
    }

    private static float[] Train(int[][] sentences, long[] counts, SeededRandom random)
    {
        float[] vectors = new float[counts.Length * Size];
        for (int i = 0; i < vectors.Length; i++)
            vectors[i] = (random.NextSingle() - 0.5f) / Size;
        float[][] outputs = [.. Enumerable.Range(0, 2 * Window).Select(_ => new float[counts.Length * Size])];
        int[] draws = Draws(counts);
        float[] keeps = Keeps(counts);
        long total = (long)Epochs * sentences.Sum(sentence => (long)sentence.Length), done = 0;
        float[] step = new float[Size];
        List<int> kept = [];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (int[] sentence in sentences)
            {
                float rate = FirstRate * MathF.Max(0.02f, 1 - (float)((double)done / total));
                done += sentence.Length;
                kept.Clear();
                foreach (int word in sentence)
                {
                    if (random.NextSingle() < keeps[word])
                        kept.Add(word);
                }
                for (int i = 0; i < kept.Count; i++)
                {
                    Span<float> vector = vectors.AsSpan(kept[i] * Size, Size);
                    for (int offset = -Window; offset <= Window; offset++)
                    {
                        if (offset == 0 || i + offset < 0 || i + offset >= kept.Count)
                            continue;
                        float[] output = outputs[offset < 0 ? offset + Window : offset + Window - 1];
                        Array.Clear(step);
                        Pull(vector, output.AsSpan(kept[i + offset] * Size, Size), 1, rate, step);
                        for (int n = 0; n < Negatives; n++)
                        {
                            int drawn = draws[random.Next(DrawTable)];
                            if (drawn != kept[i + offset])
                                Pull(vector, output.AsSpan(drawn * Size, Size), 0, rate, step);
                        }
                        for (int k = 0; k < Size; k += 8)
                            (Vector256.Create<float>(vector[k..]) + Vector256.Create<float>(step.AsSpan(k))).CopyTo(vector[k..]);
                    }
                }
            }
        }
        return vectors;
    }

    private static void Pull(Span<float> vector, Span<float> output, float wanted, float rate, float[] step)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int k = 0; k < Size; k += 8)
            sum = Vector256.FusedMultiplyAdd(Vector256.Create<float>(vector[k..]), Vector256.Create<float>(output[k..]), sum);
        float dot = 0;
        for (int lane = 0; lane < 8; lane++)
            dot += sum[lane];
        Vector256<float> pull = Vector256.Create((wanted - Curves.Sigmoid(Vector256.Create(dot)).ToScalar()) * rate);
        for (int k = 0; k < Size; k += 8)
        {
            Vector256<float> before = Vector256.Create<float>(output[k..]);
            Vector256.FusedMultiplyAdd(pull, before, Vector256.Create<float>(step.AsSpan(k))).CopyTo(step.AsSpan(k));
            Vector256.FusedMultiplyAdd(pull, Vector256.Create<float>(vector[k..]), before).CopyTo(output[k..]);
        }
    }

    private static int[] Draws(long[] counts)
    {
        double[] weights = [.. counts.Select(count => Math.Sqrt(count) * Math.Sqrt(Math.Sqrt(count)))];
        double total = weights.Sum(), reached = weights[0];
        int[] draws = new int[DrawTable];
        int word = 0;
        for (int i = 0; i < DrawTable; i++)
        {
            draws[i] = word;
            if ((i + 1) * total / DrawTable > reached && word + 1 < counts.Length)
                reached += weights[++word];
        }
        return draws;
    }

    // Frequent words are passed over now and then: they tell little.
    private static float[] Keeps(long[] counts)
    {
        double total = counts.Sum();
        return [.. counts.Select(count => (float)Math.Min(1, Math.Sqrt(Frequent * total / count) + Frequent * total / count))];
    }

    // All vectors about the length of a row of the other tables, with a zero row before them.
    private static float[] Normed(float[] vectors)
    {
        double squares = vectors.Sum(value => (double)value * value);
        float scale = (float)(0.5 / Math.Sqrt(squares / vectors.Length));
        float[] normed = new float[Size + vectors.Length];
        for (int i = 0; i < vectors.Length; i++)
            normed[Size + i] = vectors[i] * scale;
        return normed;
    }
}
