using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// The words that stand with one time of a sentence, whether or not an event was read from it: two reports that say in the same words what was on "Monday"
/// and "yesterday" speak of one day.
/// </summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Time">Index of the time mention; -1 where the sentence has none.</param>
/// <param name="Words">The words with how much each tells.</param>
/// <param name="IsNegated">Whether the sentence says that something is not so.</param>
internal sealed record AnchorSentence(int Sentence, int Time, IReadOnlyDictionary<string, double> Words, bool IsNegated)
{
    private const int LeastShared = 3;
    private const double Most = 4;

    // What every report of a crisis says tells little of which day is meant.
    private const double OfUsual = 0.25;
    private const double CommonInNews = 6;
    private const double Scale = 4;

    /// <summary>How much the two have in common, from 0; <paramref name="usual"/> are the words that most of the reports at hand have.</summary>
    public double Likeness(AnchorSentence other, IReadOnlySet<string> usual)
    {
        // "Not a crane turned on Monday" and "the cranes turned again on Monday" are two Mondays.
        if (IsNegated != other.IsNegated)
            return 0;
        double sum = 0;
        int shared = 0, telling = 0;
        (AnchorSentence small, AnchorSentence large) = Words.Count <= other.Words.Count ? (this, other) : (other, this);
        foreach ((string word, double weight) in small.Words)
        {
            if (!large.Words.ContainsKey(word))
                continue;
            bool isUsual = usual.Contains(word);
            sum += weight * (isUsual ? OfUsual : 1);
            shared++;
            telling += isUsual ? 0 : 1;
        }
        return telling >= 2 || (telling == 1 && shared >= LeastShared) ? Math.Min(Most, sum) : 0;
    }

    /// <summary>The words of each sentence of <paramref name="source"/>, by the times in it that can place what is told; of two times in one sentence each takes the words nearer to it.</summary>
    public static IReadOnlyList<AnchorSentence> Of(AnnotatedReport source, WordWeights weights)
    {
        List<AnchorSentence> units = [];
        ILookup<int, int> timesOf = Enumerable.Range(0, source.Times.Count).Where(i => source.Times[i].PlacesEvents).ToLookup(i => source.Times[i].Sentence);
        foreach (Sentence within in source.Sentences)
        {
            int[] times = [.. timesOf[within.Index]];
            Dictionary<string, double>[] words = [.. Enumerable.Range(0, Math.Max(1, times.Length)).Select(_ => new Dictionary<string, double>(StringComparer.Ordinal))];
            bool isNegated = false;
            for (int t = within.FirstToken; t < within.EndToken; t++)
            {
                Token token = source.Tokens[t];
                isNegated |= token.Lower is "not" or "no" or "n't" or "n\u2019t" or "never" or "nobody" or "none" or "neither";
                if (WordOf(token) is not string word || times.Any(i => source.Times[i].Span.Contains(token.Span)))
                    continue;
                int nearest = times.Length == 0 ? 0 : Enumerable.Range(0, times.Length).MinBy(i => Distance(source.Times[times[i]].Span, token.Span));
                words[nearest][word] = char.IsAsciiDigit(word[0]) ? 1 : Math.Clamp((weights.Of(word) - CommonInNews) / Scale, 0.1, 1.5);
            }
            for (int i = 0; i < words.Length; i++)
                units.Add(new AnchorSentence(within.Index, times.Length == 0 ? -1 : times[i], words[i], isNegated));
        }
        return units;
    }

    /// <summary>The words of a report that could stand with a time.</summary>
    public static HashSet<string> AllWords(AnnotatedReport source) => [.. source.Tokens.Select(WordOf).OfType<string>()];

    private static string? WordOf(Token token) => token.Tag switch
    {
        Upos.Noun or Upos.Verb or Upos.Adj when token.Lemma.Length > 2 => Folding.Fold(token.Lemma),
        Upos.Propn when token.Text.Length > 1 => Folding.Fold(token.Text),
        Upos.Num when token.Text.Length > 1 && char.IsAsciiDigit(token.Text[0]) => token.Text,
        _ => null,
    };

    private static int Distance(TextSpan time, TextSpan word) => word.Start >= time.End ? word.Start - time.End : time.Start - word.End;
}
