namespace Parallax.Fuse;

/// <summary>
/// How far one report retells another sentence by sentence: each of its sentences is looked for in the other as content words, in any order and
/// in one sentence or two beside each other, because editors turn clauses round, merge and split sentences.
/// </summary>
/// <param name="Share">Content words of the shorter report in sentences that are found again, of all its content words outside quotes.</param>
/// <param name="Closeness">Mean share of those sentences' words that the other has.</param>
/// <param name="Order">Share of the found sentences that stand in the order of the other report.</param>
/// <param name="Sentences">The sentences, closest first.</param>
internal sealed record Retelling(double Share, double Closeness, double Order, IReadOnlyList<RetoldSentence> Sentences)
{
    private const int MinWords = 4;
    private const int MinPlain = 2;
    private const double MinShare = 0.5;

    /// <summary>Nothing is retold.</summary>
    public static Retelling None { get; } = new(0, 0, 0, []);

    /// <summary>How far the report with fewer words retells the other.</summary>
    public static Retelling Of(ReportPrint first, ReportPrint second)
    {
        int sizeFirst = first.Sentences.Sum(s => s.Words.Length), sizeSecond = second.Sentences.Sum(s => s.Words.Length);
        bool firstIsShorter = sizeFirst <= sizeSecond;
        (ReportPrint shorter, ReportPrint longer) = firstIsShorter ? (first, second) : (second, first);
        int[] counts = new int[longer.Sentences.Count + 1];
        List<(SentencePrint Sentence, int Place, double Share)> found = [];
        foreach (SentencePrint sentence in shorter.Sentences)
        {
            if (sentence.Words.Length >= MinWords && Best(sentence, longer, counts) is (int place, double share))
                found.Add((sentence, place, share));
        }
        if (found.Count == 0)
            return None;
        double words = found.Sum(f => f.Sentence.Words.Length);
        RetoldSentence[] sentences = [.. found.OrderByDescending(f => f.Share * f.Sentence.Words.Length).ThenBy(f => f.Sentence.Place).Select(f => firstIsShorter
            ? new RetoldSentence(f.Sentence.Span, longer.Sentences[f.Place].Span, f.Share) : new RetoldSentence(longer.Sentences[f.Place].Span, f.Sentence.Span, f.Share))];
        return new Retelling(words / Math.Max(1, Math.Min(sizeFirst, sizeSecond)), found.Sum(f => f.Share * f.Sentence.Words.Length) / words, InOrder([.. found.Select(f => f.Place)]), sentences);
    }

    private static (int Place, double Share)? Best(SentencePrint sentence, ReportPrint other, int[] counts)
    {
        List<int> touched = [];
        foreach (ulong word in sentence.Words)
        {
            foreach (int place in other.SentencesOf(word))
            {
                if (counts[place]++ == 0)
                    touched.Add(place);
            }
        }
        touched.Sort();
        (int best, int alone, int at) = (0, 0, -1);
        foreach (int place in touched)
        {
            // Two sentences side by side may be one in the other report, as far as each adds something.
            int both = counts[place] + (counts[place] < sentence.Words.Length && counts[place + 1] >= 2 ? Added(sentence, other, place) : 0);
            if (both > best || (both == best && counts[place] > alone))
                (best, alone, at) = (both, counts[place], place);
        }
        foreach (int place in touched)
            counts[place] = 0;
        if (at < 0 || (double)best / sentence.Words.Length < MinShare)
            return null;
        int plain = sentence.Words.Count(w => !sentence.Names.Contains(w) && (Has(other.Sentences[at], w) || (at + 1 < other.Sentences.Count && Has(other.Sentences[at + 1], w))));
        return plain >= MinPlain ? (at, (double)best / sentence.Words.Length) : null;
    }

    private static int Added(SentencePrint sentence, ReportPrint other, int place) =>
        place + 1 < other.Sentences.Count ? sentence.Words.Count(w => Has(other.Sentences[place + 1], w) && !Has(other.Sentences[place], w)) : 0;

    private static bool Has(SentencePrint sentence, ulong word) => Array.BinarySearch(sentence.Words, word) >= 0;

    /// <summary>The longest ascending run through the places, as a share of them.</summary>
    private static double InOrder(int[] places)
    {
        List<int> tails = [];
        foreach (int place in places)
        {
            int at = tails.BinarySearch(place);
            if (at < 0)
                at = ~at;
            if (at == tails.Count)
                tails.Add(place);
            else
                tails[at] = place;
        }
        return (double)tails.Count / places.Length;
    }
}
