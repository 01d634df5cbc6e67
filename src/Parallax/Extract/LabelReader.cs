using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Finds the words by which an account labels an actor: quoted ones, and ones that judge.</summary>
internal sealed class LabelReader
{
    private const int LongestLabel = 6;

    private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _modifiers = new(StringComparer.Ordinal);

    public LabelReader(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("trigger-labels").Rows)
            (row[0] == "n" ? _nouns : _modifiers).Add(row[1]);
    }

    /// <summary>The label claims of one sentence.</summary>
    public IEnumerable<LabelClaim> Read(ClauseModel model, ReportView view)
    {
        SentenceView s = model.Sentence;
        foreach (NounPhrase noun in model.Nouns)
        {
            int actor = ActorLookup.ActorOf(s, noun);
            if (actor < 0 || s.Tag(noun.Head) == Upos.Pron)
                continue;
            int first = -1;
            for (int i = noun.First; i <= noun.Head; i++)
            {
                bool judging = i == noun.Head ? _nouns.Contains(s.Lemma(i)) : _modifiers.Contains(s.Lower(i)) || _nouns.Contains(s.Lemma(i)) && s.Tag(i) is Upos.Noun;
                bool quoted = s.Quoted[i] && IsShortQuote(s, i) && s.Tag(i) is Upos.Noun or Upos.Adj or Upos.Verb;
                if (judging || quoted)
                {
                    first = i;
                    break;
                }
            }
            if (first < 0 || (s.Report.Actors[actor].Kind == ActorKind.Government && !_nouns.Contains(s.Lemma(noun.Head))))
                continue;
            TextSpan span = s.SpanOf(first, noun.Head + 1);
            bool opened = first > noun.First && s[first - 1].Text is "“" or "\"" || (first > 0 && s[first - 1].Text is "“" or "\"");
            if (opened)
                span = s.SpanOf(first - 1, noun.Head + 1);
            if (opened && noun.Head + 1 < s.Count && s.Quoted[noun.Head] && s[noun.Head + 1].Text is "”" or "\"")
                span = s.SpanOf(first - 1, noun.Head + 2);
            else if (opened && s.Quoted[noun.Head])
                span = s.SpanOf(first, noun.Head + 1);
            int speech = view.SpeechAround(s.Sentence.Index, span);
            yield return new LabelClaim
            {
                Actor = actor,
                Text = span.Of(view.Report.Report.Text),
                By = speech >= 0 ? view.Report.Speeches[speech].Speaker : -1,
                Evidence = s.SpanOf(Math.Min(noun.First, first), noun.End).Union(span),
                Sentence = s.Sentence.Index,
                Status = ClaimStatus.Happened,
                Rule = "label:" + s.Lower(first),
            };
        }
    }

    /// <summary>Whether the quotation that covers the token is only a few words long: a label, not a statement.</summary>
    private static bool IsShortQuote(SentenceView s, int at)
    {
        int first = at, end = at;
        while (first > 0 && s.Quoted[first - 1])
            first--;
        while (end < s.Count && s.Quoted[end])
            end++;
        return end - first <= LongestLabel && end < s.Count;
    }
}
