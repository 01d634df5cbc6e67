using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>
/// Tells which sentences of a report belong to stretches of history. Each sentence has a weight from what can be read in it (its times, the tense of
/// its main verb, words that point back or to the present, its place in the report), and the likeliest run of history and news over the whole
/// report decides, so that a sentence without a date goes with those around it. All weights are set by hand, in tenths.
/// </summary>
internal sealed class HistoryStretches
{
    // What a sentence must show by itself to open a stretch of history, and what it costs where it does not.
    private const int Turning = 8, EnterUnmarked = -32;

    // What an old date in the main clause gives.
    private const int Dated = 30;

    // The plain past of anything but speech.
    private const int Plain = 3;

    // To open a stretch; to leave it within a paragraph, before a sentence that takes up the one before, and before one that does not.
    private const int Enter = -20, LeaveParagraph = -14, LeaveLinked = -16, LeaveUnlinked = -8;

    // To go on in a new paragraph that does not take up the one before.
    private const int Unlinked = -6;

    // The opening of a report tells what it is about.
    private static readonly int[] s_opening = [-45, -14, -8, -4];

    // Sentences that say whom the report is about.
    private const int OpeningSentences = 2;

    // Steps up the tree that are looked at; a damaged tree has no end.
    private const int LongestPath = 40;

    // Words from "anniversary" to the year of what it recalls.
    private const int LongestCommemoration = 8;

    private static readonly HashSet<string> s_linking = new(StringComparer.Ordinal)
    {
        "that", "this", "these", "those", "he", "she", "they", "it", "his", "her", "their", "its", "then", "later", "afterwards", "afterward", "within", "soon", "but", "subsequently", "ultimately", "eventually", "finally", "initially", "also", "both", "when", "after", "at", "instead", "however", "despite", "neither", "another",
    };

    private readonly ReportView _view;
    private readonly CueWeights _cues;
    private readonly HistoryReader _times;
    // Those whom the opening names are in the news; that they are named again takes up nothing.
    private readonly HashSet<int> _protagonists = [];
    private readonly HashSet<string> _opening = new(StringComparer.Ordinal);
    private readonly bool[] _history;

    public HistoryStretches(ReportView view, CueWeights cues, HistoryReader times)
    {
        (_view, _cues, _times) = (view, cues, times);
        foreach (Sentence sentence in view.Report.Sentences.Where(sentence => !sentence.IsHeading).Take(OpeningSentences))
        {
            foreach (int mention in view.MentionsOf(sentence.Index))
                _protagonists.Add(view.Report.Mentions[mention].Actor);
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
                _opening.Add(view.Report.Tokens[i].Lemma);
        }
        _history = Decide();
    }

    /// <summary>Whether the sentence tells history.</summary>
    public bool Holds(int sentence) => _history[sentence];

    /// <summary>The likeliest course of news and history through the report.</summary>
    private bool[] Decide()
    {
        IReadOnlyList<Sentence> sentences = _view.Report.Sentences;
        bool[] history = new bool[sentences.Count];
        (bool ToNews, bool ToHistory)[] from = new (bool, bool)[sentences.Count];
        int news = 0, old = Enter, position = 0;
        for (int i = 0; i < sentences.Count; i++)
        {
            Sentence sentence = sentences[i];
            if (sentence.IsHeading)
            {
                // A heading opens a story of its own.
                from[i] = (old > news, old > news);
                news = Math.Max(news, old);
                old = news + Enter;
                continue;
            }
            int own = Weight(sentence), weight = own + (position < s_opening.Length && own < Dated ? s_opening[position] : 0), enter = own >= Turning ? Enter : EnterUnmarked;
            position++;
            bool together = i > 0 && sentence.Paragraph == sentences[i - 1].Paragraph, linked = i > 0 && !sentences[i - 1].IsHeading && IsLinked(sentence, sentences[i - 1]);
            int leave = together ? LeaveParagraph : linked ? LeaveLinked : LeaveUnlinked, stay = together || linked ? 0 : Unlinked;
            bool newsFromOld = old + leave > news, oldFromOld = old + stay > news + enter;
            from[i] = (newsFromOld, oldFromOld);
            (news, old) = (newsFromOld ? old + leave : news, weight + (oldFromOld ? old + stay : news + enter));
        }
        bool state = old > news;
        for (int i = sentences.Count - 1; i >= 0; i--)
        {
            history[i] = state && !sentences[i].IsHeading;
            state = state ? from[i].ToHistory : from[i].ToNews;
        }
        return history;
    }

