using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Joins whole quotations with the verb beside them, and quotations that go on with those before.</summary>
internal sealed class AttributionQuotes
{
    private const int Reach = 14;

    private readonly AnnotatedReport _report;
    private readonly AttributionTree _tree;
    private readonly bool[] _taken;
    private readonly int[] _firstToken;
    private readonly int[] _lastToken;

    public AttributionQuotes(AnnotatedReport report, AttributionTree tree)
    {
        _report = report;
        _tree = tree;
        _taken = new bool[tree.Quotes.Count];
        _firstToken = new int[tree.Quotes.Count];
        _lastToken = new int[tree.Quotes.Count];
        Array.Fill(_firstToken, -1);
        for (int i = 0; i < tree.Tokens.Count; i++)
        {
            if (tree.QuoteOf[i] is not (>= 0 and int quote))
                continue;
            if (_firstToken[quote] < 0)
                _firstToken[quote] = i;
            _lastToken[quote] = i;
        }
    }

    /// <summary>Adds the quotations before and after the clause of <paramref name="verb"/> that are its words.</summary>
    public bool Find(int verb, int subject, List<TextSpan> content)
    {
        int before = Before(verb, subject), after = After(verb, subject, before >= 0, whole: true);
        if (before >= 0)
            Add(before, content);
        if (after >= 0)
            Add(after, content);
        return before >= 0 || after >= 0;
    }

    /// <summary>Whether a whole quotation stands before the clause of the verb.</summary>
    public bool HasBefore(int verb, int subject)
    {
        if (Before(verb, subject) is not (>= 0 and int quote))
            return false;
        int first = _firstToken[quote];
        return first == 0 || _tree.SentenceOf[first - 1] != _tree.SentenceOf[first] || _tree.QuoteOf[first - 1] >= 0;
    }

    /// <summary>Whether the words before the clause of the verb end with a comma: whatever the verb, it tells of saying them.</summary>
    public bool EndsWithComma(int verb, int subject)
    {
        if (Before(verb, subject) is not (>= 0 and int quote))
            return false;
        QuotedSpan marked = _tree.Quotes[quote];
        string text = _report.Report.Text;
        return text[marked.Inner.End] == ',' || (marked.Outer.End < text.Length && text[marked.Outer.End] == ',' && char.IsUpper(text[marked.Inner.Start]));
    }

    /// <summary>Ends a piece that begins with a quotation where this closes with a comma: what follows names the speaker.</summary>
    public void CutAtMarks(List<TextSpan> content)
    {
        for (int i = 0; i < content.Count; i++)
        {
            foreach (int quote in QuotesIn(content[i]))
            {
                QuotedSpan marked = _tree.Quotes[quote];
                if (marked.Outer.Start == content[i].Start && marked.Outer.End < content[i].End && marked.Inner.End < marked.Outer.End - 1 && _report.Report.Text[marked.Inner.End] == ',')
                    content[i] = marked.Outer;
                break;
            }
        }
    }

    /// <summary>Marks the quotations inside <paramref name="content"/> as said here, and adds one that goes on after the verb.</summary>
    public void Take(int verb, int subject, List<TextSpan> content)
    {
        bool whole = false;
        for (int i = 0; i < content.Count; i++)
        {
            foreach (int quote in QuotesIn(content[i]))
            {
                _taken[quote] = true;
                whole |= _tree.Quotes[quote].Outer.Start <= content[i].Start;
            }
        }
        if (!whole)
            return;
        if (After(verb, subject, true, whole: true) is >= 0 and int after && !_taken[after])
            Add(after, content);
        if (Before(verb, subject) is >= 0 and int before && !_taken[before])
            Add(before, content);
    }

