using Parallax.Text;

namespace Parallax.Read;

/// <summary>What another parser made of a report's text: the sentences and words of one document of a CoNLL-U file.</summary>
/// <param name="Document">The id that the file gives the document; empty where it gives none.</param>
/// <param name="Sentences">Its sentences, in text order.</param>
internal sealed record GivenTrees(string Document, IReadOnlyList<GivenSentence> Sentences);

/// <summary>One sentence as another parser gave it.</summary>
/// <param name="Id">Its id; empty where the file gives none.</param>
/// <param name="Paragraph">Index of its paragraph in the report.</param>
/// <param name="Words">Its words.</param>
/// <param name="Tree">Whether their heads are a tree; where not, no head or relation is taken over.</param>
internal sealed record GivenSentence(string Id, int Paragraph, IReadOnlyList<GivenWord> Words, GivenTree Tree);

/// <summary>What a file says of the heads of a sentence.</summary>
internal enum GivenTree
{
    /// <summary>Nothing: they are left to whoever reads it.</summary>
    Open,

    /// <summary>Something that is no tree.</summary>
    Broken,

    /// <summary>A tree.</summary>
    Whole,
}

/// <summary>One word as another parser gave it; a column that the file leaves open is empty.</summary>
/// <param name="Span">Where it stands in the report's text.</param>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Upos">Universal part of speech, in capitals.</param>
/// <param name="Xpos">The parser's own tag.</param>
/// <param name="Features">Morphological features.</param>
/// <param name="Head">Index of the head in the sentence; -1 for the root, and where there is no tree.</param>
/// <param name="Relation">Relation to the head.</param>
/// <param name="Name">The name that it is part of: <c>B-PER</c>, <c>I-ORG</c>; empty for none.</param>
/// <param name="Other">What else the last column holds.</param>
/// <param name="IsContinued">Whether it is written in one token with the word before it.</param>
internal sealed record GivenWord(TextSpan Span, string Lemma, string Upos, string Xpos, string Features, int Head, string Relation, string Name, string Other, bool IsContinued);
