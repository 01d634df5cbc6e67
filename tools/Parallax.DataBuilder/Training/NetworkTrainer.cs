using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.DataBuilder.Training;

/// <summary>How long and how fast to learn.</summary>
/// <param name="Epochs">How often every sentence is seen.</param>
/// <param name="Rate">The largest step of Adam.</param>
/// <param name="WordsAtOnce">Words in a batch.</param>
/// <param name="Seed">Where the random numbers start.</param>
internal sealed record TrainingPlan(int Epochs, float Rate = 2e-3f, int WordsAtOnce = 800, ulong Seed = 1);

/// <summary>Trains the network: the same data and plan give the same weights to the bit, on one processor or many.</summary>
internal sealed class NetworkTrainer
{
    private const int WarmUp = 300;
    private const float LongestGradient = 5f;

    private readonly TrainingData _data;
    private readonly TrainingPlan _plan;
    private readonly NetworkParameters _parameters;
    private readonly TrainingNetwork[] _halves;
    private readonly SentenceDisguise _disguise;

    public NetworkTrainer(TrainingData data, LanguageData language, TrainingPlan plan)
    {
        (_data, _plan) = (data, plan);
        _parameters = new NetworkParameters(data.Vocabulary, data.Vectors, plan.Seed);
        NameStock stock = new(data.Sentences, language);
        _disguise = new SentenceDisguise(new SeededRandom(plan.Seed + 1), stock);
        WordTypes types = new(new WordFeatureReader(language), data.Vocabulary);
        types.Prepare(data.Sentences.SelectMany(sentence => sentence.Words).Concat(stock.Words).SelectMany(SentenceDisguise.Forms));
        _halves = [new TrainingNetwork(0, _parameters, types), new TrainingNetwork(1, _parameters, types)];
    }

    /// <summary>The weights so far, rounded as they would be shipped.</summary>
    public NetworkWeights Weights => _parameters.Shipped();

    /// <summary>Learns; calls <paramref name="epochDone"/> with the number of epochs done and the mean loss of a word.</summary>
    public byte[] Learn(Action<int, double> epochDone)
    {
        SeededRandom order = new(_plan.Seed + 2);
        TrainingSentence[] sentences = [.. _data.Sentences];
        int words = sentences.Sum(sentence => sentence.Words.Length), step = 0;
        int steps = _plan.Epochs * (words / _plan.WordsAtOnce + 1);
        float power1 = 1, power2 = 1;
        for (int epoch = 1; epoch <= _plan.Epochs; epoch++)
        {
            order.Shuffle(sentences);
            double loss = 0;
            int at = 0;
            while (at < sentences.Length)
            {
                List<TrainingSentence>[] halves = [[], []];
                int taken = 0;
                // The shorter half takes the next sentence: both then need about the same time.
                int[] sizes = [0, 0];
                for (; at < sentences.Length && taken < _plan.WordsAtOnce; at++)
                {
                    int half = sizes[1] < sizes[0] ? 1 : 0;
                    TrainingSentence sentence = _disguise.Of(sentences[at]);
                    halves[half].Add(sentence);
                    sizes[half] += sentence.Words.Length;
                    taken += sentence.Words.Length;
                }
                step++;
                double[] losses = new double[2];
                ulong seed = _plan.Seed * 1_000_003 + (ulong)step * 2;
                Parallel.For(0, 2, half => losses[half] = _halves[half].Learn(halves[half], new SeededRandom(seed + (ulong)half)));
                loss += losses[0] + losses[1];
                Step(step, steps, taken, Parameter.Correction(ref power1, ref power2));
            }
            epochDone(epoch, loss / words);
        }
        return NetworkFile.Write(_parameters.Weights());
    }

    private void Step(int step, int steps, int words, float correction)
    {
        Parameter[] parameters = [.. _parameters.All];
        double[] squares = new double[parameters.Length];
        Parallel.For(0, parameters.Length, i => squares[i] = parameters[i].SquaredNorm());
        float scale = 1f / words, norm = MathF.Sqrt((float)squares.Sum()) * scale;
        if (norm > LongestGradient)
            scale *= LongestGradient / norm;
        // Up in a straight line, then down to nothing in another.
        float rate = _plan.Rate * MathF.Min((float)step / WarmUp, 1 - (float)step / (steps + 1));
        Parallel.For(0, parameters.Length, i => parameters[i].Step(rate * correction, scale));
    }
}
