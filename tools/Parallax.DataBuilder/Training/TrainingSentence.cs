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
internal sealed record TrainingSentence(string[] Words, Upos[] Upos, int[] Xpos, int[] Heads, int[] Relations, int[] Names, int NameScheme)
{
    /// <summary>Universal NER, and GUM.</summary>
    public const int NameSchemes = 2;
}

/// <summary>What gets a row of its own in the tables of the network, from the training sentences.</summary>
/// <param name="Words">Normed words, commonest first.</param>
/// <param name="Uses">How often each stood in the training sentences.</param>
/// <param name="VectorWords">The words that have a vector.</param>
/// <param name="Xpos">Penn tags.</param>
/// <param name="Relations">Relations.</param>
/// <param name="TagPairs">Universal and Penn tags that go together.</param>
internal sealed record TrainingVocabulary(
    IReadOnlyList<string> Words, IReadOnlyList<int> Uses, IReadOnlyList<string> VectorWords, IReadOnlyList<string> Xpos, IReadOnlyList<string> Relations, IReadOnlyList<string> TagPairs);
