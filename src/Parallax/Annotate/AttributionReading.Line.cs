using Parallax.Text;

namespace Parallax.Annotate;

// What the order of the words shows where the tree joins them otherwise: "found that, on average, rents fell", "…, the agency surmised.", "After all, she argued, it had rained".
internal sealed partial class AttributionReading
{
    private const int LongestSource = 18;
    private const int LongestAside = 6;
    private const int LongestToVerb = 22;

    // What stands before the name behind the words: "…, said the mayor".
    private static readonly HashSet<string> s_afterWords = new(StringComparer.Ordinal)
    {
        "acknowledge", "add", "admit", "argue", "caution", "claim", "complain", "conclude", "declare", "explain", "insist", "joke", "note", "observe", "predict", "recall", "report", "say", "state", "warn", "write",
    };

    private static readonly HashSet<string> s_subordinate = new(StringComparer.Ordinal)
    {
        "who", "which", "that", "because", "when", "where", "if", "as", "while", "after", "before", "whose", "whom", "since", "until", "unless", "although", "though", "than", "what", "how", "why",
    };

    /// <summary>Reads the words beside a verb that brings a clause; gives where its source stands when the tree has no subject there.</summary>
    private bool InLine(int verb, AttributionVerb entry, int subject, List<TextSpan> content, out TextSpan? source)
    {
        source = null;
        if (!entry.Has(AttributionFrames.Clause) || entry.Sort is AttributionSort.Seem or AttributionSort.Act or AttributionSort.Back)
            return false;
        return CutIn(verb, entry, subject, content, out source) || Behind(verb, entry, content);
    }

    // "found that, on average, rents fell"; "believe her work for the town will be remembered".
    private bool Behind(int verb, AttributionVerb entry, List<TextSpan> content)
    {
        int end = SentenceEnd(verb), that = verb + 1;
        while (that < end && that - verb <= LongestAside && _tree[that].Lower != "that" && _tree[that].Tag is not (Upos.Punct or Upos.Verb or Upos.Aux))
            that++;
        bool joined = that < end && _tree[that] is { Lower: "that", Tag: Upos.Sconj }, bare = that >= end || _tree[that].Lower != "that";
        int start = bare ? AfterAsides(verb, entry, -1) : that;
        if (start < 0 || start + 1 >= end || _tree.QuoteOf[start] >= 0 || (!bare && !joined && start > verb + 1) || (bare && !(OnlyClause(entry) && OpensClause(verb, start))))
            return false;
        int finite = FiniteAfter(start, end, joined ? end - start : LongestToVerb, bare, !joined);
        if (finite < 0)
            return false;
        int last = finite;
        while (last + 1 < end && !OpensOwnCue(last + 1, end, bare))
            last++;
        if (_spans.Trimmed(start, last, keepMarks: false) is not { } span)
            return false;
        _rule = "line-clause";
        content.Add(span);
        return true;
    }

    // Verbs that seldom have a thing for their object: "believe", not "find".
    private static bool OnlyClause(AttributionVerb entry) =>
        entry.Sort is AttributionSort.Speech ? entry.Has(AttributionFrames.Quote) && !entry.Has(AttributionFrames.Addressee) : !entry.Has(AttributionFrames.NounPhrase | AttributionFrames.Description);

    private bool OpensClause(int verb, int start) =>
        _tree[start].Tag is Upos.Det or Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Adj && !s_subordinate.Contains(_tree[start].Lower) && _tree[start].Lower is not ("this" or "him" or "them" or "me" or "us")
        && !_tree[start].Lower.EndsWith("self", StringComparison.Ordinal) && _tree[verb].Xpos is "VBD" or "VBZ" or "VBP" or "VBG" or "VB" && _tree.Child(verb, "nsubj") is var own && (own >= 0 || _tree[verb].Xpos == "VBG");

