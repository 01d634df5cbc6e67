using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>One sentence with what stands on each of its tokens. Indexes of tokens are counted from the sentence's first token.</summary>
internal sealed class SentenceView
{
    private readonly AnnotatedReport _report;
    private readonly int _first;
    private readonly Token[] _tokens;

    public SentenceView(ReportView view, Sentence sentence)
    {
        _report = view.Report;
        _first = sentence.FirstToken;
        Sentence = sentence;
        Count = sentence.EndToken - sentence.FirstToken;
        _tokens = new Token[Count];
        for (int i = 0; i < Count; i++)
            _tokens[i] = _report.Tokens[_first + i];
        RepairVerbs(view);
        MentionAt = Filled(Count);
        TimeAt = Filled(Count);
        PlaceAt = Filled(Count);
        QuantityAt = Filled(Count);
        foreach (int index in view.MentionsOf(sentence.Index))
        {
            // A pronoun or a longer mention may cover a shorter one; the longer says more about who is meant.
            ActorMention mention = _report.Mentions[index];
            Mark(MentionAt, Trimmed(mention), index, old => _report.Mentions[old].Span.Length >= mention.Span.Length);
        }
        foreach (int index in view.TimesOf(sentence.Index))
            Mark(TimeAt, _report.Times[index].Span, index, _ => true);
        foreach (int index in view.PlacesOf(sentence.Index).Where(index => _report.Places[index].Use != ToponymUse.People))
            Mark(PlaceAt, _report.Places[index].Span, index, _ => true);
        foreach (int index in view.QuantitiesOf(sentence.Index))
            Mark(QuantityAt, _report.Quantities[index].Span, index, _ => true);
        Quoted = FindQuoted();
    }

    /// <summary>The sentence.</summary>
    public Sentence Sentence { get; }

    /// <summary>Number of tokens.</summary>
    public int Count { get; }

    /// <summary>For each token the mention that covers it, or -1.</summary>
    public int[] MentionAt { get; }

    /// <summary>For each token the time that covers it, or -1.</summary>
    public int[] TimeAt { get; }

    /// <summary>For each token the place that covers it, or -1.</summary>
    public int[] PlaceAt { get; }

    /// <summary>For each token the quantity that covers it, or -1.</summary>
    public int[] QuantityAt { get; }

    /// <summary>Whether each token stands between quotation marks that close in this sentence or stay open to its end.</summary>
    public bool[] Quoted { get; }

    /// <summary>The report.</summary>
    public AnnotatedReport Report => _report;

    /// <summary>The token, with its tag mended where its neighbours show it to be a verb.</summary>
    public Token this[int index] => _tokens[index];

    public string Lemma(int index) => index >= 0 && index < Count ? this[index].Lemma : "";

    public string Lower(int index) => index >= 0 && index < Count ? this[index].Lower : "";

    public Upos Tag(int index) => index >= 0 && index < Count ? this[index].Tag : Upos.X;

    /// <summary>The characters from the first token to before <paramref name="end"/>.</summary>
    public TextSpan SpanOf(int first, int end) => TextSpan.FromBounds(this[first].Span.Start, this[end - 1].Span.End);

