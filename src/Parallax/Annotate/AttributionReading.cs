using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>The reading of one report.</summary>
internal sealed partial class AttributionReading
{
    private const int LongestLabel = 7;
    private const int LongestSignature = 24;
    private const int ShortestSigned = 12;
    private const int LongestNickname = 30;

    private static readonly HashSet<string> s_light = new(StringComparer.Ordinal) { "continue", "go", "begin", "start", "proceed", "come" };

    // Verbs that with a thing for their object tell of a deed or a state.
    private static readonly HashSet<string> s_alsoDoing = new(StringComparer.Ordinal) { "add", "boast", "invite", "maintain", "pledge", "speak", "threaten", "underline", "underscore", "uphold" };

    private readonly AnnotatedReport _report;
    private readonly AttributionTree _tree;
    private readonly AttributionCues _cues;
    private readonly AttributionSpans _spans;
    private readonly AttributionSubject _subjects;
    private readonly AttributionQuotes _quotes;
    private readonly SpeechMentions _mentions;
    private readonly List<Attribution> _found = [];
    private readonly HashSet<int> _times = [];
    private readonly Dictionary<int, TextSpan> _named = [];
    private string _rule = "";

    public AttributionReading(AnnotatedReport report, AttributionTree tree, AttributionCues cues)
    {
        _report = report;
        _tree = tree;
        _cues = cues;
        _subjects = new AttributionSubject(tree, SpeechDatelines.Heads(report), SpeechCueReader.TimeTokens(report));
        _quotes = new AttributionQuotes(report, tree);
        foreach (TimeMention time in report.Times)
            _times.Add(AnnotatedReport.FirstTokenAt(report.Tokens, time.Span.Start));
        _mentions = new SpeechMentions(report);
        _spans = new AttributionSpans(tree, _mentions, _times, SpeechDatelines.Ends(report));
    }

