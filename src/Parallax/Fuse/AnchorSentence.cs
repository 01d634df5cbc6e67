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
/// <param name="DaysBefore">How many days before the time the words' own day lies: 7 for "on Tuesday, a week after he fell".</param>
internal sealed record AnchorSentence(int Sentence, int Time, IReadOnlyDictionary<string, double> Words, bool IsNegated, int DaysBefore = 0)
{
    private const int LongestOffset = 10;
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
    public static IReadOnlyList<AnchorSentence> Of(AnnotatedReport source, WordWeights weights, OccurrenceSenses senses)
    {
        List<AnchorSentence> units = [];
        ILookup<int, int> timesOf = Enumerable.Range(0, source.Times.Count).Where(i => source.Times[i].PlacesEvents).ToLookup(i => source.Times[i].Sentence);
        ILookup<int, ActorMention> mentions = source.Mentions.Where(m => m.Actor >= 0 && m.Form != MentionForm.Name && source.Actors[m.Actor] is { IsNamed: true, Kind: ActorKind.Person }).ToLookup(m => m.Sentence);
        foreach (Sentence within in source.Sentences)
        {
            int[] all = [.. timesOf[within.Index]];
            int[] times = [.. all.Where(i => OffsetOf(source.Times[i]) == 0)];
            Dictionary<string, double>? offset = null;
            int counted = all.FirstOrDefault(i => OffsetOf(source.Times[i]) != 0, -1);
            int lastCounted = -1;
            if (counted >= 0)
            {
                offset = new Dictionary<string, double>(StringComparer.Ordinal);
                lastCounted = EndOfOffset(source, within, counted);
            }
            Dictionary<string, double>[] words = [.. Enumerable.Range(0, Math.Max(1, times.Length)).Select(_ => new Dictionary<string, double>(StringComparer.Ordinal))];
            bool isNegated = false;
            for (int t = within.FirstToken; t < within.EndToken; t++)
            {
                Token token = source.Tokens[t];
                isNegated |= token.Lower is "not" or "no" or "n't" or "n\u2019t" or "never" or "nobody" or "none" or "neither";
                if (WordOf(token, senses) is not string word || all.Any(i => source.Times[i].Span.Contains(token.Span)))
                    continue;
                double weight = char.IsAsciiDigit(word[0]) ? 1 : Math.Clamp((weights.Of(word) - CommonInNews) / Scale, 0.1, 1.5);
                // "A week after he fell": what follows was a week before.
                if (offset is not null && token.Span.Start >= source.Times[counted].Span.End && t < lastCounted)
                {
                    offset[word] = weight;
                    continue;
                }
                int nearest = times.Length == 0 ? 0 : Enumerable.Range(0, times.Length).MinBy(i => Distance(source.Times[times[i]].Span, token.Span));
                words[nearest][word] = weight;
            }
            // "He will be buried": by the name that the report knows him by.
            foreach (ActorMention mention in mentions[within.Index])
            {
                foreach (string name in ClusterWords.Split(source.Actors[mention.Actor].Name))
                {
                    double weight = Math.Clamp((weights.Of(name) - CommonInNews) / Scale, 0.1, 1.5);
                    int nearest = times.Length == 0 ? 0 : Enumerable.Range(0, times.Length).MinBy(i => Distance(source.Times[times[i]].Span, mention.Span));
                    (offset is not null && mention.Span.Start >= source.Times[counted].Span.End && mention.Span.End <= source.Tokens[lastCounted - 1].Span.End ? offset : words[nearest]).TryAdd(name, weight);
                }
            }
            if (offset is not null)
                units.Add(new AnchorSentence(within.Index, times.Length == 0 ? -1 : times.MinBy(i => Distance(source.Times[i].Span, source.Times[counted].Span)), offset, isNegated, OffsetOf(source.Times[counted])));
            for (int i = 0; i < words.Length; i++)
                units.Add(new AnchorSentence(within.Index, times.Length == 0 ? -1 : times[i], words[i], isNegated));
        }
        return units;
    }

    /// <summary>The words of a report that could stand with a time.</summary>
    public static HashSet<string> AllWords(AnnotatedReport source, OccurrenceSenses senses) => [.. source.Tokens.Select(t => WordOf(t, senses)).OfType<string>()];

    /// <summary>How many days after something else the time says it is: 7 of "a week after"; 0 where it does not say.</summary>
    private static int OffsetOf(TimeMention time) => time.Expression is BesideEvent { Beside: null, Count: > 0 and <= 60 } beside
        ? beside.Unit switch { TimeUnit.Day => beside.Count.Value, TimeUnit.Week => 7 * beside.Count.Value, _ => 0 }
        : 0;

    // The words of what a time is counted from end with their clause.
    private static int EndOfOffset(AnnotatedReport source, Sentence within, int counted)
    {
        int first = AnnotatedReport.FirstTokenAt(source.Tokens, source.Times[counted].Span.End);
        int end = first;
        while (end < within.EndToken && end < first + LongestOffset && source.Tokens[end].Text is not ("," or ";" or "." or "\u2014" or "\u2013"))
            end++;
        return end;
    }

    private static string? WordOf(Token token, OccurrenceSenses senses) => token.Tag switch
    {
        // "The dismissal" and "dismissed" are one word here.
        Upos.Noun or Upos.Verb when token.Lemma.Length > 2 => Folding.Fold(senses.StemOf(token.Lemma)),
        Upos.Adj when token.Lemma.Length > 2 => Folding.Fold(token.Lemma),
        Upos.Propn when token.Text.Length > 1 => Folding.Fold(token.Text),
        Upos.Num when token.Text.Length > 1 && char.IsAsciiDigit(token.Text[0]) => token.Text,
        _ => null,
    };

    private static int Distance(TextSpan time, TextSpan word) => word.Start >= time.End ? word.Start - time.End : time.Start - word.End;
}