    /// <summary>The token at or after the position <paramref name="at"/> of the text; <see cref="Count"/> where there is none.</summary>
    public int TokenAt(int at)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (this[middle].Span.End <= at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Whether the words stand one after another from <paramref name="at"/>, by lemma or by form.</summary>
    public bool Matches(int at, ReadOnlySpan<string> words)
    {
        for (int k = 0; k < words.Length; k++)
        {
            if (at + k >= Count || (Lemma(at + k) != words[k] && Lower(at + k) != words[k]))
                return false;
        }
        return true;
    }

    /// <summary>The mention without a verb that stands before its noun phrase: "arrested 20 people" names 20 people.</summary>
    private TextSpan Trimmed(ActorMention mention)
    {
        int start = mention.Span.Start;
        for (int i = TokenAt(mention.Span.Start); i + 1 < Count && this[i].Span.End <= mention.HeadSpan.Start; i++)
        {
            bool afterNoun = i > 0 && this[i].Span.Start > mention.Span.Start && Tag(i - 1) is Upos.Noun or Upos.Propn or Upos.Pron;
            if (Tag(i) is Upos.Verb or Upos.Aux && (afterNoun || Tag(i + 1) is Upos.Num or Upos.Det or Upos.Pron))
                start = this[i + 1].Span.Start;
        }
        return TextSpan.FromBounds(start, mention.Span.End);
    }

    /// <summary>
    /// Mends two slips of any tagger without a parser: a form in "-ed" before a number or article is a verb ("smashed two cars"),
    /// and a word such as "plan" between a name and "to" with a verb is one, too.
    /// </summary>
    private void RepairVerbs(ReportView view)
    {
        bool finite = _tokens.Any(token => token.Tag == Upos.Aux || (token.Tag == Upos.Verb && token.Form is VerbForm.Past or VerbForm.Present or VerbForm.PastParticiple));
        for (int i = 0; i + 1 < Count; i++)
        {
            Token token = _tokens[i];
            // "the shooting left two dead": a form in "-ing" that is subject or object without an object of its own is a noun.
            if (token.Xpos == "VBG" && token.Tag == Upos.Verb && token.Relation is "nsubj" or "nsubj:pass" or "obj" or "obl" or "nmod" && i > 0 && _tokens[i - 1].Tag is Upos.Det or Upos.Adj or Upos.Part or Upos.Noun)
            {
                _tokens[i] = token with { Tag = Upos.Noun, Form = VerbForm.None, Lemma = token.Lower };
                continue;
            }
            // "Fighting raged on Monday", "Fighting between the army and rebels killed two": a sentence that opens so with a past form behind it tells of an event.
            bool sides = _tokens[1].Lower == "between";
            if (i == 0 && token.Xpos == "VBG" && token.Tag == Upos.Verb && (sides || (_tokens[1].Xpos is "VBD" or "VBN" or "VBZ" && _tokens[1].Tag == Upos.Verb)))
            {
                _tokens[i] = token with { Tag = Upos.Noun, Form = VerbForm.None, Lemma = token.Lower };
                if (sides)
                    JoinSides();
                continue;
            }
            // "Soldiers shot and wounded a man": the tagger takes the first of two verbs for a noun.
            if (token is { Tag: Upos.Noun, Lower: "shot" } && i > 0 && i + 2 < Count && _tokens[i - 1].Tag is Upos.Noun or Upos.Propn or Upos.Pron && _tokens[i + 1].Lower == "and" && _tokens[i + 2].Xpos == "VBD")
            {
                _tokens[i] = token with { Tag = Upos.Verb, Form = VerbForm.Past, Lemma = "shoot" };
                continue;
            }
            // "the airport shooting suspect": a deed that only says which suspect.
            if (token is { Tag: Upos.Verb, Xpos: "VBG" } && i > 0 && _tokens[i - 1].Tag is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det && _tokens[i + 1].Xpos == "NN" && IsOfCase(_tokens[i + 1].Lemma))
            {
                _tokens[i] = token with { Tag = Upos.Noun, Form = VerbForm.None, Lemma = token.Lower };
                continue;
            }
            Upos next = _tokens[i + 1].Tag;
            if (token.Tag is Upos.Adj or Upos.Noun && token.Lower.Length > 4 && token.Lower.EndsWith("ed", StringComparison.Ordinal) && (next is Upos.Num or Upos.Det or Upos.Pron || (!finite && i > 0 && _tokens[i - 1].Tag is Upos.Noun or Upos.Propn or Upos.Pron))
                && (i == 0 || _tokens[i - 1].Tag is not (Upos.Det or Upos.Aux or Upos.Adp)) && PastLemma(view, token.Lower) is { } lemma)
                _tokens[i] = token with { Tag = Upos.Verb, Form = VerbForm.Past, Lemma = lemma };
            else if (token.Tag == Upos.Noun && i > 0 && _tokens[i - 1].Tag is Upos.Propn or Upos.Pron && _tokens[i + 1].Lower == "to" && i + 2 < Count && _tokens[i + 2].Form == VerbForm.Base
                && token.Lemma is "plan" or "vow" or "pledge" or "aim" or "hope" or "attempt" or "promise")
                _tokens[i] = token with { Tag = Upos.Verb, Form = token.Lower == token.Lemma ? VerbForm.Base : VerbForm.Present };
        }
    }

    private static bool IsOfCase(string lemma) => lemma is "suspect" or "victim" or "survivor" or "scene" or "case" or "trial" or "plot" or "spree" or "site" or "investigation" or "inquiry" or "probe" or "charge" or "death" or "incident" or "ring" or "campaign" or "range" or "defendant" or "witness";

    /// <summary>"Fighting between the army and the rebels killed two": the second side is no subject of its own; what it is between is.</summary>
    private void JoinSides()
    {
        for (int i = 2; i < Count; i++)
        {
            int verb = _tokens[i].Head - _first, first = _tokens[1].Head - _first;
            if (_tokens[i].Relation != "nsubj" || verb <= i || verb >= Count || first <= 1 || first >= i || _tokens[0].Head != _tokens[i].Head)
                continue;
            bool joined = false;
            for (int c = first + 1; c < i; c++)
                joined |= _tokens[c].Relation == "cc" && _tokens[c].Head == _first + i;
            if (!joined)
                return;
            _tokens[i] = _tokens[i] with { Head = _first + first, Relation = "conj" };
            _tokens[first] = _tokens[first] with { Head = _first, Relation = "nmod" };
            _tokens[0] = _tokens[0] with { Relation = "nsubj" };
            return;
        }
    }

    private static string? PastLemma(ReportView view, string lower)
    {
        string stem = lower[..^2];
        if (view.IsVerb(stem))
            return stem;
        if (view.IsVerb(stem + "e"))
            return stem + "e";
        return stem.Length > 2 && stem[^1] == stem[^2] && view.IsVerb(stem[..^1]) ? stem[..^1] : null;
    }

    private static int[] Filled(int count)
    {
        int[] values = new int[count];
        Array.Fill(values, -1);
        return values;
    }

    private void Mark(int[] at, TextSpan span, int index, Func<int, bool> keepsOld)
    {
        for (int i = TokenAt(span.Start); i < Count && this[i].Span.Start < span.End; i++)
        {
            if (at[i] < 0 || !keepsOld(at[i]))
                at[i] = index;
        }
    }

    private bool[] FindQuoted()
    {
        bool[] quoted = new bool[Count];
        bool open = false;
        for (int i = 0; i < Count; i++)
        {
            if (IsDoubleQuote(this[i].Text))
                open = this[i].Text is "“" or "«" or "„" || (this[i].Text != "”" && this[i].Text != "»" && !open);
            else
                quoted[i] = open;
        }
        return quoted;
    }

    private static bool IsDoubleQuote(string text) => text is "\"" or "“" or "”" or "«" or "»" or "„" or "``" or "''";
}