    /// <summary>What the sentence shows by itself.</summary>
    private int Weight(Sentence sentence)
    {
        IReadOnlyList<Token> tokens = _view.Report.Tokens;
        int root = -1;
        bool quote = false, modal = false, finitePast = false, perfect = false, present = false, attributed = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head < 0 && root < 0 && tokens[i].Tag != Upos.Punct)
                root = i;
            quote |= tokens[i].Text is "\"" or "“" or "”" or "''" or "``";
        }
        int weight = _cues.Of(tokens, sentence.FirstToken, sentence.EndToken) + Times(sentence, root);
        if (root < 0)
            return weight;
        Note(tokens[root].Xpos, tokens[root].Lower);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head != root)
                continue;
            if (tokens[i].Relation is "aux" or "aux:pass" or "cop")
            {
                Note(tokens[i].Xpos, tokens[i].Lower);
                perfect |= tokens[i].Lower is "had" or "has" or "have" && tokens[i].Relation == "aux";
            }
            else if (tokens[i].Relation is "parataxis" or "ccomp" && ClauseFinder.IsSaying(tokens[i].Lemma))
            {
                attributed = true;
            }
        }
        bool saying = ClauseFinder.IsSaying(tokens[root].Lemma);
        weight += modal ? -6 : perfect ? (finitePast ? 10 : -10) : present ? -15 : finitePast ? saying ? -10 : Plain : 0;
        weight += (attributed ? -6 : 0) + (quote ? -6 : 0);
        return weight;

        void Note(string tag, string lower)
        {
            modal |= tag == "MD" && lower is not ("would" or "could" or "might");
            finitePast |= tag == "VBD";
            present |= tag is "VBZ" or "VBP";
        }
    }

    private int Times(Sentence sentence, int root)
    {
        int old = 0, recent = 0;
        foreach (int time in _view.TimesOf(sentence.Index))
        {
            bool main = IsMain(time, root);
            if (OpensStretch(_view, sentence, time) || IsCommemorated(_view.Report.Tokens, sentence.FirstToken, AnnotatedReport.FirstTokenAt(_view.Report.Tokens, _view.Report.Times[time].Span.Start)) || ClaimSetting.IsCompared(_view.Report.Tokens, sentence.FirstToken, AnnotatedReport.FirstTokenAt(_view.Report.Tokens, _view.Report.Times[time].Span.Start)))
                continue;
            if (_times.IsOld(time))
                old = Math.Max(old, main ? Dated : 5);
            else if (_times.IsRecent(time))
                recent = Math.Max(recent, main ? 40 : 15);
            else if (_times.IsBareMonth(time))
                old = Math.Max(old, main ? 16 : 5);
        }
        return old - recent;
    }

    /// <summary>Whether the time belongs to the main clause, not to what qualifies somebody or something in it.</summary>
    private bool IsMain(int time, int root)
    {
        IReadOnlyList<Token> tokens = _view.Report.Tokens;
        int at = AnnotatedReport.FirstTokenAt(tokens, _view.Report.Times[time].Span.Start);
        // The tree does not always hang such a clause on its noun.
        for (int i = root + 1; root >= 0 && i < at; i++)
        {
            if (tokens[i].Lower is "where" or "which" or "who" or "whose" or "whom")
                return false;
        }
        for (int steps = 0; steps < LongestPath && at >= 0 && at < tokens.Count && at != root; steps++)
        {
            if (tokens[at].Relation.StartsWith("acl", StringComparison.Ordinal) || tokens[at].Relation is "appos" or "ccomp" || (tokens[at].Relation == "advcl" && IsConceded(tokens, at)))
                return false;
            at = tokens[at].Head;
        }
        return true;
    }

    /// <summary>"urged restraint, though a visit was put off in March 2021"</summary>
    private static bool IsConceded(IReadOnlyList<Token> tokens, int clause)
    {
        for (int i = clause - 1; i >= 0 && i >= clause - LongestPath && tokens[i].Lower is not ("." or ";"); i--)
        {
            if (tokens[i].Head == clause && tokens[i].Relation == "mark")
                return tokens[i].Lower is "though" or "although" or "because";
        }
        return false;
    }

    /// <summary>"since 2014", "until Monday": the end of a stretch, from which no story goes on.</summary>
    public static bool OpensStretch(ReportView view, Sentence sentence, int time)
    {
        TextSpan span = view.Report.Times[time].Span;
        for (int i = sentence.FirstToken; i < sentence.EndToken && view.Report.Tokens[i].Span.Start <= span.Start; i++)
        {
            if (view.Report.Tokens[i].Lower is "since" or "until" or "till" or "before" && (view.Report.Tokens[i].Span.Start == span.Start || (i + 1 < sentence.EndToken && view.Report.Tokens[i + 1].Span.Start == span.Start)))
                return true;
        }
        return false;
    }

    /// <summary>"three coups since 1961", "several wars since independence in 1975": events counted over years.</summary>
    public static bool IsTally(ClauseModel model, ReportView view, NounPhrase noun, HistoryReader history)
    {
        SentenceView s = model.Sentence;
        bool many = s[noun.Head].Xpos is "NNS" or "NNPS" && (s.Tag(noun.First) == Upos.Num || s.Lower(noun.First) is "several" or "many" or "numerous" or "dozens" or "multiple" or "repeated" or "various" or "countless" or "successive");
        if (!many || ClaimSetting.TimeBetween(model, noun.First, noun.Head) >= 0)
            return false;
        for (int i = noun.End; i < s.Count && s.Lower(i) is not (";" or "."); i++)
        {
            if (s.Lower(i) != "since")
                continue;
            for (int at = i; at < s.Count; at++)
            {
                if (s.TimeAt[at] is int time and >= 0 && view.DateOf(time) is { } date && (view.ReferenceYear is not { } year || date.Start.Year < year - 1) && (at == i || history.IsOld(time) || date.End.Year > date.Start.Year))
                    return true;
            }
        }
        return false;
    }

    /// <summary>"marched to mark the anniversary of the 1990 massacre": what is only commemorated does not date the sentence.</summary>
    /// <param name="tokens">The tokens of the report.</param>
    /// <param name="first">The first token of the sentence.</param>
    /// <param name="time">The first token of the time.</param>
    public static bool IsCommemorated(IReadOnlyList<Token> tokens, int first, int time)
    {
        for (int i = time - 1; i >= Math.Max(first, time - LongestCommemoration) && tokens[i].Lower is not ("," or ";"); i--)
        {
            if (StatusReader.IsCommemoration(tokens[i].Lemma))
                return true;
        }
        return false;
    }

    /// <summary>Whether the sentence takes up the one before: by its first word, or by somebody whom both name.</summary>
    private bool IsLinked(Sentence sentence, Sentence before)
    {
        IReadOnlyList<Token> tokens = _view.Report.Tokens;
        int first = sentence.FirstToken;
        while (first < sentence.EndToken && tokens[first].Tag == Upos.Punct)
            first++;
        if (first < sentence.EndToken && s_linking.Contains(tokens[first].Lower))
            return true;
        // "the boy", "the doctor": somebody told of before, though not in the opening.
        if (first + 1 < sentence.EndToken && tokens[first].Lower == "the" && tokens[first + 1].Tag == Upos.Noun && !_opening.Contains(tokens[first + 1].Lemma))
            return true;
        foreach (int mention in _view.MentionsOf(sentence.Index))
        {
            ActorMention own = _view.Report.Mentions[mention];
            if (own.Actor >= 0 && !_protagonists.Contains(own.Actor) && _view.MentionsOf(before.Index).Any(other => _view.Report.Mentions[other].Actor == own.Actor))
                return true;
        }
        return false;
    }
}

