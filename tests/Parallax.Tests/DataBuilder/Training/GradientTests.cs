using Parallax.Annotate;
using Parallax.Data;
using Parallax.DataBuilder.Training;
using Xunit;

namespace Parallax.Tests.DataBuilder.Training;

/// <summary>The backward pass of the trainer against small steps of the forward pass.</summary>
public sealed class GradientTests
{
    private static readonly string[] Matrices =
    [
        "words", "prefixes", "suffixes", "grams", "shapes", "window", "window.bias", "context", "layer0.weights", "layer0.peepholes", "layer0.biases",
        "layer1.weights", "layer2.weights", "layer2.peepholes", "layer2.biases", "tags", "tags.bias", "dependent", "dependent.bias", "head", "arc", "arc.bias",
        "head.root", "label.dependent", "label.head", "label.root", "label.out", "label.out.bias", "names.hidden", "names.out", "names.out.bias",
    ];

    [Fact]
    public void Every_matrix_learns_along_the_slope_of_the_loss()
    {
        TrainingVocabulary vocabulary = new(["the", "ferry", "sank", "."], [9, 2, 2, 9], ["the", "ferry"], ["DT", "NN", "VBD", "."], ["root", "nsubj", "det", "punct"], ["NOUN NN"]);
        float[] vectors = new float[3 * NetworkShape.Vector];
        for (int i = NetworkShape.Vector; i < vectors.Length; i++)
            vectors[i] = MathF.Sin(i);
        NetworkParameters parameters = new(vocabulary, vectors, seed: 3);
        WordTypes types = new(new WordFeatureReader(LanguageData.English), vocabulary);
        TrainingSentence[] sentences =
        [
            new(["The", "ferry", "sank", "."], [Upos.Det, Upos.Noun, Upos.Verb, Upos.Punct], [0, 1, 2, 3], [1, 2, -1, 2], [2, 1, 0, 3], [0, 0, 4, 0], 0),
            new(["FERRY", "SANK", "OFF", "KARA"], [Upos.Noun, Upos.Verb, Upos.Adp, Upos.Propn], [1, 2, -1, 1], [1, -1, 3, 1], [1, 0, -1, 2], [0, 0, 9, 11], 1),
        ];
        types.Prepare(sentences.SelectMany(sentence => sentence.Words));
        TrainingNetwork network = new(0, parameters, types);
        double Loss() => network.Learn(sentences, new SeededRandom(11));
        Loss();
        // Gradients add up, so those of the first pass are set aside.
        Dictionary<string, float[]> first = Matrices.ToDictionary(name => name, name => parameters[name].Gradients[0].ToArray());
        List<string> wrong = [];
        foreach (string name in Matrices)
        {
            Parameter parameter = parameters[name];
            float[] slopes = first[name];
            // The steepest values tell most; the loss is measured in single precision.
            foreach (int at in Enumerable.Range(0, slopes.Length).OrderByDescending(i => MathF.Abs(slopes[i])).Take(3))
            {
                // Where a step crosses the bend of a layer the slope is that of neither side; a step of another size seldom crosses it too.
                double[] measured = [.. new[] { 4e-3f, 2e-3f, 1e-3f }.Select(step => Slope(parameter.Values, at, step, Loss))];
                if (!measured.Any(slope => Math.Abs(slope - slopes[at]) <= 0.02 + 0.05 * Math.Abs(slope)))
                    wrong.Add($"{name}[{at}]: backward {slopes[at]}, measured {string.Join(", ", measured)}");
            }
        }
        Assert.Empty(wrong);
    }

    private static double Slope(float[] values, int at, float step, Func<double> loss)
    {
        float kept = values[at];
        values[at] = kept + step;
        double more = loss();
        values[at] = kept - step;
        double less = loss();
        values[at] = kept;
        return (more - less) / (2 * step);
    }
}
