using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>One sentence as what it tells: the hashes of its content words outside quotation marks, each once.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">Content words, ascending.</param>
/// <param name="Names">Those of them that are names or numbers, which every report of one event has.</param>
/// <param name="Place">Its number among the distinct sentences of the report.</param>
internal sealed record SentencePrint(TextSpan Span, ulong[] Words, HashSet<ulong> Names, int Place);

/// <summary>Words in quotation marks, of some length.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Hash">The hash of all its words in order.</param>
/// <param name="Words">How many they are.</param>
internal sealed record QuotePrint(TextSpan Span, ulong Hash, int Words);

/// <summary>
/// All that the finding of copies needs of one report, read off this report alone: its runs of words, its sentences as content words, its
/// quotes, and the keys under which reports with text in common meet.
/// </summary>
internal sealed class ReportPrint
{
    private const int TopWords = 90;
    private const int MinQuote = 5;
    private const int MostSentences = 4_000;
    private readonly Dictionary<ulong, List<int>> _sentencesOf = [];

    public ReportPrint(AnnotatedReport report, IReadOnlySet<string> stopwords)
    {
        Runs = new ReportShingles(report);
        (Sentences, Keys) = Read(report, stopwords);
        Quotes = [.. QuotesOf(Runs)];
        foreach (SentencePrint sentence in Sentences)
        {
            foreach (ulong word in sentence.Words)
            {
                if (!_sentencesOf.TryGetValue(word, out List<int>? places))
                    _sentencesOf.Add(word, places = new List<int>(2));
                // A word of very many sentences tells none of them.
                if (places.Count < 24)
                    places.Add(sentence.Place);
            }
        }
    }

    /// <summary>Its words.</summary>
    public ReportShingles Runs { get; }

    /// <summary>Its distinct sentences, in text order.</summary>
    public IReadOnlyList<SentencePrint> Sentences { get; }

    /// <summary>Its distinct quotes, in text order.</summary>
    public IReadOnlyList<QuotePrint> Quotes { get; }

    /// <summary>Keys under which it meets reports that may share text: each content word with the two after it, whatever their order. Ascending.</summary>
    public ulong[] Keys { get; }

    /// <summary>The places of sentences with the word.</summary>
    public IReadOnlyList<int> SentencesOf(ulong word) => _sentencesOf.TryGetValue(word, out List<int>? places) ? places : [];

    private (IReadOnlyList<SentencePrint> Sentences, ulong[] Keys) Read(AnnotatedReport report, IReadOnlySet<string> stopwords)
    {
        List<SentencePrint> sentences = [];
        HashSet<ulong> seen = [], keys = [];
        int word = 0, content = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            List<ulong> told = [], all = [];
            HashSet<ulong> names = [];
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                Token token = report.Tokens[i];
                if (token.Lower.Length == 0 || !char.IsLetterOrDigit(token.Lower[0]))
                    continue;
                while (word < Runs.Words && Runs.SpanOf(word).Start < token.Span.Start)
                    word++;
                string stem = WordStem.Of(token);
                if (stopwords.Contains(token.Lower) || stopwords.Contains(stem) || stopwords.Contains(token.Lemma))
                    continue;
                ulong hash = ReportShingles.Hash(stem);
                all.Add(hash);
                if (word < Runs.Words && Runs.IsQuoted(word))
                    continue;
                told.Add(hash);
                if (char.IsAsciiDigit(token.Text[0]) || token.Tag == Upos.Num || (char.IsUpper(token.Text[0]) && i > sentence.FirstToken))
                    names.Add(hash);
            }
            for (int i = 0; i + 2 < all.Count; i++)
            {
                ulong key = KeyOf(all[i], all[i + 1], all[i + 2]);
                // The opening is kept whole, of the rest one key in four: the same choice in every report.
                if (content + i < TopWords || (key & 3) == 0)
                    keys.Add(key);
            }
            content += all.Count;
            ulong[] words = [.. told.Distinct().Order()];
            if (words.Length > 0 && sentences.Count < MostSentences && seen.Add(words.Aggregate(ReportShingles.Seed, (h, w) => ReportShingles.Mix(h ^ w))))
                sentences.Add(new SentencePrint(sentence.Span, words, names, sentences.Count));
        }
        return (sentences, [.. keys.Order()]);
    }

    private static ulong KeyOf(ulong a, ulong b, ulong c)
    {
        if (a > b)
            (a, b) = (b, a);
        if (b > c)
            (b, c) = (c, b);
        if (a > b)
            (a, b) = (b, a);
        return ReportShingles.Mix(ReportShingles.Mix(ReportShingles.Mix(ReportShingles.Seed ^ a) ^ b) ^ c);
    }

    private static IEnumerable<QuotePrint> QuotesOf(ReportShingles runs)
    {
        HashSet<ulong> seen = [];
        for (int first = 0; first < runs.Words;)
        {
            int end = first;
            ulong hash = ReportShingles.Seed;
            while (end < runs.Words && runs.IsQuoted(end))
                hash = ReportShingles.Mix(hash ^ runs.HashOf(end++));
            if (end - first >= MinQuote && seen.Add(hash))
                yield return new QuotePrint(runs.Range(first, end - first), hash, end - first);
            first = Math.Max(end, first + 1);
        }
    }
}