/// <summary>Phrases with the weight that each adds to its sentence, found by their first word.</summary>
internal sealed class CueWeights
{
    private readonly Dictionary<string, List<(string[] Words, int Weight)>> _phrases = new(StringComparer.Ordinal);

    public CueWeights(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("history-cues").Rows)
        {
            string[] words = row[0].Split(' ');
            if (!_phrases.TryGetValue(words[0], out List<(string[], int)>? list))
                _phrases.Add(words[0], list = []);
            list.Add((words, int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>The sum over the tokens; of phrases that overlap only the heaviest counts.</summary>
    public int Of(IReadOnlyList<Token> tokens, int from, int to)
    {
        int sum = 0;
        for (int i = from; i < to; i++)
        {
            if (!_phrases.TryGetValue(tokens[i].Lower, out List<(string[] Words, int Weight)>? list))
                continue;
            int best = 0, length = 1;
            foreach ((string[] words, int weight) in list)
            {
                if (Math.Abs(weight) <= Math.Abs(best) || i + words.Length > to)
                    continue;
                int k = 1;
                while (k < words.Length && tokens[i + k].Lower == words[k])
                    k++;
                if (k == words.Length)
                    (best, length) = (weight, words.Length);
            }
            sum += best;
            i += length - 1;
        }
        return sum;
    }
}
