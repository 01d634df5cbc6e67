using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>
/// Asks trained networks for their answers with their doubts, and takes the mean. A network that learns from them too knows more than each of
/// them (Hinton, Vinyals and Dean 2015).
/// </summary>
internal sealed class TeacherPanel
{
    private readonly TrainingVocabulary _vocabulary;
    private readonly SentenceNetwork[] _teachers;
    private float[] _scores = [];

    public TeacherPanel(IEnumerable<NetworkWeights> teachers, TrainingVocabulary vocabulary, WordFeatureReader features)
    {
        _vocabulary = vocabulary;
        _teachers = [.. teachers.Select(weights => new SentenceNetwork(weights, features))];
    }

    /// <summary>A gold sentence with what the teachers say of it.</summary>
    public TrainingSentence Ask(TrainingSentence sentence) => sentence with { Soft = Answers(sentence.Words, sentence.Heads, isAll: false).Soft };

    /// <summary>A sentence without gold answers, to be learned from the teachers alone.</summary>
    public TrainingSentence Ask(string[] words)
    {
        (SoftAnswers soft, int[] heads) = Answers(words, heads: null, isAll: true);
        return new TrainingSentence(words, new Upos[words.Length], [.. words.Select(_ => -1)], heads, [.. words.Select(_ => -1)], [], 0, soft);
    }

    private (SoftAnswers Soft, int[] Heads) Answers(string[] words, int[]? heads, bool isAll)
    {
        int count = words.Length, xpos = _vocabulary.Xpos.Count, relations = _vocabulary.Relations.Count;
        SoftAnswers soft = new(isAll, new float[count * NetworkShape.UposCount], new float[count * xpos], new float[count * (count + 1)],
            new float[count * relations], new float[count * NetworkShape.NameStates]);
        foreach (SentenceNetwork teacher in _teachers)
        {
            teacher.Read([words]);
            int columns = teacher.Arcs(0, count, ref _scores);
            for (int i = 0; i < count; i++)
            {
                Span<float> tags = teacher.Tags.AsSpan(i * teacher.TagColumns, teacher.TagColumns), row = _scores.AsSpan(i * columns, count + 1);
                row[i] = -1e4f;
                Add(tags[..NetworkShape.UposCount], soft.Upos, i);
                Add(tags.Slice(NetworkShape.UposCount, xpos), soft.Xpos, i);
                Add(row, soft.Heads, i);
                Add(teacher.Names.AsSpan(i * teacher.NameColumns, NetworkShape.NameStates), soft.Names, i);
            }
        }
        heads ??= TreeDecoder.Decode(Logs(soft.Heads), count, count + 1);
        float[] scores = new float[MatrixKernel.Padded(relations)];
        foreach (SentenceNetwork teacher in _teachers)
        {
            if (_teachers.Length > 1)
                teacher.Read([words]);
            for (int i = 0; i < count; i++)
            {
                teacher.Relations(i, heads[i], scores);
                Add(scores.AsSpan(0, relations), soft.Relations, i);
            }
        }
        return (soft, heads);
    }

    private void Add(ReadOnlySpan<float> scores, float[] chances, int word)
    {
        float total = Curves.LogSumExp(scores), share = 1f / _teachers.Length;
        for (int k = 0; k < scores.Length; k++)
            chances[word * scores.Length + k] += share * Curves.Exp(scores[k] - total);
    }

    private static float[] Logs(float[] chances) => Array.ConvertAll(chances, chance => Curves.Log(MathF.Max(chance, 1e-30f)));
}
