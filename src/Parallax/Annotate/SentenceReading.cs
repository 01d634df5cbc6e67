namespace Parallax.Annotate;

/// <summary>What the language engine says of one word.</summary>
/// <param name="Tag">Universal part of speech.</param>
/// <param name="Xpos">Penn tag.</param>
/// <param name="Head">Index of its head in the sentence; -1 for the root.</param>
/// <param name="Relation">Universal Dependencies relation.</param>
internal readonly record struct WordReading(Upos Tag, string Xpos, int Head, string Relation);

/// <summary>A name in a sentence: words from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct NameReading(int First, int End, NameKind Kind);

/// <summary>What the language engine says of one sentence.</summary>
internal sealed record SentenceReading(WordReading[] Words, IReadOnlyList<NameReading> Names);
