using Parallax.Text;

namespace Parallax.Annotate;

// Quotations that a verb of any kind or a name brings in: "The party sent out this message: “…”", "Karim Odeh: “…”", and cues that the tagger took for nouns.
internal sealed partial class AttributionReading
{
    private const int ShortestIntroduced = 12;
    private const int LongestIntroduction = 5;
    private const int FarthestPiece = 25;

    // "He returned to his familiar lines: “…”": whole words in marks behind a colon that nobody says yet.
    private void Introduced()
    {
        int before = _found.Count;
        bool[]? told = null;
        for (int quote = 0; quote < _tree.Quotes.Count; quote++)
        {
            int first = _quotes.FirstTokenOf(quote), colon = first - 1;
            if (first <= 0 || _quotes.IsTaken(quote) || _tree.QuoteOf[colon] >= 0 || !(_tree[colon].Text == ":" || (_tree[colon].Text == "," && EndsStatement(colon))) || !IsWholeWords(quote) || !IsNear(colon, quote))
                continue;
            told ??= Told(before);
            if (told[first] || (first + 1 < told.Length && told[first + 1]))
                continue;
            if (GoesOnBehindColon(colon, quote))
                continue;
            if ((_tree[colon].Text == ":" && AddNamed(colon, quote)) || Introducing(colon) is not (>= 0 and int verb))
                continue;
            AddIntroduced(verb, colon, quote, told);
        }
    }

    // "called the plan “unfair” and “a threat to trade”", "“Many are tired,” X wrote in a letter to the party, “but nobody leaves.”": pieces in marks of one sentence that only one tells.
    private void GoOnInMarks()
    {
        bool[]? told = null;
        for (int quote = 1; quote < _tree.Quotes.Count; quote++)
        {
            int first = _quotes.FirstTokenOf(quote);
            if (first <= 0 || _quotes.IsTaken(quote) || _tree.QuoteOf[first - 1] >= 0)
                continue;
            told ??= Told(_found.Count);
            if (told[first] || (first + 1 < told.Length && told[first + 1]))
                continue;
            int teller = -1;
            for (int f = 0; f < _found.Count; f++)
            {
                if (_found[f] is { Sort: AttributionSort.Speech, Head: >= 0 and int head } && _tree.SentenceOf[head] == _tree.SentenceOf[first - 1] && head < first && (teller < 0 || head > _found[teller].Head))
                    teller = f;
            }
            if (teller < 0 || _found[teller].Rule is "label" or "according")
                continue;
            Attribution by = _found[teller];
            TextSpan last = by.Content.Max();
            int from = FirstToken(last.End);
            bool whole = last.End < _tree[by.Head].Span.Start;
            if (whole)
                from = by.Head + 1;
            if (from > first || from < by.Head || first - from > FarthestPiece || (whole && !(_tree[first - 1].Text == "," && char.IsLower(_report.Report.Text[_tree.Quotes[quote].Inner.Start]))) || (!whole && _tree.QuoteOf[from - 1] < 0) || OpensCue(from, first))
                continue;
            _quotes.Mark(quote);
            TextSpan outer = _tree.Quotes[quote].Outer;
            _found[teller] = by with { Content = whole ? [.. by.Content, outer] : [.. by.Content.Where(piece => piece != last), last.Union(outer)] };
        }
    }

    private bool OpensCue(int from, int until)
    {
        for (int i = from; i < until; i++)
        {
            if (_tree[i].Text is ";" or "." || (_tree[i].Tag == Upos.Verb && _cues.Find(_tree[i].Lemma, null) is { Sort: AttributionSort.Speech } verb && verb.Has(AttributionFrames.Quote | AttributionFrames.Description) && _tree[i].Xpos is not ("VB" or "VBN") && (_tree[i].Xpos != "VBG" || _tree[i - 1].Text == ",")))
                return true;
        }
        return false;
    }

    private bool[] Told(int count)
    {
        bool[] told = new bool[_tree.Tokens.Count];
        for (int f = 0; f < count; f++)
        {
            foreach (TextSpan piece in _found[f].Content)
            {
                for (int i = FirstToken(piece.Start); i < told.Length && _tree[i].Span.Start < piece.End; i++)
                    told[i] = true;
            }
        }
        return told;
    }

    private bool EndsStatement(int comma) => comma > 0 && _tree[comma - 1] is { Tag: Upos.Noun } noun && _cues.IsSpeechNoun(noun.Lemma) && _tree.Relation(comma - 1) == "obj";

