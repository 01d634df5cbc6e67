using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Universal part-of-speech tags (Universal Dependencies v2).</summary>
public enum Upos
{
#pragma warning disable CS1591 // The names are those of the standard.
    X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb,
#pragma warning restore CS1591
}

/// <summary>One token: a span over the untouched text.</summary>
/// <param name="Span">Where it stands in the clean text.</param>
/// <param name="Text">Its characters, in running case where the report prints them in capitals throughout.</param>
/// <param name="Lower">Its characters folded to lower case without diacritics (<see cref="Folding.Fold"/>).</param>
/// <param name="Lemma">Its dictionary form, lower case.</param>
/// <param name="Tag">Its part of speech.</param>
/// <param name="Form">For verbs: finer verb form; <see cref="VerbForm.None"/> otherwise.</param>
/// <param name="Xpos">Its Penn Treebank tag, e.g. <c>VBD</c>; empty where unknown.</param>
/// <param name="Head">Index in <see cref="AnnotatedReport.Tokens"/> of the token that it depends on; -1 for the root of its sentence.</param>
/// <param name="Relation">Its Universal Dependencies relation to its head, e.g. <c>nsubj:pass</c>; empty where unknown.</param>
public sealed record Token(TextSpan Span, string Text, string Lower, string Lemma, Upos Tag, VerbForm Form, string Xpos = "", int Head = -1, string Relation = "");

/// <summary>The inflected form of a verb, as far as the word shows it.</summary>
public enum VerbForm
{
    /// <summary>Not a verb.</summary>
    None,

    /// <summary>Base form or present plural: "attack".</summary>
    Base,

    /// <summary>Third person singular present: "attacks".</summary>
    Present,

    /// <summary>Past tense (or past tense and participle alike): "attacked".</summary>
    Past,

    /// <summary>Past participle, known from its auxiliary or its form: "was attacked", "taken".</summary>
    PastParticiple,

    /// <summary>Present participle or gerund: "attacking".</summary>
    Gerund,
}

/// <summary>One sentence: a run of tokens inside one paragraph.</summary>
/// <param name="Index">Its number in the report, from 0.</param>
/// <param name="Span">From its first to after its last token.</param>
/// <param name="FirstToken">Index of its first token in <see cref="AnnotatedReport.Tokens"/>.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Paragraph">Index of its paragraph in the report.</param>
/// <param name="IsHeading">Whether it stands in a heading, where no claim is read.</param>
public sealed record Sentence(int Index, TextSpan Span, int FirstToken, int EndToken, int Paragraph, bool IsHeading);
