namespace Parallax.Fuse;

/// <summary>
/// How likely two mentions inside one story tell of one occurrence, from 0 to 1. Only the two decide, never what else is told. The weights are rounded from a
/// logistic fit to the training part of ECB+ (docs/reference/quality.md); nothing of its text is kept.
/// </summary>
internal static class OccurrenceMatch
{
    private const double OrdinaryWord = 8;

    /// <summary>The score; 0 where neither word nor sense is shared.</summary>
    public static double Score(Occurrence a, Occurrence b)
    {
        bool sameWord = string.Equals(a.Lemma, b.Lemma, StringComparison.Ordinal) || string.Equals(a.Key, b.Key, StringComparison.Ordinal);
        int shared = a.Senses.Count(b.Senses.Contains);
        if (!sameWord && shared == 0)
            return 0;
        double context = a.Context.Cosine(b.Context);
        double sum = -1.5 + (1.4 * context) + (a.IsNoun == b.IsNoun ? 0.5 : 0);
        sum += sameWord
            ? 0.1 + (0.85 * (a.Rarity - OrdinaryWord) / 4) + (1.9 * context)
            : -1.2 + (0.8 * shared / Math.Min(a.Senses.Count, b.Senses.Count)) + (0.5 * shared / (a.Senses.Count + b.Senses.Count - shared)) + context;
        sum += (-0.5 * Differ(a.Subjects, b.Subjects)) + (0.6 * Meet(a.Objects, b.Objects)) - (0.3 * Differ(a.Objects, b.Objects)) + (0.1 * Meet(a.Others, b.Others));
        // That two people say something makes it no one statement; that one does, hardly.
        if (a.IsSaying && b.IsSaying)
            sum += -1.1 + Meet(a.Subjects, b.Subjects);
        // What one sentence tells in two words are mostly two things; a report that comes back to a word mostly means the same.
        if (a.Report == b.Report)
            sum += a.Sentence == b.Sentence ? -2.7 : 1.1;
        return 1 / (1 + Math.Exp(-sum));
    }

    private static int Meet(HashSet<string> a, HashSet<string> b) => a.Count > 0 && b.Count > 0 && a.Overlaps(b) ? 1 : 0;

    private static int Differ(HashSet<string> a, HashSet<string> b) => a.Count > 0 && b.Count > 0 && !a.Overlaps(b) ? 1 : 0;
}
