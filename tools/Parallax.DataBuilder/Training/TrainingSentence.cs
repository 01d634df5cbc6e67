using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>One sentence with its gold answers as numbers.</summary>
/// <param name="Words">The words as written.</param>
/// <param name="Upos">Universal tags.</param>
/// <param name="Xpos">Rows of the vocabulary of Penn tags; -1 where the treebank has a rare one.</param>
/// <param name="Heads">Index of the head, -1 for the root.</param>
/// <param name="Relations">Rows of the vocabulary of relations; -1 where the treebank has a rare one.</param>
/// <param name="Names">Name states; empty where the sentence is not annotated.</param>
/// <param name="NameScheme">Which annotators' rules the names follow: each has answers of its own.</param>
/// <param name="Soft">What teachers answer, with their doubts; null where none was asked.</param>
internal sealed record TrainingSentence(string[] Words, Upos[] Upos, int[] Xpos, int[] Heads, int[] Relations, int[] Names, int NameScheme, SoftAnswers? Soft = null)
{
    /// <summary>Universal NER, and GUM.</summary>
    public const int NameSchemes = 2;
}

/// <summary>The chances that teachers give each answer; rows of words, one after the other.</summary>
/// <param name="IsAll">Whether they are all there is to learn from: the sentence has no gold answers.</param>
/// <param name="Upos">Chances of the universal tags.</param>
/// <param name="Xpos">Chances of the Penn tags.</param>
/// <param name="Heads">Chances of the heads; the root is the last of a row.</param>
/// <param name="Relations">Chances of the relations to the head that the sentence names.</param>
/// <param name="Names">Chances of the name states of the first scheme.</param>
internal sealed record SoftAnswers(bool IsAll, float[] Upos, float[] Xpos, float[] Heads, float[] Relations, float[] Names);

/// <summary>What gets a row of its own in the tables of the network, from the training sentences.</summary>
/// <param name="Words">Normed words, commonest first.</param>
/// <param name="Uses">How often each stood in the training sentences.</param>
/// <param name="VectorWords">The words that have a vector.</param>
/// <param name="Xpos">Penn tags.</param>
/// <param name="Relations">Relations.</param>
/// <param name="TagPairs">Universal and Penn tags that go together.</param>
internal sealed record TrainingVocabulary(
    IReadOnlyList<string> Words, IReadOnlyList<int> Uses, IReadOnlyList<string> VectorWords, IReadOnlyList<string> Xpos, IReadOnlyList<string> Relations, IReadOnlyList<string> TagPairs);
