using System.Diagnostics;
using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.DataBuilder.Training;

/// <summary>Trains the language engine.</summary>
internal static class TrainingRecipe
{
    private const ulong Seed = 1;

    private static readonly TrainingPlan s_teacher = new(Epochs: 24, Seed: 1), s_student = new(Epochs: 22, Seed: 5);

    public static Recipe Recipe { get; } = new("train", ["compiled/english.model"],
        new SourceList(
            "Trains compiled/english.model, the network that reads tags, trees and names (about 25 minutes on two processors; any number gives the same bytes). " +
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
        byte[] model = Train(data, language, (stage, epoch, loss, _) =>
        {
            int done = stage == 0 ? epoch * data.Sentences.Count : s_teacher.Epochs * data.Sentences.Count + epoch * (data.Sentences.Count + data.Unanswered.Count);
            int all = s_teacher.Epochs * data.Sentences.Count + s_student.Epochs * (data.Sentences.Count + data.Unanswered.Count);
            double now = clock.Elapsed.TotalMinutes, left = (now - begun) / done * (all - done);
            Say($"{(stage == 0 ? "teacher" : "student")}, epoch {epoch} of {(stage == 0 ? s_teacher : s_student).Epochs}, loss {loss:0.000} a word, {now:0.0} min, {left:0.0} min left");
        });
        return new BuiltFiles([model],
            [("sentences", data.Sentences.Count), ("words", data.Sentences.Sum(sentence => sentence.Words.Length)), ("words with a vector", data.Vocabulary.VectorWords.Count), ("bytes", model.Length)]);
    }

    /// <summary>Trains a teacher, then a student from the gold answers, the teacher's, and its answers to text without gold ones.</summary>
    public static byte[] Train(TrainingData data, LanguageData language, Action<int, int, double, NetworkTrainer> epochDone)
    {
        NetworkTrainer teacher = new(data, language, s_teacher);
        teacher.Learn((epoch, loss) => epochDone(0, epoch, loss, teacher));
        NetworkTrainer student = new(data.Taught(new TeacherPanel([teacher.Weights], data.Vocabulary, new WordFeatureReader(language))), language, s_student);
        return student.Learn((epoch, loss) => epochDone(1, epoch, loss, student));
    }

    // Progress is for people: quiet in a pipe.
    private static void Say(FormattableString line)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