    public IReadOnlyList<Attribution> Read(IReadOnlyList<Speech> speeches)
    {
        foreach (Sentence sentence in _report.Sentences)
        {
            if (sentence.IsHeading)
            {
                HeadingLabel(sentence);
                continue;
            }
            InPoll(sentence);
            Transcript(sentence);
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (_tree.QuoteOf[i] >= 0)
                    continue;
                if (_tree[i].Lower == "according" && i + 1 < sentence.EndToken && _tree[i + 1].Lower == "to")
                    AccordingTo(i);
                else if (_tree[i].Tag == Upos.Verb)
                    Verb(i);
                else if (_tree[i].Tag == Upos.Noun)
                {
                    TakenForNoun(i);
                    Noun(i);
                }
                else if (_tree[i].Tag == Upos.Adj)
                    Stance(i);
                else if (_tree[i] is { Lower: "that", Tag: Upos.Sconj })
                    IsThat(i);
                else if (i > 0 && _tree.QuoteOf[i - 1] >= 0 && _tree[i].Text is "—" or "–" or "―" or "--" or "-")
                    Signature(sentence, i);
                else if (_tree[i].Text == ":" && i > sentence.FirstToken && i - sentence.FirstToken < LongestLabel && IsFirst(sentence))
                    Label(sentence, i);
            }
        }
        AddLines(speeches);
        Introduced();
        GoOnInMarks();
        CutBeforeAccording();
        GoOnToStop();
        MarkInner();
        ShareTeller();
        _quotes.CarryOn(_found, Speaks);
        _found.Sort((a, b) => a.Content[0] != b.Content[0] ? a.Content[0].CompareTo(b.Content[0]) : a.Head.CompareTo(b.Head));
        MarkInner();
        return _found;
    }

    // What the line told and the tree did not, its clause hung on another word: "said in a statement that…".
    private void AddLines(IReadOnlyList<Speech> speeches)
    {
        HashSet<int> heads = [.. _found.Select(a => a.Head)];
        foreach (Speech speech in speeches)
        {
            if (speech.Cue is not { } cue || speech.SpeakerSpan is not { } named || speech.CueLemma is not { } lemma)
                continue;
            int first = FirstToken(cue.Start), verb = first;
            bool known = false;
            for (int i = first; i < _tree.Tokens.Count && _tree[i].Span.Start < cue.End; i++)
            {
                known |= heads.Contains(i) || _found.Exists(a => a.Cue is { } other && other.Start < _tree[i].Span.Start && other.Contains(_tree[i].Span)) || _found.Exists(a => a.Head > i && a.Cue is { } chained && chained.Contains(_tree[i].Span));
                if (_tree[verb].Tag != Upos.Verb && _tree[i].Tag == Upos.Verb)
                    verb = i;
            }
            if (known || _tree.QuoteOf[first] >= 0)
                continue;
            int speaker = Topmost(named);
            if (_spans.Source(speaker, verb) is not { } source)
                continue;
            List<TextSpan> content = [];
            foreach (TextSpan piece in speech.Content)
            {
                int from = FirstToken(piece.Start), last = FirstToken(piece.End) - 1;
                if (from > 0 && _tree[from - 1] is { Lower: "that", Tag: Upos.Sconj or Upos.Pron })
                    from--;
                if (_spans.Trimmed(from, Math.Max(from, last), keepMarks: false) is { } whole)
                    content.Add(whole);
            }
            // "maintains a lead", "invited X to the rally": a thing beside the verb is nothing that was said.
            if (s_alsoDoing.Contains(lemma) && speech.Form == SpeechForm.Indirect && content.TrueForAll(piece => !HasFinite(FirstToken(piece.Start), FirstToken(piece.End))))
                continue;
            (int cueFirst, int cueLast) = lemma == "according to" ? (first, first + 1) : _spans.Cue(verb, verb, FirstToken(cue.End) - 1 > verb ? FirstToken(cue.End) - 1 : -1);
            _rule = "line";
            if (content.Count > 0 && heads.Add(verb))
                Add(AttributionSort.Speech, source, cueFirst, cueLast, content, lemma, verb, speaker);
        }
    }

    // The word of a phrase on which the others hang.
    private int Topmost(TextSpan phrase)
    {
        int head = FirstToken(phrase.Start);
        for (int i = head; i < _tree.Tokens.Count && _tree[i].Span.Start < phrase.End; i++)
        {
            if (_tree.Head(i) < 0 || !phrase.Contains(_tree[_tree.Head(i)].Span))
            {
                if (_tree[i].Tag is Upos.Noun or Upos.Propn or Upos.Pron)
                    return i;
            }
        }
        return head;
    }

    // "declined to renew it, according to X": X tells the whole of it, whatever word the tree hangs the phrase on.
    private void CutBeforeAccording()
    {
        Dictionary<int, int> tellers = [];
        for (int i = 0; i < _found.Count; i++)
        {
            if (_found[i] is { Rule: "according", Head: > 0 and int head } && _tree[head - 1].Text == ",")
                tellers[_tree.SentenceOf[head]] = i;
        }
        for (int i = 0; i < _found.Count && tellers.Count > 0; i++)
        {
            Attribution found = _found[i];
            if (found.Cue is not { } cue || found.Head < 0 || !tellers.TryGetValue(_tree.SentenceOf[found.Head], out int teller) || teller == i || !_found[teller].Content.Any(piece => piece.Contains(cue)))
                continue;
            int end = _tree[_found[teller].Head - 1].Span.Start;
            _found[i] = found with { Content = [.. found.Content.Select(piece => piece.Start < end && piece.End > end && _found[teller].Source is { } source && source.End >= piece.End ? TextSpan.FromBounds(piece.Start, end) : piece)] };
        }
    }

    private int FirstToken(int position) => AnnotatedReport.FirstTokenAt(_tree.Tokens, position);

    // "the minister's claim that…", "a warning by X that…"
    private void Noun(int noun)
    {
        if (!_cues.IsNoun(_tree[noun].Lemma) || (_found.Count > 0 && _found[^1].Cue is { } cue && cue.Contains(_tree[noun].Span)))
            return;
        int owner = -1, clause = -1;
        foreach (int child in _tree.Of(noun))
        {
            if (_tree.Relation(child) == "nmod:poss" || (_tree.Plain(child) == "nmod" && Introducer(child) is "by" or "from"))
                owner = child;
            else if (child > noun && _tree.Plain(child) is "acl" or "ccomp" && _tree.Relation(child) != "acl:relcl" && Introducer(child) is "that")
                clause = child;
        }
        if (owner < 0 || clause < 0 || _tree[owner].Lower is "my" or "our" or "your")
            return;
        List<int> words = _tree.Subtree(clause);
        List<TextSpan> content = _spans.Pieces(words);
        if (content.Count == 0 || _tree[words[0]].Lower != "that" || content[0].Start != _tree[words[0]].Span.Start || words[0] > noun + 6)
            return;
        _found.Add(new Attribution(_cues.IsSpeechNoun(_tree[noun].Lemma) ? AttributionSort.Speech : AttributionSort.Think, _spans.Source(owner, noun), _tree[noun].Span, content, _tree[noun].Lemma, noun) { SourceHead = owner, Rule = "noun" });
    }

    private bool IsFirst(Sentence sentence) => sentence.Index == 0 || _report.Sentences[sentence.Index - 1].Paragraph != sentence.Paragraph;

    // "KARIM ODEH: We left at dawn.", as transcripts print it: the rest of the paragraph.
    private void Label(Sentence sentence, int colon)
    {
        for (int i = sentence.FirstToken; i < colon; i++)
        {
            if (_tree[i].Tag != Upos.Propn && _tree[i].Text is not ("." or "(" or ")"))
                return;
        }
        int last = sentence.Index;
        while (last + 1 < _report.Sentences.Count && _report.Sentences[last + 1].Paragraph == sentence.Paragraph)
            last++;
        int end = _report.Sentences[last].EndToken - 1;
        // "North: X, Y and Z": a list says nothing.
        if (end - colon < 3 || IsList(colon + 1, end + 1) || _spans.Trimmed(sentence.FirstToken, colon - 1, keepMarks: true) is not { } source || _spans.Trimmed(colon + 1, end, keepMarks: false) is not { } content)
            return;
        _found.Add(new Attribution(AttributionSort.Speech, source, _tree[colon].Span, [content], ":", colon) { SourceHead = sentence.FirstToken, Rule = "label" });
    }

    private bool IsList(int from, int until)
    {
        int commas = 0;
        for (int i = from; i < until; i++)
            commas += _tree[i].Text == "," ? 1 : 0;
        return commas > 2 && !HasFinite(from, until);
    }

    // "“We left at dawn.” — Karim Odeh, sailor": words set apart with their speaker beneath.
    private void Signature(Sentence sentence, int dash)
    {
        int paragraph = sentence.Paragraph, end = sentence.EndToken;
        if (dash + 1 >= end || end - dash > LongestSignature || _tree[dash + 1].Tag != Upos.Propn || (sentence.Index + 1 < _report.Sentences.Count && _report.Sentences[sentence.Index + 1].Paragraph == paragraph))
            return;
        for (int i = dash + 1; i < end; i++)
        {
            if (_tree[i].Tag is Upos.Aux or Upos.Pron || (_tree[i].Tag == Upos.Verb && _tree[i].Form is not (VerbForm.Gerund or VerbForm.PastParticiple)))
                return;
        }
        TextSpan quote = _tree.Quotes[_tree.QuoteOf[dash - 1]].Outer;
        if (_spans.Trimmed(dash + 1, end - 1, keepMarks: true) is { } source && quote.Length > ShortestSigned)
            _found.Add(new Attribution(AttributionSort.Speech, source, _tree[dash].Span, [quote], ":", dash) { SourceHead = dash + 1, Rule = "label" });
    }

    private void AccordingTo(int according)
    {
        int named = _tree.Relation(according) == "case" ? _tree.Head(according) : _tree.ChildLike(according, "obl");
        while (named >= 0 && _tree.Relation(named) is "compound" or "nmod:desc" && _tree.Head(named) > named)
            named = _tree.Head(named);
        if (named < 0 || _tree[named].Lower is "plan" or "rule" or "law")
            return;
        int clause = _tree.Relation(according) == "case" ? _tree.Head(named) : _tree.Head(according);
        if (clause < 0 || _spans.Source(named, according) is not { } source)
            return;
        // The phrase tells of the whole clause, on whatever word of it the tree hangs it.
        for (int steps = 0; steps < 12 && !IsClause(clause) && _tree.Head(clause) >= 0; steps++)
            clause = _tree.Head(clause);
        bool closes = according > 0 && _tree[according - 1].Text == "," && clause < according;
        for (int steps = 0; closes && steps < 12 && _tree.Relation(clause) is "advcl" or "acl:relcl" or "acl" && _tree.Head(clause) is >= 0 and int above; steps++)
            clause = above;
        int end = _tree.Subtree(named)[^1];
        List<int> words = _tree.Subtree(clause, child => child == named || child == according || IsOtherClause(child, clause));
        if (words.TrueForAll(word => word > according || _tree[word].Tag is Upos.Cconj or Upos.Punct or Upos.Adv))
        {
            // What stands before the comma still tells of the source.
            int comma = named;
            while (comma < _tree.Tokens.Count && comma - named < 25 && _tree[comma].Text != "," && _tree.SentenceOf[comma] == _tree.SentenceOf[named])
                comma++;
            bool found = comma < _tree.Tokens.Count && _tree[comma].Text == ",";
            words.RemoveAll(word => word < according || (found && word <= comma));
        }
        else if (end + 1 >= _tree.Tokens.Count || _tree[end + 1].Text is not "," || words.FindIndex(word => word > end && _tree[word].Tag == Upos.Verb) < 0 || words.FindIndex(word => word < according && _tree[word].Tag is Upos.Verb or Upos.Aux) >= 0)
            words.RemoveAll(word => word > according);
        List<TextSpan> content = _spans.Pieces(words);
        if (Closed(according, end) is { } whole)
            content = [whole];
        if (content.Count > 0)
            _found.Add(new Attribution(AttributionSort.Speech, source, TextSpan.FromBounds(_tree[according].Span.Start, _tree[according + 1].Span.End), content, "according to", according) { SourceHead = named, Rule = "according" });
    }

    private bool IsClause(int head) =>
        _tree.Relation(head) is "root" or "ccomp" or "parataxis" or "acl:relcl" or "advcl" || (_tree.Relation(head) == "conj" && (_tree.ChildLike(head, "nsubj") >= 0 || _tree[head].Tag == Upos.Verb));

    // ", but Y did": another clause of the sentence.
    private bool IsOtherClause(int child, int clause) => _tree.Head(child) == clause && _tree.Plain(child) is "conj" or "parataxis" && _tree.ChildLike(child, "nsubj") >= 0 && child > clause;

    private void Verb(int verb)
    {
        Token token = _tree[verb];
        if (_tree.Relation(verb) is "amod" or "compound" or "case" or "aux" or "mark" or "fixed" or "flat")
            return;
        int particle = _tree.Child(verb, "compound:prt");
        AttributionVerb? entry = _cues.Find(token.Lemma, particle >= 0 ? _tree[particle].Lower : verb + 1 < _tree.Tokens.Count ? _tree[verb + 1].Lower : null);
        int until = entry is not null && entry.Lemma.Contains(' ', StringComparison.Ordinal) ? (particle >= 0 ? particle : verb + 1) : -1;
        List<TextSpan> content = [];
        bool closes = Closing(verb, entry, -1, content, out TextSpan? beside);
        if (!closes && _subjects.IsPassive(verb))
        {
            if (entry is not null)
                Passive(verb, entry, until);
            else
                Moved(verb);
            return;
        }
        int top = Chained(verb);
        if (top == verb && _tree.Relation(verb) is "xcomp" or "advcl" && _tree.Head(verb) is >= 0 and int light && s_light.Contains(_tree[light].Lemma) && light < verb && verb - light < 4 && _tree.QuoteOf[light] < 0
            && (_tree.Relation(verb) == "xcomp" || _tree[verb].Xpos == "VB"))
            top = light;
        int subject = _subjects.Find(verb, out bool shared);
        // What the words in marks speak of says none of them.
        if (subject >= 0 && _tree.QuoteOf[subject] is >= 0 and int inside && _tree.Quotes[inside].Inner.Length > LongestNickname)
            subject = -1;
        if (subject < 0 && entry is not null && _subjects.Beside(verb) is >= 0 and int close)
            (subject, shared) = (close, false);
        // "what they said", "I think", "as you know": nobody of whom the report tells.
        if (subject >= 0 && _tree[subject].Lower is "what" or "one" && _tree[subject].Tag == Upos.Pron)
            return;
        if (subject < 0 && entry is null)
            return;
        int cueEnd = until;
        if (!closes && !(entry is not null && Relative(verb, entry, content)) && !Content(verb, entry, subject, shared, content, ref cueEnd) && !(entry is not null && InLine(verb, entry, subject, content, out beside)))
            return;
        (int first, int last) = _spans.Cue(top, verb, cueEnd);
        last = WithMedium(verb, last);
        AttributionSort sort = entry?.Sort ?? (_rule == "idiom" ? AttributionSort.Speech : AttributionSort.Think);
        if (closes && beside is { } teller)
            subject = Topmost(teller);
        TextSpan? source = subject < 0 || sort == AttributionSort.Seem ? null : _spans.Source(subject, verb);
        // "tweeted Olympic champion X": the tree takes the name for an object.
        if (beside is null && source is { } described && subject > verb && _tree.Child(verb, "obj") is >= 0 and int name && name > subject && _tree[name].Tag == Upos.Propn && _tree.Subtree(name) is { } named
            && FirstToken(described.End) == named[0] && _spans.Trimmed(subject, named[^1], keepMarks: true) is { } whole)
            _named[subject] = described.Union(whole);
        source = beside ?? source;
        // The name also tells whose the cues are that share the subject.
        if (beside is null && source is not null && _named.TryGetValue(subject, out TextSpan full))
            source = full;
        if (source is { } words)
            CutOut(words, content);
        if (content.Count > 0)
            Add(sort, source, first, last, content, entry?.Lemma ?? token.Lemma, verb, subject);
    }

    // "tried to persuade", "was quick to point out": the cue begins with what governs the infinitive.
    private int Chained(int verb)
    {
        int at = verb;
        for (int steps = 0; steps < 3; steps++)
        {
            int head = _tree.Head(at), to = at - 1;
            while (to > head && to > at - 3 && _tree[to].Tag == Upos.Adv)
                to--;
            if (head < 0 || !(_tree.Relation(at) == "xcomp" || (_tree.Relation(at) == "advcl" && _tree[head].Tag == Upos.Adj)) || head > to || at - head > 4 || _tree[to].Lower != "to"
                || _tree.QuoteOf[head] >= 0 || _tree[head].Tag is not (Upos.Verb or Upos.Adj) || _tree.Child(head, "obj") >= 0 || _tree.Child(head, "iobj") >= 0)
                break;
            at = head;
        }
        return at;
    }

    // A misread clause may hold the name of its own speaker.
    private void CutOut(TextSpan source, List<TextSpan> content)
    {
        string text = _report.Report.Text;
        for (int i = content.Count - 1; i >= 0; i--)
        {
            if (!content[i].Overlaps(source))
                continue;
            int start = content[i].Start, end = content[i].End;
            if (start < source.Start)
                end = source.Start;
            else
                start = Math.Min(end, source.End);
            while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '-' or '—'))
                start++;
            while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '-' or '—'))
                end--;
            if (end > start)
                content[i] = TextSpan.FromBounds(start, end);
            else
                content.RemoveAt(i);
        }
    }

    // "said in a statement", "wrote on Twitter", "added:".
    private int WithMedium(int verb, int last)
    {
        foreach (int child in _tree.Of(verb))
        {
            if (child > last && _tree.Relation(child) == "obl" && _tree[child].Lemma is "statement" or "twitter" or "facebook" or "telegram" && _tree.Subtree(child) is { } branch && branch[0] == last + 1 && child - last < 5)
            {
                last = child;
                break;
            }
        }
        return last + 1 < _tree.Tokens.Count && _tree[last + 1].Text == ":" ? last + 1 : last;
    }

    private void Add(AttributionSort sort, TextSpan? source, int first, int last, List<TextSpan> content, string lemma, int verb, int subject)
    {
        content.Sort();
        _found.Add(new Attribution(sort, source, TextSpan.FromBounds(_tree[first].Span.Start, _tree[last].Span.End), content, lemma, verb) { SourceHead = subject, Rule = _rule });
    }
}