    // The verb of the clause that begins at "start".
    private int FiniteAfter(int start, int end, int reach, bool bare, bool plain)
    {
        for (int i = start + 1; i < end && i - start <= reach; i++)
        {
            if (plain && (s_subordinate.Contains(_tree[i].Lower) || _tree[i].Text is ";" or ":" || (bare && _tree[i].Text is ",")))
                return -1;
            if (_tree[i].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD") || _tree.QuoteOf[i] >= 0)
                continue;
            int governor = _tree[i].Tag == Upos.Aux && _tree.Head(i) >= 0 ? _tree.Head(i) : i;
            return plain && (_tree[i - 1].Tag == Upos.Cconj || _tree.Relation(governor) is "acl:relcl" or "acl" or "advcl") ? -1 : i;
        }
        return -1;
    }

    // ", adding that…": a cue of its own.
    private bool OpensOwnCue(int at, int end, bool bare) =>
        _tree[at].Text == "," && at + 1 < end && ((bare && _tree[at + 1].Lower is "but" or "and" or "while" or "although") || _tree[at + 1] is { Xpos: "VBG", Lemma: "add" or "say" or "note" or "call" or "warn" or "claim" } || (_tree[at + 1].Lower == "according" && at + 2 < end && _tree[at + 2].Lower == "to"));

    private int SentenceEnd(int token) => _report.Sentences[_tree.SentenceOf[token]].EndToken;

    // "…, the agency surmised.", "…, said the mayor of the town.", "After all, she argued, it had rained".
    private bool CutIn(int verb, AttributionVerb entry, int subject, List<TextSpan> content, out TextSpan? source)
    {
        source = null;
        if (_tree[verb].Xpos is not ("VBD" or "VBZ" or "VBP" or "VBN") || _tree.Child(verb, "aux:pass") >= 0)
            return false;
        int first = _report.Sentences[_tree.SentenceOf[verb]].FirstToken, end = SentenceEnd(verb);
        while (end > verb + 1 && _tree[end - 1].Text is "." or "?" or "!")
            end--;
        int right = verb + 1, left = verb;
        bool inverted = _tree[verb - (verb > first ? 1 : 0)].Text == ",";
        if (inverted)
        {
            // "Talks are off, the foreign minister, X, said."
            if (right >= end && BetweenCommas(verb, first) is > 0 and int opens && IsWhole(first, opens, needsVerb: true))
            {
                source = _spans.Trimmed(opens + 1, verb - 1, keepMarks: true);
                if (_spans.Trimmed(_tree[first].Tag is Upos.Cconj ? first + 1 : first, opens - 1, keepMarks: false) is { } told)
                    content.Add(told);
                _rule = "line-cut";
                return content.Count > 0 && source is not null;
            }
            // The name and what is added to it run to the end.
            if (!s_afterWords.Contains(_tree[verb].Lemma) || right >= end || _tree[right].Tag is not (Upos.Propn or Upos.Det or Upos.Noun or Upos.Adj or Upos.Pron or Upos.Num) || _tree[right].Lower is "that" or "it" or "him" or "her" or "them")
                return false;
            int close = BehindName(right, end);
            for (int i = right; i < close; i++)
            {
                if (_tree.QuoteOf[i] >= 0 || _tree[i] is { Lower: "that", Tag: Upos.Sconj } || (_tree[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && !HasRelative(right, i)))
                    return false;
            }
            if (!NamesSomebody(right, close) || _times.Contains(right) || (_tree.Child(verb, "nsubj") is >= 0 and int known && known < verb && _tree[known + 1].Text == ","))
                return false;
            source = _spans.Trimmed(right, close - 1, keepMarks: true);
            right = close;
        }
        else
        {
            while (right < end && right - verb <= LongestAside && _tree[right].Tag is not (Upos.Punct or Upos.Verb) && (_times.Contains(right) || _tree[right].Tag is Upos.Adp or Upos.Adv or Upos.Propn or Upos.Num or Upos.Noun or Upos.Det))
                right++;
            if (right < end && (_tree[right].Text != "," || right - verb > 1 || right + 1 >= end || _tree[right + 1].Xpos is "VBG" or "WP" or "WDT" || !HasFinite(right + 1, end)))
                return false;
            while (left > first && verb - left <= LongestSource && _tree[left - 1].Tag is not (Upos.Verb or Upos.Punct or Upos.Sconj) && _tree[left - 1].Xpos is not ("VBZ" or "VBD" or "MD"))
                left--;
            if (left == verb || left <= first || _tree[left - 1].Text != "," || _tree[left].Lower is "and" or "but" or "who" or "which" or "that" or "when" or "as" or "if" or "it" or "there" || _tree[left].Tag is Upos.Adp)
                return false;
            int name = subject >= left && subject < verb ? subject : -1;
            for (int i = verb - 1; i >= left && name < 0; i--)
            {
                if (_tree[i].Tag is Upos.Noun or Upos.Propn or Upos.Pron)
                    name = i;
            }
            int close = verb - 1;
            while (close > left && _tree[close].Tag is Upos.Aux or Upos.Adv)
                close--;
            source = name < 0 ? null : _spans.Trimmed(left, close, keepMarks: true);
        }
        if (source is null || left - 1 <= first || !IsWhole(first, left - 1, right == end || inverted))
            return false;
        int start = _tree[first].Tag is Upos.Cconj && first + 1 < left - 1 ? first + 1 : first;
        if (_spans.Trimmed(start, (inverted ? verb : left) - 2, keepMarks: false) is { } before)
            content.Add(before);
        if (right < end && _spans.Trimmed(right + 1, end - 1, keepMarks: false) is { } after)
            content.Add(after);
        _rule = "line-cut";
        return content.Count > 0;
    }

    // "…, stated Colonel Brand, and was rebuilt": the comma where the words go on behind the name; the end where they do not.
    private int BehindName(int right, int end)
    {
        for (int i = right; i + 2 < end; i++)
        {
            if (_tree[i].Text == "," && _tree[i + 1] is { Tag: Upos.Cconj, Lower: "and" or "but" } && _tree[i + 2] is { Tag: Upos.Verb or Upos.Aux, Xpos: "VBD" or "VBZ" or "VBP" or "MD" })
                return i;
            if (_tree[i].Tag is Upos.Verb or Upos.Aux or Upos.Sconj || _tree.QuoteOf[i] >= 0)
                return end;
        }
        return end;
    }

    // The comma before an office and a name set between commas; -1 where the words before the verb are none.
    private int BetweenCommas(int verb, int first)
    {
        int commas = 1, at = verb - 2;
        bool named = false;
        for (; at > first && verb - at < LongestSource; at--)
        {
            if (_tree[at].Text == ",")
            {
                if (++commas == 3)
                    return named ? at : -1;
                continue;
            }
            if (_tree.QuoteOf[at] >= 0 || _tree[at].Tag is not (Upos.Propn or Upos.Noun or Upos.Det or Upos.Adj or Upos.Adp or Upos.Part) || _tree[at].Lower is "a" or "an" && commas == 1)
                return -1;
            named |= _tree[at].Tag == Upos.Propn && commas == 1;
        }
        return -1;
    }

    // "…, said the mayor", not "…, said a prayer".
    private bool NamesSomebody(int from, int until)
    {
        for (int i = from; i < until; i++)
        {
            if (_tree[i].Tag == Upos.Propn)
                return true;
            if (_tree[i].Tag == Upos.Noun && (i + 1 >= until || _tree[i + 1].Tag is not (Upos.Noun or Upos.Propn)))
                return !_cues.IsNoun(_tree[i].Lemma) && _tree[i].Lemma is not ("word" or "goodbye" or "yes" or "no" or "thing" or "something" or "nothing" or "thanks" or "sorry");
        }
        return false;
    }

    // "The road is shut, said the mayor of the town.": the order of the words shows it, whatever the tree makes of the name.
    private bool Closing(int verb, AttributionVerb? entry, int subject, List<TextSpan> content, out TextSpan? source)
    {
        source = null;
        return entry is { Sort: AttributionSort.Speech } && verb > 1 && _tree[verb - 1].Text == "," && _tree.QuoteOf[verb - 1] < 0 && (_tree[verb].Xpos is "VBD" or "VBZ" || (_tree[verb].Xpos == "VBN" && verb + 1 < _tree.Tokens.Count && _tree[verb + 1].Tag == Upos.Propn)) && _tree.Relation(verb) is not "conj" && CutIn(verb, entry, subject, content, out source);
    }

    private bool HasFinite(int from, int until)
    {
        for (int i = from; i < until; i++)
        {
            if (_tree[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
    }

    private bool HasRelative(int from, int until)
    {
        for (int i = from; i < until; i++)
        {
            if (_tree[i].Lower is "who" or "which" or "that" or "whose" or "where")
                return true;
        }
        return false;
    }

    // The narrator's own words that hold no other cue, and a verb where nothing follows the name.
    private bool IsWhole(int first, int end, bool needsVerb)
    {
        bool verb = !needsVerb;
        for (int i = first; i < end; i++)
        {
            if ((_tree.QuoteOf[i] >= 0 && (_tree.QuoteOf[first] >= 0 || _tree.QuoteOf[end - 1] >= 0)) || _tree[i].Text is ";" or ":" || _found.Exists(found => found.Cue is { } cue && cue.Contains(_tree[i].Span) && found.Content.Any(piece => piece.End > _tree[end].Span.Start)))
                return false;
            verb |= _tree[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD";
        }
        return verb;
    }

    // "While the port is shut, ferries leave from the north, the mayor said": what opens the sentence is said too, on whatever word the tree hangs it.
    private void WidenBefore(int verb, int subject, List<TextSpan> content)
    {
        int left = subject >= 0 && subject < verb ? Math.Min(verb, _tree.Subtree(subject, part => _tree.QuoteOf[part] >= 0)[0]) : verb;
        if (content.Count == 0 || left < 2 || _tree.SentenceOf[left - 1] != _tree.SentenceOf[verb] || (_tree[left - 1].Text != "," && _tree.QuoteOf[left - 1] < 0))
            return;
        content.Sort();
        int start = Opening(_tree.SentenceOf[verb]), first = FirstToken(content[0].Start);
        if (start >= first || first >= left || _tree.SentenceOf[first] != _tree.SentenceOf[verb] || (_tree.QuoteOf[first] >= 0 && char.IsUpper(_report.Report.Text[_tree.Quotes[_tree.QuoteOf[first]].Inner.Start])))
            return;
        // "The front held.“We stay,” X said": a sentence of the writer without a blank behind it.
        if (_tree.QuoteOf[first] is >= 0 and int glued && _tree.Quotes[glued].Outer.Start is > 1 and int mark && _report.Report.Text[mark - 1] is '.' or '!' or '?')
            return;
        for (int i = start; i < first; i++)
        {
            if (_tree.QuoteOf[i] >= 0 && i == start || _tree[i].Text is ";" or ":" or "—" or "–" or "--" || _subjects.IsAsked(i) || (_tree.QuoteOf[i] < 0 && _tree[i].Tag == Upos.Verb && _cues.Find(_tree[i].Lemma, null) is { Sort: AttributionSort.Speech } said && said.Has(AttributionFrames.Clause)))
                return;
        }
        if (_spans.Trimmed(start, first - 1, keepMarks: false) is { } before)
            content[0] = before.Union(content[0]);
    }

    // "The port is shut and ferries leave from the north, according to the mayor.": the whole of the sentence.
    private TextSpan? Closed(int according, int end)
    {
        int start = Opening(_tree.SentenceOf[according]), close = SentenceEnd(according);
        if (according - 1 <= start || _tree[according - 1].Text != ",")
            return null;
        for (int i = end + 1; i < close && _tree[i].Text is not ("." or "?" or "!"); i++)
        {
            if (_tree[i].Tag == Upos.Punct || _tree[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return null;
        }
        for (int i = according - 2; i > start; i--)
        {
            if (_tree[i].Text == ";" && _tree.QuoteOf[i] < 0)
                start = i + 1;
        }
        return HasFinite(start, according) ? _spans.Trimmed(start, according - 2, keepMarks: false) : null;
    }

    // The first word of a sentence without the conjunction that opens it.
    private int Opening(int sentence)
    {
        int first = _report.Sentences[sentence].FirstToken;
        return _tree[first].Tag == Upos.Cconj ? first + 1 : first;
    }
}