    private bool IsWholeWords(int quote)
    {
        TextSpan inner = _tree.Quotes[quote].Inner;
        return inner.Length > ShortestIntroduced && (char.IsUpper(_report.Report.Text[inner.Start]) || _report.Report.Text[inner.Start] is '[' or '.' or '…' or '(');
    }

    private bool IsNear(int colon, int quote) => _tree.Quotes[quote].Paragraph - _report.Sentences[_tree.SentenceOf[colon]].Paragraph is 0 or 1;

    // "said the town was split: “…”": more of what is said before.
    private bool GoesOnBehindColon(int colon, int quote)
    {
        for (int f = 0; f < _found.Count; f++)
        {
            if (_found[f] is not { Sort: AttributionSort.Speech, Head: >= 0 and int head } || head > colon || _tree.SentenceOf[head] != _tree.SentenceOf[colon] || !_found[f].Content.Any(piece => piece.End >= _tree[colon - 1].Span.End && piece.Start < _tree[colon].Span.Start))
                continue;
            if (_found[f].Rule is "clause" or "clause-shared" or "line-clause" or "mixed" or "object" or "object-of" or "preposition" or "line")
            {
                _found[f] = _found[f] with { Content = [.. _found[f].Content, _tree.Quotes[quote].Outer] };
                _quotes.Mark(quote);
            }
            return true;
        }
        return false;
    }

    // The verb of the clause that ends at the colon; -1 where there is none.
    private int Introducing(int colon)
    {
        int nearest = -1;
        for (int i = colon - 1; i >= 0 && _tree.SentenceOf[i] == _tree.SentenceOf[colon]; i--)
        {
            if (_tree.QuoteOf[i] >= 0 || _tree[i].Tag != Upos.Verb)
                continue;
            if (_tree.Head(i) < 0)
                return i;
            if (nearest < 0 && _tree[i].Xpos is "VBD" or "VBZ" or "VBP" && _tree.Relation(i) is not "acl:relcl")
                nearest = i;
        }
        return nearest;
    }

    private void AddIntroduced(int verb, int colon, int quote, bool[] told)
    {
        int known = _found.FindIndex(found => found.Head == verb);
        if (known >= 0 && _found[known].Sort == AttributionSort.Speech)
        {
            _found[known] = _found[known] with { Content = [.. _found[known].Content, _tree.Quotes[quote].Outer] };
            _quotes.Mark(quote);
            return;
        }
        // "Added Odeh: “…”", "The statement is as follows: “…”"
        int start = _report.Sentences[_tree.SentenceOf[verb]].FirstToken;
        (int from, int to, int cue) = verb == start && _tree[verb].Xpos == "VBD" ? (verb + 1, colon - 1, verb) : verb > start + 1 && _tree[verb - 1].Lower == "as" && _tree[verb].Lemma == "follow" ? (start, verb - 2, verb - 1) : (0, -1, -1);
        if (known < 0 && cue >= 0 && from <= to && to - from < LongestSource && !told[verb] && !HasFinite(from, to) && _spans.Trimmed(from, to, keepMarks: true) is { } plain)
        {
            _rule = "introduced";
            _quotes.Mark(quote);
            Add(AttributionSort.Speech, plain, cue, cue == verb ? verb : colon, [_tree.Quotes[quote].Outer], _tree[verb].Lemma, verb, Topmost(plain));
            return;
        }
        int subject = _subjects.Find(verb, out _);
        if (known >= 0 || subject < 0 || told[verb] || _subjects.IsPassive(verb) || _spans.Source(subject, verb) is not { } source)
            return;
        (int first, int last) = _spans.Cue(verb, verb, -1);
        _rule = "introduced";
        _quotes.Mark(quote);
        Add(AttributionSort.Speech, source, first, colon - verb <= LongestIntroduction ? (_tree[colon].Text == ":" ? colon : colon - 1) : last, [_tree.Quotes[quote].Outer], _tree[verb].Lemma, verb, subject);
    }

