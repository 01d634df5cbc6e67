using System.Diagnostics;
using System.Globalization;
using Parallax.Data;

namespace Parallax.DataBuilder.Training;

/// <summary>Trains the language engine.</summary>
internal static class TrainingRecipe
{
    private const ulong Seed = 1;

    private static readonly TrainingPlan s_plan = new(Epochs: 28, Seed: Seed);

    public static Recipe Recipe { get; } = new("train", ["compiled/english.model"],
        new SourceList(
            "Trains compiled/english.model, the network that reads tags, trees and names (about 15 minutes on two processors; any number gives the same bytes). " +
            "Sources: a folder with ud/ (UD_English-EWT and UD_English-GUM, training parts), names/ (Universal NER over EWT and the mentions of GUM, training parts) " +
            "and corpora/ (news articles as JSON lines, of which only word vectors are kept).",
            TrainingData.Files),
        Build);

    private static BuiltFiles Build(SourceFolder sources)
    {
        LanguageData language = LanguageData.English;
        Stopwatch clock = Stopwatch.StartNew();
        Say($"reading, then learning word vectors");
        TrainingData data = TrainingData.Read(sources.Bytes, language, sentences => WordVectors.Learn(sentences, Seed));
        double begun = clock.Elapsed.TotalMinutes;
        byte[] model = Train(data, language, (epoch, loss, _) =>
        {
            double now = clock.Elapsed.TotalMinutes, left = (now - begun) / epoch * (s_plan.Epochs - epoch);
            Say($"epoch {epoch} of {s_plan.Epochs}, loss {loss:0.000} a word, {now:0.0} min, {left:0.0} min left");
        });
        return new BuiltFiles([model],
            [("sentences", data.Sentences.Count), ("words", data.Sentences.Sum(sentence => sentence.Words.Length)), ("words with a vector", data.Vocabulary.VectorWords.Count), ("bytes", model.Length)]);
    }

    /// <summary>Trains the network of the recipe; tells of each epoch done.</summary>
    public static byte[] Train(TrainingData data, LanguageData language, Action<int, double, NetworkTrainer> epochDone)
    {
        NetworkTrainer trainer = new(data, language, s_plan);
        return trainer.Learn((epoch, loss) => epochDone(epoch, loss, trainer));
    }

    // Progress is for people: quiet in a pipe.
    private static void Say(FormattableString line)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