    /// <summary>Gives quotations that name no speaker to the attribution they go on from.</summary>
    public void CarryOn(List<Attribution> found, Func<Attribution, bool> speaks)
    {
        // Which attribution the words of a quotation belong to.
        Dictionary<int, int> owner = [];
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i].Sort != AttributionSort.Speech)
                continue;
            foreach (TextSpan piece in found[i].Content)
            {
                foreach (int quote in QuotesIn(piece))
                {
                    if (_tree.Quotes[quote].Outer.Start <= piece.Start)
                        owner.TryAdd(quote, i);
                    _taken[quote] = true;
                }
            }
        }
        Dictionary<int, int> teller = [];
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i] is { Sort: AttributionSort.Speech, IsInner: false, Head: >= 0 and int head } && speaks(found[i]) && (!teller.TryGetValue(_tree.SentenceOf[head], out int other) || found[other].Head < head))
                teller[_tree.SentenceOf[head]] = i;
        }
        int last = -1, lastQuote = -1;
        for (int q = 0; q < _tree.Quotes.Count; q++)
        {
            if (!owner.ContainsKey(q) && !_taken[q] && _firstToken[q] > 0 && IsWhole(q) && teller.TryGetValue(_tree.SentenceOf[_firstToken[q] - 1], out int told)
                && (last < 0 || GoesFurther(found[told], found[last]) || !GoesOn(q, lastQuote, found[last])) && _tree.SentenceOf[_firstToken[q] - 1] != _tree.SentenceOf[Math.Min(_firstToken[q] + 1, _tree.Tokens.Count - 1)]
                && (_report.Sentences[_tree.SentenceOf[_firstToken[q] - 1]].Paragraph == _tree.Quotes[q].Paragraph || EndsParagraph(q)))
            {
                found[told] = found[told] with { Content = [.. found[told].Content, _tree.Quotes[q].Outer] };
                _taken[q] = true;
                (last, lastQuote) = (told, q);
                continue;
            }
            if (owner.TryGetValue(q, out int own))
            {
                (last, lastQuote) = (own, q);
                continue;
            }
            if (_taken[q] || last < 0 || _firstToken[q] < 0 || !GoesOn(q, lastQuote, found[last]))
                continue;
            found[last] = found[last] with { Content = [.. found[last].Content, _tree.Quotes[q].Outer] };
            _taken[q] = true;
            lastQuote = q;
        }
    }

    // "“We are tired,” X said, adding that nobody would leave. “…”": more of what was added.
    private bool GoesFurther(Attribution next, Attribution before) =>
        next.Head > before.Head && _tree.SentenceOf[next.Head] == _tree.SentenceOf[before.Head] && _tree[next.Head] is { Xpos: "VBG", Lemma: "add" or "explain" or "argue" or "stress" or "insist" } && !before.Content.Any(piece => piece.Start > _tree[before.Head].Span.Start);

    // Words that make a sentence of their own.
    private bool IsWhole(int quote)
    {
        string inner = _tree.Quotes[quote].Inner.Of(_report.Report.Text);
        return inner.Length > 12 && (char.IsUpper(inner[0]) || inner[0] is '[' or '.' or '…') && (inner[^1] is '.' or '?' or '!' or '…' || !_tree.Quotes[quote].Closed);
    }

    private bool GoesOn(int quote, int before, Attribution said)
    {
        int first = _firstToken[quote];
        int paragraph = _tree.Quotes[quote].Paragraph, since = _tree.Quotes[before].Paragraph;
        int previous = first - 1;
        if (previous < 0)
            return false;
        bool starts = _report.Sentences[_tree.SentenceOf[previous]].Paragraph != paragraph;
        if (paragraph == since && !starts)
        {
            // Straight after the other, or after the narrator's sentence that names the speaker.
            if (_tree.QuoteOf[previous] == before)
                return true;
            return said.Cue is { } cue && _tree[previous].Text is "." or "," or ":" && previous - _lastToken[before] < 40
                && _report.Sentences[_tree.SentenceOf[previous]].Span.Contains(cue.Start) && _tree[first + 1 < _tree.Tokens.Count ? first + 1 : first].Span.Start > cue.Start;
        }
        // A paragraph of nothing but words of the speaker before.
        return starts && paragraph == since + 1 && EndsParagraph(quote) && (EndsParagraph(before) || (said.Cue is { } verb && _report.Report.Paragraphs[since].Span.Contains(verb.Start)));
    }

    private bool EndsParagraph(int quote)
    {
        TextSpan rest = TextSpan.FromBounds(_tree.Quotes[quote].Outer.End, _report.Report.Paragraphs[_tree.Quotes[quote].Paragraph].Span.End);
        foreach (char c in _report.Report.Text.AsSpan(rest.Start, rest.Length))
        {
            if (char.IsLetterOrDigit(c))
                return false;
        }
        return true;
    }

    private IEnumerable<int> QuotesIn(TextSpan piece)
    {
        int low = 0, high = _tree.Quotes.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_tree.Quotes[middle].Outer.End <= piece.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (int q = low; q < _tree.Quotes.Count && _tree.Quotes[q].Outer.Start < piece.End; q++)
            yield return q;
    }

    private void Add(int quote, List<TextSpan> content)
    {
        _taken[quote] = true;
        TextSpan outer = _tree.Quotes[quote].Outer;
        for (int i = content.Count - 1; i >= 0; i--)
        {
            if (!content[i].Overlaps(outer))
                continue;
            outer = outer.Union(content[i]);
            content.RemoveAt(i);
        }
        content.Add(outer);
    }

    // "“…,” X said", "“…,” said X".
    private int Before(int verb, int subject)
    {
        int left = verb;
        if (subject >= 0 && subject < verb && (_tree.Head(subject) == verb || (_tree.QuoteOf[subject] < 0 && _tree.Head(subject) is >= 0 and int above && _tree.QuoteOf[above] >= 0)))
            left = Math.Min(left, _tree.Subtree(subject, part => _tree.QuoteOf[part] >= 0)[0]);
        foreach (int child in _tree.Of(verb))
        {
            if (child < left && _tree.Plain(child) is "aux" or "advmod" && left - child < 3)
                left = child;
        }
        int at = left - 1;
        while (at >= 0 && _tree.QuoteOf[at] < 0 && _tree[at].Tag == Upos.Punct && left - at < 4)
            at--;
        if (at < 0 || _tree.QuoteOf[at] < 0 || !SameParagraph(at, verb))
            return -1;
        int quote = _tree.QuoteOf[at];
        string text = _report.Report.Text;
        int end = _tree.Quotes[quote].Outer.End;
        // A full stop ends the words and the sentence: who comes next speaks of something else.
        if (_tree.SentenceOf[at] != _tree.SentenceOf[verb] && text[_tree.Quotes[quote].Inner.End - 1] == '.' && left != verb)
            return -1;
        bool stops = _tree.Quotes[quote].Inner.End < end - 1 || text[_tree.Quotes[quote].Inner.End - 1] is '.' or '?' or '!' or '-' or '—' or '…' or ','
            || (end < text.Length && text[end] is ',' or '-' or '—');
        return stops ? quote : -1;
    }

    /// <summary>The quotation that ends what "called it “…”", "says the “…”" says, a piece of a phrase of the narrator; -1 where there is none.</summary>
    public int Piece(int verb, int subject) => After(verb, subject, hasBefore: false, whole: false);

    public int FirstTokenOf(int quote) => _firstToken[quote];

    /// <summary>Whether somebody already says the quotation.</summary>
    public bool IsTaken(int quote) => _taken[quote];

    /// <summary>Marks a quotation as said by somebody.</summary>
    public void Mark(int quote) => _taken[quote] = true;

    // "X said, “…”", "X said on Monday: “…”".
    private int After(int verb, int subject, bool hasBefore, bool whole)
    {
        int at = verb + 1;
        for (int steps = 0; at < _tree.Tokens.Count && steps < Reach; at++, steps++)
        {
            if (_tree.QuoteOf[at] >= 0)
            {
                string previous = _tree[at - 1].Text;
                bool introduced = at == verb + 1 || previous is "," or ":" or "-" or "—";
                if (!whole)
                    return !introduced && SameParagraph(at, verb) ? _tree.QuoteOf[at] : -1;
                return introduced && (SameParagraph(at, verb) || previous == ":") && (!hasBefore || previous is "," or ":" or "—" or "-" or ";") ? _tree.QuoteOf[at] : -1;
            }
            if (_tree[at].Text is "." or ";" or "?" or "!")
                return -1;
            if (_tree[at].Tag == Upos.Punct)
                continue;
            if (_tree[at].Tag is Upos.Verb or Upos.Aux || !_tree.IsUnder(at, verb))
                return -1;
        }
        return -1;
    }

    private bool SameParagraph(int token, int other) =>
        _report.Sentences[_tree.SentenceOf[token]].Paragraph == _report.Sentences[_tree.SentenceOf[other]].Paragraph;
}