    // "New rules - Karim Odeh: “…”": a name, without a verb.
    private bool AddNamed(int colon, int quote)
    {
        if (_report.Sentences[_tree.SentenceOf[colon]].Paragraph != _tree.Quotes[quote].Paragraph)
            return false;
        int first = colon;
        while (first > 0 && _tree.SentenceOf[first - 1] == _tree.SentenceOf[colon] && _tree[first - 1].Text is not ("-" or "–" or "—" or "--" or "." or ":" or "]") && _tree.QuoteOf[first - 1] < 0)
            first--;
        bool named = false;
        for (int i = first; i < colon; i++)
        {
            named |= _tree[i].Tag == Upos.Propn;
            if (_tree[i].Tag is Upos.Verb or Upos.Aux)
                return false;
        }
        if (!named || colon - first > LongestSource || _tree[first].Lower == "by" || _spans.Trimmed(first, colon - 1, keepMarks: true) is not { } source)
            return false;
        _quotes.Mark(quote);
        _found.Add(new Attribution(AttributionSort.Speech, source, _tree[colon].Span, [_tree.Quotes[quote].Outer], ":", colon) { SourceHead = Topmost(source), Rule = "label" });
        return true;
    }

    // "“We will stay,” Odeh notes.", "The Herald reports that…": the tagger takes the verb for a noun.
    private void TakenForNoun(int noun)
    {
        if (_tree[noun] is not { Tag: Upos.Noun, Xpos: "NNS" or "NNPS", Lower: { Length: > 4 } word } || !word.EndsWith('s') || noun == 0 || _cues.Find(word[..^1], null) is not { Sort: AttributionSort.Speech } entry
            || !entry.Has(AttributionFrames.Quote) || _tree[noun - 1].Tag is not (Upos.Propn or Upos.Pron or Upos.Noun) || _tree.QuoteOf[noun - 1] >= 0 || _tree.SentenceOf[noun - 1] != _tree.SentenceOf[noun])
            return;
        int sentence = _report.Sentences[_tree.SentenceOf[noun]].FirstToken, end = SentenceEnd(noun), left = noun, next = noun + 1;
        while (left > sentence && noun - left <= LongestSource && _tree.QuoteOf[left - 1] < 0 && _tree[left - 1].Tag is not (Upos.Verb or Upos.Aux or Upos.Punct or Upos.Sconj or Upos.Cconj))
            left--;
        if (left == noun || _spans.Trimmed(left, noun - 1, keepMarks: true) is not { } source)
            return;
        List<TextSpan> content = [];
        bool last = next >= end || _tree[next].Text is "." or "?" or "!";
        if (left > 0 && _tree.QuoteOf[left - 1] >= 0 && (last || _tree[next].Text is "," or ":"))
            _quotes.Find(noun, noun - 1, content);
        else if (last && left > sentence + 1 && _tree[left - 1].Text == "," && IsWhole(sentence, left - 1, needsVerb: true) && _spans.Trimmed(sentence, left - 2, keepMarks: false) is { } before)
            content.Add(before);
        else if (next < end && (left == sentence || _tree[left - 1].Text == ",") && _tree[noun - 1].Tag is Upos.Propn or Upos.Pron && _tree.QuoteOf[next] < 0
            && (_tree[next].Lower == "that" || _tree[next].Tag is Upos.Propn or Upos.Det or Upos.Pron) && FiniteAfter(next, end, LongestToVerb, bare: true, plain: _tree[next].Lower != "that") >= 0 && _spans.Trimmed(next, end - 1, keepMarks: false) is { } clause)
            content.Add(clause);
        if (content.Count == 0)
            return;
        _rule = "taken-for-noun";
        Add(AttributionSort.Speech, source, noun, noun, content, entry.Lemma, noun, Topmost(source));
    }

    // "In a poll of last week, …": the clause is what the poll shows.
    private void InPoll(Sentence sentence)
    {
        int first = sentence.FirstToken;
        if (_tree[first].Lower != "in" || _tree.Head(first) is not (>= 0 and int poll) || _tree[poll].Lemma is not ("poll" or "survey") || _tree.Relation(first) != "case")
            return;
        int comma = poll + 1;
        while (comma < sentence.EndToken && comma - poll < LongestSource && _tree[comma].Text != ",")
            comma++;
        if (comma >= sentence.EndToken - 1 || _tree[comma].Text != "," || _spans.Trimmed(first + 1, comma - 1, keepMarks: true) is not { } source || _spans.Trimmed(comma + 1, sentence.EndToken - 1, keepMarks: false) is not { } content)
            return;
        _found.Add(new Attribution(AttributionSort.Show, source, _tree[first].Span, [content], "in", first) { SourceHead = poll, Rule = "poll" });
    }
}
